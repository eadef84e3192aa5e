import type { Sort } from '../result.ts';
import { FACETS, type FacetName } from '../types.ts';

/** Everything the search page shows, as its address holds it. */
export interface SearchState {
  readonly query: string;
  readonly filters: Readonly<Record<FacetName, readonly string[]>>;
  readonly sort: Sort;
  /** Pages shown. */
  readonly shown: number;
  /** Whether partial matches are asked for. */
  readonly partial: boolean;
}

/** Pages shown at first, and added by “load more”. */
export const STEP = 10;
/** Pages an address may ask for at once. */
const MOST_SHOWN = 500;

/** Folder names stand for kinds, too: `?kind=problems`. */
const KIND_OF_FOLDER: Readonly<Record<string, string>> = {
  problems: 'problem',
  measures: 'measure',
  standards: 'standard',
  checklists: 'checklist',
  terms: 'term',
  sources: 'source',
  library: 'article',
  articles: 'article',
};

/**
 * Read the state from an address.
 *
 * @param search - `location.search`.
 * @example
 * readState('?q=两张皮&kind=problems').filters.kind; // ['problem']
 */
export function readState(search: string): SearchState {
  const params = new URLSearchParams(search);
  const values = (facet: FacetName): string[] => {
    const all = params.getAll(facet).filter((value) => value !== '');
    return facet === 'kind' ? all.map((kind) => KIND_OF_FOLDER[kind] ?? kind) : all;
  };
  const shown = Number(params.get('n'));
  return {
    query: params.get('q') ?? '',
    filters: {
      kind: values('kind'),
      wuhua: values('wuhua'),
      audience: values('audience'),
      year: values('year'),
      source: values('source'),
    },
    sort: params.get('sort') === 'year' ? 'year' : 'relevance',
    shown: Number.isInteger(shown) && shown > STEP ? Math.min(shown, MOST_SHOWN) : STEP,
    partial: params.get('partial') === '1',
  };
}

/**
 * Write the state as an address; what is at its default is left out.
 *
 * @example
 * writeState({ ...readState(''), query: '两张皮' }); // '?q=%E4%B8%A4%E5%BC%A0%E7%9A%AE'
 */
export function writeState(state: SearchState): string {
  const params = new URLSearchParams();
  if (state.query !== '') params.set('q', state.query);
  for (const facet of FACETS) state.filters[facet].forEach((value) => params.append(facet, value));
  if (state.sort !== 'relevance') params.set('sort', state.sort);
  if (state.shown > STEP) params.set('n', String(state.shown));
  if (state.partial) params.set('partial', '1');
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}
