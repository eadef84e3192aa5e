import { countFacets } from './facet-counts.ts';
import type { Plan } from './plan.ts';
import type { PortableIndex } from './portable-index.ts';
import { presentPage, type Candidate } from './present.ts';
import type { PageHit, ResultList } from './result.ts';

/** Pages checked at a time. */
const BATCH = 8;

/** Pages of a result list, checked only as far as the reader looks. */
export interface LazyOptions {
  /** Pages that may answer, best first. */
  readonly order: readonly number[];
  /** Gives the page with its sections, or `undefined` where it does not answer after all. */
  readonly check: (page: number) => Promise<Candidate | undefined>;
  /** Whether every page of the order is sure to stay. */
  readonly exactCount: boolean;
  /** Strings to mark beside the words of the query. */
  readonly pieces: readonly string[];
  readonly partial?: boolean;
}

/** A list that can be filled before anything is taken. */
export interface FillableList extends ResultList {
  /** Check pages until so many are kept, or none is left. */
  fill(pages: number): Promise<void>;
  /** Number of pages kept so far. */
  found(): number;
}

/**
 * A list whose pages are checked in order, a batch at a time, as they are asked for.
 *
 * @param index - Opened index.
 * @param plan - The query.
 * @example
 * const list = lazyList(index, plan, { order, check, exactCount: true, pieces: [] });
 * await list.take(10); // 前十页（“三会一课”）
 */
export function lazyList(
  index: PortableIndex,
  plan: Plan,
  { order, check, exactCount, pieces, partial = false }: LazyOptions,
): FillableList {
  const kept: Candidate[] = [];
  let next = 0;
  let given = 0;
  const fill = async (pages: number): Promise<void> => {
    while (kept.length < pages && next < order.length) {
      const batch = order.slice(next, next + Math.max(1, Math.min(BATCH, pages - kept.length)));
      next += batch.length;
      const checked = await Promise.all(batch.map(check));
      checked.forEach((candidate) => candidate !== undefined && kept.push(candidate));
    }
  };
  return {
    plan,
    partial,
    whole: () => (partial ? 0 : kept.length + order.length - next),
    fill,
    found: () => kept.length,
    count: () => ({
      pages: kept.length + order.length - next,
      approximate: !exactCount && next < order.length,
    }),
    facets: async () =>
      countFacets(await index.facets(), [...kept.map(({ page }) => page), ...order.slice(next)]),
    async take(pages) {
      await fill(given + pages);
      const batch = kept.slice(given, given + pages);
      given += batch.length;
      return presentAll(index, plan, batch, pieces);
    },
  };
}

/**
 * Read the sections of some candidates and make hits of them.
 *
 * @example
 * await presentAll(index, plan, [{ page: 0, score: 1, match: 'section', units: [2] }], []); // 三会一课
 */
export async function presentAll(
  index: PortableIndex,
  plan: Plan,
  candidates: readonly Candidate[],
  pieces: readonly string[],
): Promise<PageHit[]> {
  const units = await index.units(candidates.flatMap((candidate) => candidate.units));
  return candidates.flatMap((candidate) => presentPage(candidate, units, { plan, pieces }) ?? []);
}
