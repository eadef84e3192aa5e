import { decodeNumbers } from './codec.ts';
import type { FacetShard } from './index-format.ts';
import type { FacetCounts } from './result.ts';

/**
 * Count the values of each facet among some pages.
 *
 * @param shard - The facet shard.
 * @param pages - Page numbers.
 * @example
 * countFacets(shard, [0, 2]).kind.get('problem'); // 2 (问题)
 */
export function countFacets(shard: FacetShard, pages: readonly number[]): FacetCounts {
  const among = new Set(pages);
  const count = (facet: string): Map<string, number> =>
    new Map(
      (shard.values[facet] ?? []).map(([value, list]) => [
        value,
        sums(decodeNumbers(list)).filter((page) => among.has(page)).length,
      ]),
    );
  return {
    kind: count('kind'),
    wuhua: count('wuhua'),
    audience: count('audience'),
    year: count('year'),
    source: count('source'),
  };
}

/**
 * Running sums: ascending numbers from their differences.
 *
 * @example
 * sums([1, 2, 3]); // [1, 3, 6] (页号)
 */
export function sums(values: readonly number[]): number[] {
  let sum = 0;
  return values.map((value) => (sum += value));
}
