import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A heading of the gold outline. `article` is the file's number, with the part of a compilation behind a hyphen. */
export interface GoldHeading {
  readonly article: string;
  readonly level: number;
  readonly type: string;
  readonly form: string;
  readonly heading: string;
}

/** What the gold says about an article; null where the article does not say it. */
export interface GoldMetadata {
  readonly article: string;
  readonly title: string | null;
  readonly author: string | null;
  readonly date: string | null;
  readonly org: string | null;
  /** Journal, column and issue with what the gold remarks about them. */
  readonly publication: string | null;
}

/** A place of byte damage: what the file shows, and what stood there. */
export interface GoldDamage {
  readonly file: string;
  readonly seen: string;
  readonly original: string;
}

/**
 * Read the gold outlines (`outline.json`).
 *
 * @throws Where the file is missing or is no JSON.
 * @example
 * readOutlines('gold')[0]?.heading; // '一、机关党建存在的问题'
 */
export function readOutlines(dir: string): readonly GoldHeading[] {
  return JSON.parse(readFileSync(join(dir, 'outline.json'), 'utf8')) as GoldHeading[];
}

/**
 * Read title, author, organisation, publication and date of each article from `outline.md`; values that begin with 未载
 * or 缺失 are null.
 *
 * @throws Where the file is missing.
 * @example
 * readMetadataGold('gold')[0]?.publication; // '党建研究，2021年第5期'
 */
export function readMetadataGold(dir: string): GoldMetadata[] {
  const sections = readFileSync(join(dir, 'outline.md'), 'utf8').split(/\n## /u).slice(1);
  return sections.flatMap((section) => {
    const article = /^(\d{3}(?:-\d)?) — /u.exec(section)?.[1];
    if (article === undefined) return [];
    const value = (label: string): string | null => {
      const text = new RegExp(`\\n- ${label}：([^\\n]*)`, 'u').exec(section)?.[1] ?? '';
      return text === '' || /^(?:未载|原文缺失|本篇原文丢了)/u.test(text) ? null : text;
    };
    return [
      {
        article,
        title: value('标题'),
        author: value('作者'),
        date: value('日期'),
        org: value('单位'),
        publication: value('刊物'),
      },
    ];
  });
}

/**
 * Read the places of byte damage from the tables of `noise.md` §2.
 *
 * @throws Where the file is missing.
 * @example
 * readDamage('gold')[0]; // { file: '012', seen: '党\uFFFD', original: '党建' }
 */
export function readDamage(dir: string): GoldDamage[] {
  const text =
    readFileSync(join(dir, 'noise.md'), 'utf8').split('## 2. ')[1]?.split('\n## 3')[0] ?? '';
  return Array.from(
    text.matchAll(/^\| (\d{3}):\d+ \| `([^`]+)` \| `([^`]+)` \|/gmu),
    ([, file = '', seen = '', original = '']) => ({
      file,
      seen: seen.replace(/\\u([0-9a-f]{4})/gu, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      ),
      original,
    }),
  );
}
