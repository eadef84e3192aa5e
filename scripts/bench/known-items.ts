import { answerQuery } from '../../src/search/answer.ts';
import type { OpenedSite } from '../../src/search/build/open-engine.ts';
import type { DevItem } from './dev-set.ts';

/** How well an engine finds known items. */
export interface KnownScore {
  /** Mean of 1/rank of the first right page among ten. */
  readonly mrr: number;
  readonly first: number;
  readonly five: number;
  /** Items whose right page is not first: query, what came first, rank of the right page (0: not among ten). */
  readonly missed: readonly { query: string; got: string; rank: number }[];
}

/**
 * Ask every query and see where the right page stands.
 *
 * @example
 * (await scoreKnown(site, [{ query: '三会一课', pages: ['terms/san-hui-yi-ke'] }])).mrr; // 1
 */
export async function scoreKnown(site: OpenedSite, items: readonly DevItem[]): Promise<KnownScore> {
  const missed: { query: string; got: string; rank: number }[] = [];
  let mrr = 0;
  let first = 0;
  let five = 0;
  for (const { query, pages } of items) {
    const { list } = await answerQuery(site.engine, site.index, query);
    const urls = (await list.take(10)).map(({ url }) => url.replace(/\/$/, ''));
    const rank = urls.findIndex((url) => pages.includes(url)) + 1;
    if (rank > 0) mrr += 1 / rank;
    if (rank === 1) first += 1;
    if (rank > 0 && rank <= 5) five += 1;
    if (rank !== 1) missed.push({ query, got: urls[0] ?? '', rank });
  }
  const share = (count: number): number => count / Math.max(1, items.length);
  return { mrr: share(mrr), first: share(first), five: share(five), missed };
}
