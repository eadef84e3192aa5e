import type { EntryOf } from '../schema/entry.ts';
import type { Finding } from '../schema/finding.ts';
import { otherNamesOf } from '../schema/other-names-of.ts';
import type { CheckInput, LocatedEntry } from './types.ts';

interface Claim {
  readonly source: LocatedEntry;
  readonly term: EntryOf<'term'>;
}

/**
 * Check that no two terms claim the same name, alias or abbreviation unless one of them says that they are 易混.
 *
 * @example
 * checkAliases(input); // [{ rule: 'alias-clash', actual: '六有', … }]（铁路“六有”与村居“六有六无”）
 */
export function checkAliases({ located }: CheckInput): Finding[] {
  const claims = new Map<string, Claim[]>();
  for (const source of located) {
    const { entry } = source;
    if (entry.kind !== 'term') continue;
    for (const name of new Set([entry.data.title, ...otherNamesOf(entry)])) {
      claims.set(name, [...(claims.get(name) ?? []), { source, term: entry }]);
    }
  }
  return [...claims].flatMap(([name, claimants]) => clashesOf(name, claimants));
}

function clashesOf(name: string, claimants: readonly Claim[]): Finding[] {
  const [first, ...others] = claimants;
  if (first === undefined) return [];
  return others.flatMap(({ source, term }) =>
    areConfusable(first.term, term)
      ? []
      : [
          {
            rule: 'alias-clash' as const,
            place: { file: term.file, line: source.lineOf(['aliases']) },
            message: `名称“${name}”已被 ${first.term.file} 使用，两处都没有写明易混`,
            actual: name,
            expected: `confusable 中写 to: ${first.term.id} 和区别`,
          },
        ],
  );
}

function areConfusable(a: EntryOf<'term'>, b: EntryOf<'term'>): boolean {
  return (
    a.data.confusable.some((item) => item.to === b.id) ||
    b.data.confusable.some((item) => item.to === a.id)
  );
}
