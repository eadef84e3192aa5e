import { SCHEMAS, type Entry } from '../schema/entry.ts';
import { ENTRY_ID } from '../schema/fields.ts';
import type { Finding } from '../schema/finding.ts';
import { KINDS, findKindOfFolder } from '../schema/kinds.ts';
import { splitFrontMatter } from './front-matter.ts';
import { toSchemaFindings } from './schema-findings.ts';

/** One content file: its path below the content root (with `/`) and its text. */
export interface ContentFile {
  readonly file: string;
  readonly raw: string;
}

/** An entry with a way back to the lines of its file, or the findings that kept it from being one. */
export interface ParsedEntry {
  readonly entry?: Entry;
  readonly findings: readonly Finding[];
  /** Line of a front-matter path, from 1. */
  readonly lineOf: (path: readonly (string | number)[]) => number;
}

/**
 * Read one content file against the schema of its folder.
 *
 * @param source - Path and text of the file.
 * @returns The entry, or every finding of its front matter.
 * @example
 * parseEntry({ file: 'terms/san-hui-yi-ke.mdx', raw: '---\ntitle: 三会一课\n…' }).entry?.id; // 'san-hui-yi-ke'
 */
export function parseEntry(source: ContentFile): ParsedEntry {
  const { file, raw } = source;
  const [folder = '', name = ''] = file.split('/');
  const kind = findKindOfFolder(folder);
  if (kind === undefined || !name.endsWith('.mdx')) {
    return fail({
      rule: 'id-format',
      place: { file },
      message: '文件不在条目目录里',
      expected: `${Object.values(KINDS)
        .map((info) => info.folder)
        .join('、')} 之一下的 .mdx 文件`,
    });
  }
  const id = name.slice(0, -'.mdx'.length);
  if (!ENTRY_ID.test(id)) {
    return fail({
      rule: 'id-format',
      place: { file },
      message: '文件名（即 id）不合规范',
      actual: id,
      expected: '小写字母、数字和连字符，如 two-skins.mdx',
    });
  }
  const parts = splitFrontMatter(file, raw);
  if ('rule' in parts) return fail(parts);
  const result = SCHEMAS[kind].safeParse(parts.data);
  if (!result.success) {
    const findings = toSchemaFindings(file, result.error.issues, parts.lineOf, (path) =>
      valueAt(parts.data, path),
    );
    return { findings, lineOf: parts.lineOf };
  }
  const entry = {
    kind,
    id,
    file,
    data: result.data,
    body: parts.body,
    bodyLine: parts.bodyLine,
  } as Entry;
  return { entry, findings: [], lineOf: parts.lineOf };
}

function fail(finding: Finding): ParsedEntry {
  return { findings: [finding], lineOf: () => 1 };
}

function valueAt(data: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (value, part) =>
      typeof value === 'object' && value !== null
        ? (value as Record<string | number, unknown>)[part]
        : undefined,
    data,
  );
}
