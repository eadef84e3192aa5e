import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { KIND_NAMES, KINDS } from '../../../schema/kinds.ts';
import type { KnownEntry } from '../similar-entries.ts';

/** What drafts need to know of the existing content. */
export interface KnownContent {
  readonly entries: readonly KnownEntry[];
  /** Id of the source entry for a title without spaces and punctuation. */
  readonly sources: ReadonlyMap<string, string>;
}

/**
 * Read the entries of a content folder as plain text, criteria one by one. Files are not validated here (the graph does
 * that); one without readable front matter is passed over, because a draft needs no more than suggestions from it.
 *
 * @param root - Content folder; one that does not exist has no entries.
 * @example
 * (await readKnownEntries('content')).entries.some((entry) => entry.text.includes('三会一课')); // true
 */
export async function readKnownEntries(root: string): Promise<KnownContent> {
  const entries: KnownEntry[] = [];
  const sources = new Map<string, string>();
  for (const kind of KIND_NAMES) {
    const folder = join(root, KINDS[kind].folder);
    for (const file of existsSync(folder) ? (await readdir(folder)).sort() : []) {
      if (!file.endsWith('.mdx')) continue;
      const data = readFrontMatter(await readFile(join(folder, file), 'utf8'));
      const title = data?.['title'];
      if (data === undefined || typeof title !== 'string') continue;
      const id = file.replace(/\.mdx$/, '');
      entries.push({ id, kind, title, text: textOf(data) }, ...criteriaOf(data));
      if (kind === 'source') sources.set(toKey(title), id);
    }
  }
  return { entries, sources };
}

/**
 * The key under which {@link KnownContent.sources} knows a title.
 *
 * @example
 * toKey('抓基层打基础 锻造党的坚强组织体系'); // '抓基层打基础锻造党的坚强组织体系'
 */
export function toKey(title: string): string {
  return title.replace(/[^\p{L}\p{N}]/gu, '');
}

function readFrontMatter(raw: string): Record<string, unknown> | undefined {
  const yaml = /^---\r?\n([^]*?)\r?\n---/.exec(raw)?.[1];
  if (yaml === undefined) return undefined;
  try {
    const value: unknown = parse(yaml);
    return isRecord(value) ? value : undefined;
  } catch {
    // A file that is being edited: the content check reports it, suggestions do without.
    return undefined;
  }
}

function criteriaOf(data: Record<string, unknown>): KnownEntry[] {
  const criteria = data['criteria'];
  if (!Array.isArray(criteria)) return [];
  return criteria.filter(isRecord).flatMap((item) => {
    const { id, text } = item;
    return typeof id === 'string' && typeof text === 'string'
      ? [{ id, kind: 'criterion' as const, title: text, text: textOf(item) }]
      : [];
  });
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(textOf).join('\n');
  return isRecord(value) ? Object.values(value).map(textOf).join('\n') : '';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
