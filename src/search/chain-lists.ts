import type { PageHit, ResultList } from './result.ts';

/**
 * Two lists as one: the pages of the first, then those of the second that the first did not have.
 *
 * @param first - Pages with all words of 党建 督察.
 * @param second - Pages with some of them; its facets and count stand for both.
 * @example
 * const list = chainLists(await engine.find('党建 督察'), await engine.find('党建 督察', { partial: true }));
 */
export function chainLists(first: ResultList, second: ResultList): ResultList {
  const seen = new Set<number>();
  return {
    plan: first.plan,
    partial: first.partial,
    whole: () => first.whole(),
    count: () => ({
      pages: Math.max(first.count().pages, second.count().pages),
      approximate: first.count().approximate || second.count().approximate,
    }),
    facets: () => second.facets(),
    async take(pages) {
      const hits = await first.take(pages);
      hits.forEach(({ page }) => seen.add(page));
      while (hits.length < pages) {
        const wanted = pages === Infinity ? Infinity : pages - hits.length;
        const more = await second.take(wanted);
        hits.push(...more.filter(({ page }) => !seen.has(page)));
        if (more.length < wanted || pages === Infinity) break;
      }
      return hits;
    },
  };
}

/**
 * A list as it was before its first pages were taken.
 *
 * @param list - The list.
 * @param hits - What was taken from it.
 * @example
 * const list = await engine.find('党建 督察');
 * putBack(list, await list.take(3)); // gives the three pages again
 */
export function putBack(list: ResultList, hits: readonly PageHit[]): ResultList {
  let given = 0;
  return {
    ...list,
    async take(pages) {
      const back = hits.slice(given, given + pages);
      given += back.length;
      return back.length === pages ? back : [...back, ...(await list.take(pages - back.length))];
    },
  };
}
