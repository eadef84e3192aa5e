import { literalList } from './literal-list.ts';
import { lookUp } from './look-up.ts';
import { countsOf } from './pagefind-facets.ts';
import type { PagefindSource } from './pagefind-source.ts';
import { toPagefindPhrases } from './pagefind-tokens.ts';
import { partialList } from './partial-list.ts';
import { portableEngine } from './portable.ts';
import type { PortableIndex } from './portable-index.ts';
import type { SearchEngine } from './result.ts';
import { splitClauses } from './tokens.ts';

/**
 * The Pagefind engine: exact phrases of our pairs choose the pages and count the facets; order, sections and excerpts
 * are those of the portable index. What Pagefind cannot do – partial matches, queries of signs only – the portable
 * engine answers. Pagefind's own order is not asked for: it takes a second search, without quotes, that costs several
 * times as much as the phrases.
 *
 * @param source - Opened bundle.
 * @param index - Opened portable index of the same build.
 * @throws Error when the two are not of the same build.
 * @example
 * const list = await pagefindEngine(source, index).find('三会一课');
 * (await list.take(10))[0]?.title; // '三会一课'
 */
export function pagefindEngine(source: PagefindSource, index: PortableIndex): SearchEngine {
  if (source.pages !== index.manifest.pages)
    throw new Error(
      `Pagefind 索引有 ${source.pages} 页，轻便索引有 ${index.manifest.pages} 页：请重新构建网站（npm run build）。`,
    );
  return {
    name: 'pagefind',
    async find(query, options = {}) {
      const found = await lookUp(index, query);
      const { plan } = found;
      if ((options.partial ?? false) !== false) return partialList(index, plan, options);
      const words = plan.parts.map(({ text }) => toPagefindPhrases(text));
      if (words.length === 0 || words.some((phrases) => phrases.length === 0))
        return portableEngine(index).find(query, options);
      const phrases = [...new Set(words.flat())];
      const filters = { ...options.filters };
      const responses = await Promise.all(
        phrases.map((phrase) => source.search({ term: `"${phrase}"`, filters })),
      );
      const [only] = responses;
      // One phrase without signs around it says the whole query, so every page of Pagefind's holds it.
      const exactCount =
        only !== undefined &&
        responses.length === 1 &&
        found.not.length === 0 &&
        splitClauses(plan.whole).length === 1;
      const pages = inAll(responses.map((response) => response.pages));
      const list = await literalList(index, found, options, { pages, exactCount });
      if (list === undefined) return partialList(index, plan, options);
      // Pagefind's own counts, unless a name brings pages that do not hold the words.
      const held = new Set(pages);
      return exactCount && found.named.every(({ page }) => held.has(page))
        ? { ...list, facets: () => Promise.resolve(countsOf(only)) }
        : list;
    },
  };
}

/** Pages that are in every list. */
function inAll(lists: readonly (readonly number[])[]): number[] {
  const [first = [], ...others] = lists;
  const sets = others.map((list) => new Set(list));
  return first.filter((page) => sets.every((set) => set.has(page)));
}
