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

/** Pages are packed into the low bits of a sort key. */
const PAGE_BITS = 2 ** 21;
/** Scores are compared to a thousandth, up to this. */
const TOP_SCORE = 10_000_000;

/** What pages are put in order by: the higher tier first, then the higher score, then the lower number. */
export interface PageOrder {
  readonly tier: (page: number) => number;
  readonly scores: Float64Array;
}

/**
 * Pages in the order asked for: by relevance, or by year from new to old (undated ones last).
 *
 * @param index - Opened index.
 * @param pages - Page numbers; not changed.
 * @param order - Tier (0–3) and score of each page.
 * @example
 * await orderPages(index, [3, 5], { sort: 'year' }, order); // 2022 年在 2019 年之前
 */
export async function orderPages(
  index: PortableIndex,
  pages: readonly number[],
  { sort = 'relevance' }: FindOptions,
  { tier, scores }: PageOrder,
): Promise<number[]> {
  // One number for each page: sorting numbers is ten times faster than calling back for each comparison.
  const keys = new Float64Array(pages.length);
  for (let i = 0; i < pages.length; i += 1) {
    const page = pages[i] ?? 0;
    const score = Math.min(TOP_SCORE - 1, Math.max(0, Math.round((scores[page] ?? 0) * 1000)));
    keys[i] = (tier(page) * TOP_SCORE + score) * PAGE_BITS + (PAGE_BITS - 1 - page);
  }
  keys.sort();
  const order: number[] = [];
  for (let i = keys.length - 1; i >= 0; i -= 1)
    order.push(PAGE_BITS - 1 - ((keys[i] ?? 0) % PAGE_BITS));
  return sort === 'relevance' ? order : sortByYear(index, order);
}

/**
 * Pages from new to old; those of one year, and those without, stay in order.
 *
 * @example
 * await sortByYear(index, [5, 3]); // 2022 年在 2019 年之前
 */
export async function sortByYear(
  index: PortableIndex,
  pages: readonly number[],
): Promise<number[]> {
  const years = decodeNumbers((await index.facets()).years);
  return [...pages].sort((a, b) => (years[b] ?? 0) - (years[a] ?? 0));
}
