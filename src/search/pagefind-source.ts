import { bundleFolder } from './pagefind-bundles.ts';

/**
 * The part of Pagefind's browser API that is used (`docs/content/docs/api.md` of Pagefind 1.6): what `pagefind.js`
 * exports.
 */
export interface PagefindModule {
  createInstance(options: {
    basePath: string;
    baseUrl?: string;
    noWorker?: boolean;
  }): PagefindInstance;
}

/** An opened Pagefind index, which further bundles can join. */
export interface PagefindInstance {
  filters(): Promise<unknown>;
  mergeIndex(path: string): Promise<void>;
  search(
    term: string | null,
    options?: {
      filters?: Readonly<Record<string, unknown>>;
      sort?: Readonly<Record<string, 'asc' | 'desc'>>;
    },
  ): Promise<PagefindResponse>;
}

/** What Pagefind answers to one search. */
export interface PagefindResponse {
  readonly results: readonly PagefindResult[];
  /** Pages with each value of each filter, among the results. */
  readonly filters: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** A page by Pagefind’s own id; `data` loads a file. */
export interface PagefindResult {
  readonly id: string;
  data(): Promise<{ readonly url: string }>;
}

/** What one look-up gave. */
export interface SourceResponse {
  /** Numbers of the pages, in no order. */
  readonly pages: readonly number[];
  readonly filters: PagefindResponse['filters'];
}

/** One look-up: a term, and the values allowed for each filter. */
export interface SourceQuery {
  readonly term: string;
  readonly filters: Readonly<Record<string, readonly string[]>>;
}

/** Pagefind behind plain data, so that it can sit in a worker. */
export interface PagefindSource {
  /** Number of pages. */
  readonly pages: number;
  search(query: SourceQuery): Promise<SourceResponse>;
}

/** Sort key that every page carries: its number. */
export const PAGE_KEY = 'page';
/** Filter that says in which bundle a page is. */
export const BUNDLE_FILTER = 'bundle';

/**
 * Open a bundle.
 *
 * Pagefind knows pages by ids of its own, and says more of a page only in a file of the page's. The pages of a bundle,
 * sorted by their number, tell which id is which page, all at once; bundles hold the pages in order.
 *
 * @param module - What `pagefind.js` exports. It must not see a `document`: Pagefind would cut queries by the page's
 *   language (`coupled_search.ts`, `detectLanguage`).
 * @param basePath - Address of the first bundle, ending in `/`.
 * @param bundles - Number of bundles.
 * @example
 * const source = await openPagefindSource(await import('/pagefind/pagefind.js'), '/pagefind/', 1);
 * await source.search({ term: '"党建"', filters: {} });
 */
export async function openPagefindSource(
  module: PagefindModule,
  basePath: string,
  bundles: number,
): Promise<PagefindSource> {
  const instance = module.createInstance({ basePath, noWorker: true });
  for (let number = 1; number < bundles; number += 1)
    await instance.mergeIndex(`${basePath}${bundleFolder(number)}`);
  // Searches count filters only once the filters have been asked for.
  await instance.filters();
  const numbers = new Map<string, number>();
  for (let number = 0; number < bundles; number += 1) {
    const filters = { [BUNDLE_FILTER]: { any: [String(number)] } };
    const { results } = await instance.search(null, { filters, sort: { [PAGE_KEY]: 'asc' } });
    results.forEach(({ id }) => numbers.set(id, numbers.size));
  }
  return {
    pages: numbers.size,
    async search({ term, filters }) {
      const chosen = Object.fromEntries(
        Object.entries(filters)
          .filter(([, values]) => values.length > 0)
          .map(([facet, values]) => [facet, { any: [...values] }]),
      );
      const response = await instance.search(term, { filters: chosen });
      return {
        pages: response.results.flatMap(({ id }) => numbers.get(id) ?? []),
        filters: response.filters,
      };
    },
  };
}
