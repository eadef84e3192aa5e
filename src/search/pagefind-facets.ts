import type { PagefindSource, SourceResponse } from './pagefind-source.ts';
import type { FacetCounts } from './result.ts';
import { FACETS, type FacetName } from './types.ts';

/**
 * Pagefind's own counts of one search.
 *
 * @example
 * countsOf(response).kind.get('problem'); // 2 (问题)
 */
export function countsOf({ filters }: SourceResponse): FacetCounts {
  return asCounts((facet) => new Map(Object.entries(filters[facet] ?? {})));
}

/**
 * Count the pages of each value among some results. Pagefind counts for one search only, and several phrases are
 * several searches.
 *
 * @param source - Opened bundle.
 * @param ids - Pages by Pagefind's id.
 * @example
 * (await countByValue(source, new Set(ids))).audience.get('机关'); // 5
 */
export async function countByValue(
  source: PagefindSource,
  ids: ReadonlySet<string>,
): Promise<FacetCounts> {
  const all = await source.search({ term: null, filters: {} });
  const tables = new Map<FacetName, Map<string, number>>();
  for (const facet of FACETS) {
    const table = new Map<string, number>();
    for (const value of Object.keys(all.filters[facet] ?? {})) {
      const pages = await source.search({
        term: null,
        filters: { [facet]: [value] },
      });
      table.set(value, pages.ids.filter((id) => ids.has(id)).length);
    }
    tables.set(facet, table);
  }
  return asCounts((facet) => tables.get(facet) ?? new Map<string, number>());
}

function asCounts(of: (facet: FacetName) => ReadonlyMap<string, number>): FacetCounts {
  return {
    kind: of('kind'),
    wuhua: of('wuhua'),
    audience: of('audience'),
    year: of('year'),
    source: of('source'),
  };
}
