import type { Entry } from '../schema/entry.ts';
import type { Finding, FindingPlace } from '../schema/finding.ts';
import type { CheckInput } from './types.ts';

interface IdUse {
  readonly id: string;
  readonly place: FindingPlace;
  /** What the id should start with, for ids that belong to an entry. */
  readonly prefix?: string;
}

/**
 * Check that every id is used once in the whole content, and that criterion and item ids start with their entry's id.
 *
 * @example
 * checkIds(input); // [{ rule: 'duplicate-id', message: 'id 已被 problems/a.mdx 使用', … }]（两个文件同名时）
 */
export function checkIds({ located }: CheckInput): Finding[] {
  const uses = located.flatMap(({ entry, lineOf }) => [
    { id: entry.id, place: { file: entry.file, line: 1 } },
    ...listItemIds(entry).map(({ id, path, prefix }) => ({
      id,
      prefix,
      place: { file: entry.file, line: lineOf(path) },
    })),
  ]);
  return [...findDuplicates(uses), ...findForeign(uses)];
}

function findDuplicates(uses: readonly IdUse[]): Finding[] {
  const first = new Map<string, FindingPlace>();
  return uses.flatMap(({ id, place }) => {
    const earlier = first.get(id);
    if (earlier === undefined) {
      first.set(id, place);
      return [];
    }
    return [
      {
        rule: 'duplicate-id' as const,
        place,
        message: `id 已被 ${earlier.file}:${String(earlier.line ?? 1)} 使用`,
        actual: id,
        expected: '全站唯一的 id',
      },
    ];
  });
}

function findForeign(uses: readonly IdUse[]): Finding[] {
  return uses.flatMap(({ id, place, prefix }) =>
    prefix === undefined || id.startsWith(prefix)
      ? []
      : [
          {
            rule: 'id-format' as const,
            place,
            message: '条目号应以所在页面的 id 开头',
            actual: id,
            expected: `${prefix}01`,
          },
        ],
  );
}

function listItemIds(entry: Entry): { id: string; path: (string | number)[]; prefix: string }[] {
  if (entry.kind === 'standard' || entry.kind === 'wuhua') {
    const prefix = entry.kind === 'wuhua' ? `wuhua.${entry.id}.` : `${entry.id}.`;
    return entry.data.criteria.map(({ id }, index) => ({
      id,
      path: ['criteria', index, 'id'],
      prefix,
    }));
  }
  if (entry.kind !== 'checklist') return [];
  return entry.data.phases.flatMap((phase, phaseIndex) =>
    phase.items.flatMap((item, itemIndex) =>
      'id' in item
        ? [
            {
              id: item.id,
              path: ['phases', phaseIndex, 'items', itemIndex, 'id'],
              prefix: `${entry.id}.`,
            },
          ]
        : [],
    ),
  );
}
