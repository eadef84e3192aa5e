/** A section of a page: what a search result points to. */
export interface SearchSection {
  /** Anchor without `#`; empty for the head of the page. */
  readonly id: string;
  /** Heading shown with a result. */
  readonly heading: string;
  /** Whether the heading is text of the page (h1–h4), and not only a label we carry along. */
  readonly headingVisible: boolean;
  /** Visible text below the heading; blocks are parted by `\n`. */
  readonly body: string;
  /** Whether it is mostly links, such as 相关条目: found like all text, but ranked below what says it itself. */
  readonly aside?: boolean;
}

/** A page as a reader sees it, with what the filters need. */
export interface SearchPage {
  /** Address below the site's base, e.g. `problems/two-skins/`; never starts with `/`. */
  readonly url: string;
  readonly title: string;
  readonly kind: string;
  readonly audience: readonly string[];
  readonly year: number | undefined;
  readonly wuhua: readonly string[];
  readonly sources: readonly string[];
  readonly validity: string;
  readonly aliases: readonly string[];
  readonly sections: readonly SearchSection[];
}

/** A title, term or abbreviation that suggestions, pinyin and corrections know. */
export interface LexiconEntry {
  readonly title: string;
  /** Address as on the site, base included. */
  readonly url: string;
  readonly kind: string;
  readonly aliases: string[];
  /** Reading where a machine would err, e.g. `chong xin` for 重新. */
  readonly pinyin?: string;
  /** Addresses of entries that answer together with this one (a problem's measures). */
  readonly related?: string[];
}

/** The facets of the search page, by the name they have in the address. */
export const FACETS = ['kind', 'wuhua', 'audience', 'year', 'source'] as const;
/** One of {@link FACETS}. */
export type FacetName = (typeof FACETS)[number];

/** Chosen facet values: all facets must agree, any value within one. */
export type Filters = Partial<Readonly<Record<FacetName, readonly string[]>>>;

/**
 * How a page answers the query, best first.
 * `named`: the query is its title, an alias or an abbreviation. `section`: every word stands literally in one section.
 * `page`: every word stands on the page, in different sections. `partial`: only some of the words do.
 */
export type Match = 'named' | 'section' | 'page' | 'partial';

/** A stretch of text, marked where the query stands in it. */
export interface Piece {
  readonly text: string;
  readonly mark: boolean;
}
