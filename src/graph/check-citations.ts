import type { Finding } from '../schema/finding.ts';
import { readBodySyntax } from './body-syntax.ts';
import type { CheckInput, LocatedEntry } from './types.ts';

interface KeyUse {
  readonly key: string;
  readonly line: number;
}

/**
 * Check that every citation key that is used is declared, and that every declared citation is used.
 *
 * @example
 * checkCitations(input); // [{ rule: 'dangling-cite', actual: 'c', expected: 'a、b', … }]（第三条表现写了 cite: [c]）
 */
export function checkCitations({ located }: CheckInput): Finding[] {
  return located.flatMap((source) => {
    const uses = [...listKeys(source.entry.data, [], source), ...listBodyKeys(source)];
    return [...findUndeclared(source, uses), ...findUnused(source, uses), ...findRepeated(source)];
  });
}

function findUndeclared({ entry }: LocatedEntry, uses: readonly KeyUse[]): Finding[] {
  const declared = new Set(entry.data.cites.map((cite) => cite.id));
  return uses.flatMap(({ key, line }) =>
    declared.has(key)
      ? []
      : [
          {
            rule: 'dangling-cite' as const,
            place: { file: entry.file, line },
            message: '引用的出处没有在 cites 中声明',
            actual: key,
            expected: declared.size > 0 ? [...declared].join('、') : '先在 cites 中声明',
          },
        ],
  );
}

function findUnused({ entry, lineOf }: LocatedEntry, uses: readonly KeyUse[]): Finding[] {
  const used = new Set(uses.map((use) => use.key));
  return entry.data.cites.flatMap((cite, index) =>
    used.has(cite.id)
      ? []
      : [
          {
            rule: 'unused-cite' as const,
            place: { file: entry.file, line: lineOf(['cites', index, 'id']) },
            message: '声明的出处没有一处用到',
            actual: cite.id,
            expected: `某条陈述写 cite: [${cite.id}]，或正文写 <Cite id="${cite.id}" />`,
          },
        ],
  );
}

function findRepeated({ entry, lineOf }: LocatedEntry): Finding[] {
  return entry.data.cites.flatMap((cite, index) =>
    entry.data.cites.findIndex((other) => other.id === cite.id) === index
      ? []
      : [
          {
            rule: 'duplicate-id' as const,
            place: { file: entry.file, line: lineOf(['cites', index, 'id']) },
            message: '两处出处用了同一个字母',
            actual: cite.id,
            expected: '每处出处一个字母',
          },
        ],
  );
}

/** Every `cite: […]` list anywhere in the front matter. */
function listKeys(value: unknown, path: (string | number)[], source: LocatedEntry): KeyUse[] {
  if (Array.isArray(value))
    return value.flatMap((item, index) => listKeys(item, [...path, index], source));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    if (name === 'cite' && Array.isArray(inner)) {
      return inner.map((key, index) => ({
        key: String(key),
        line: source.lineOf([...path, 'cite', index]),
      }));
    }
    return listKeys(inner, [...path, name], source);
  });
}

function listBodyKeys({ entry }: LocatedEntry): KeyUse[] {
  return readBodySyntax(entry.body).cites.map(({ line, value }) => ({
    key: value,
    line: entry.bodyLine + line - 1,
  }));
}
