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

export interface PagefindInstance {
  options(options: { ranking?: Readonly<Record<string, number>> }): Promise<void>;
  filters(): Promise<unknown>;
  mergeIndex(path: string, options?: { ranking?: Readonly<Record<string, number>> }): Promise<void>;
  search(
    term: string | null,
    options?: {
      filters?: Readonly<Record<string, unknown>>;
    },
  ): Promise<PagefindResponse>;
}

export interface PagefindResponse {
  readonly results: readonly PagefindResult[];
  /** Pages with each value of each filter, among the results. */
  readonly filters: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

export interface PagefindResult {
  readonly id: string;
  readonly score: number;
  data(): Promise<{ readonly sub_results: readonly { readonly url: string }[] }>;
}

/** What one look-up gave: pages by Pagefind's own id. */
export interface SourceResponse {
  /** To ask for sections of this response. */
  readonly ticket: number;
  readonly ids: readonly string[];
  readonly scores: readonly number[];
  readonly filters: PagefindResponse['filters'];
}

export interface SourceQuery {
  readonly term: string | null;
  readonly filters: Readonly<Record<string, readonly string[]>>;
}

/** Pagefind behind plain data, so that it can sit in a worker. */
export interface PagefindSource {
  search(query: SourceQuery): Promise<SourceResponse>;
  /** The sections (numbers of the portable index) of one page that hold the words of a response, in page order. */
  sections(ticket: number, id: string): Promise<number[]>;
}

/** Ranking options, tuned on the dev set: titles count five times, long pages are held back fully. */
const RANKING = { pageLength: 1, termSaturation: 1.4, termFrequency: 1 } as const;
/** Responses kept for `sections`. */
const KEPT = 64;

/**
 * Open a bundle.
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
  await instance.options({ ranking: RANKING });
  for (let number = 1; number < bundles; number += 1)
    await instance.mergeIndex(`${basePath}${bundleFolder(number)}`, { ranking: RANKING });
  // Searches count filters only once the filters have been asked for.
  await instance.filters();
  const kept = new Map<number, ReadonlyMap<string, PagefindResult>>();
  let tickets = 0;
  return {
    async search({ term, filters }) {
      const chosen = Object.fromEntries(
        Object.entries(filters)
          .filter(([, values]) => values.length > 0)
          .map(([facet, values]) => [facet, { any: [...values] }]),
      );
      const response = await instance.search(term, { filters: chosen });
      tickets += 1;
      if (term !== null)
        kept.set(tickets, new Map(response.results.map((result) => [result.id, result])));
      kept.delete(tickets - KEPT);
      return {
        ticket: tickets,
        ids: response.results.map(({ id }) => id),
        scores: response.results.map(({ score }) => score),
        filters: response.filters,
      };
    },
    async sections(ticket, id) {
      const result = kept.get(ticket)?.get(id);
      if (result === undefined)
        throw new Error(`Pagefind result ${id} of ticket ${ticket} is no longer kept.`);
      const { sub_results: parts } = await result.data();
      return parts.flatMap(({ url }) => {
        const unit = /#u(\d+)$/.exec(url)?.[1];
        return unit === undefined ? [] : [Number(unit)];
      });
    },
  };
}
