import type { FacetName, Filters, Match, Piece } from './types.ts';
import type { Plan } from './plan.ts';

/** A section that answers the query. */
export interface SectionHit {
  readonly unit: number;
  readonly id: string;
  readonly heading: string;
  /** Whether the query as a whole stands literally in the section. */
  readonly exact: boolean;
  readonly excerpt: readonly Piece[];
}

/** A page that answers the query, its sections best first (one at least). */
export interface PageHit {
  readonly page: number;
  /** Address below the site's base. */
  readonly url: string;
  readonly title: string;
  readonly titlePieces: readonly Piece[];
  readonly kind: string;
  readonly year: number | undefined;
  readonly validity: string;
  readonly match: Match;
  readonly score: number;
  readonly sections: readonly SectionHit[];
}

/** How many of the found pages carry each value of each facet. */
export type FacetCounts = Readonly<Record<FacetName, ReadonlyMap<string, number>>>;

/** What an engine found; pages are read as they are taken. */
export interface ResultList {
  readonly plan: Plan;
  /** Whether only partial matches were found. */
  readonly partial: boolean;
  /** Number of pages that hold every word, as far as is known. */
  whole(): number;
  /** Number of pages; grows exact as pages are taken. */
  count(): { readonly pages: number; readonly approximate: boolean };
  facets(): Promise<FacetCounts>;
  /** The next pages, best first; fewer than asked for at the end. */
  take(pages: number): Promise<PageHit[]>;
}

/** How results are put in order. */
export type Sort = 'relevance' | 'year';

/** How a query is answered. */
export interface FindOptions {
  readonly filters?: Filters;
  readonly sort?: Sort;
  /** Sections to give of each page (4 unless told). */
  readonly sections?: number;
  /**
   * Give partial matches even where pages hold all words: pages that hold some of the words, or, with `titles`, those
   * whose title holds most of the query or stands in it.
   */
  readonly partial?: boolean | 'titles';
}

/** The interface both engines stand behind. */
export interface SearchEngine {
  readonly name: 'pagefind' | 'portable';
  /**
   * Find what a query asks for.
   *
   * @param query - As typed.
   * @throws Error when a shard cannot be had after retries.
   */
  find(query: string, options?: FindOptions): Promise<ResultList>;
}
