import type { SourceResponse } from './pagefind-source.ts';
import type { FacetCounts } from './result.ts';
import type { FacetName } from './types.ts';

/**
 * Pagefind's own counts of one search.
 *
 * @example
 * countsOf(response).kind.get('problem'); // 2 (问题)
 */
export function countsOf({ filters }: SourceResponse): FacetCounts {
  return asCounts((facet) => new Map(Object.entries(filters[facet] ?? {})));
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
