import { decodeNumbers } from './codec.ts';
import { sums } from './facet-counts.ts';
import type { PortableIndex } from './portable-index.ts';
import type { FindOptions } from './result.ts';
import { FACETS } from './types.ts';

/**
 * The pages that filters let pass; `undefined` where nothing is filtered.
 *
 * @param index - Opened index.
 * @returns `allowed[page]` is 1 for pages that carry a chosen value of every filtered facet.
 * @example
 * await allowedPages(index, { filters: { kind: ['problem'] } }); // 只留“问题”
 */
export async function allowedPages(
  index: PortableIndex,
  { filters = {} }: FindOptions,
): Promise<Uint8Array | undefined> {
  const chosen = FACETS.filter((facet) => (filters[facet] ?? []).length > 0);
  if (chosen.length === 0) return undefined;
  const shard = await index.facets();
  const agree = new Uint8Array(index.manifest.pages);
  for (const facet of chosen) {
    const pages = new Set<number>();
    for (const [value, list] of shard.values[facet] ?? [])
      if (filters[facet]?.includes(value) === true)
        sums(decodeNumbers(list)).forEach((page) => pages.add(page));
    pages.forEach((page) => (agree[page] = (agree[page] ?? 0) + 1));
  }
  return agree.map((facets) => (facets === chosen.length ? 1 : 0));
}

/**
 * Pages in the order asked for: by relevance as compared, or by year from new to old (undated ones last).
 *
 * @param index - Opened index.
 * @param pages - Page numbers; not changed.
 * @example
 * await orderPages(index, [3, 5], { sort: 'year' }, byScore); // 2022 年在 2019 年之前
 */
export async function orderPages(
  index: PortableIndex,
  pages: readonly number[],
  { sort = 'relevance' }: FindOptions,
  byRelevance: (a: number, b: number) => number,
): Promise<number[]> {
  const order = [...pages].sort(byRelevance);
  if (sort === 'relevance') return order;
  const years = decodeNumbers((await index.facets()).years);
  return order.sort((a, b) => (years[b] ?? 0) - (years[a] ?? 0));
}
