/**
 * The portable index: files a browser loads as classic scripts, each one call `kbShard(name, data)`.
 *
 * `manifest`  one {@link Manifest}
 * `p<n>`      postings of a range of terms, {@link PostingShard}
 * `d<n>`      texts of a range of sections, {@link DocShard}
 * `facets`    filters and years, {@link FacetShard}
 * `t2s`       traditional characters that stand for characters of this site, as one string of pairs
 * `words…`    see `lexicon-format.ts`
 */
export const FORMAT_VERSION = 1;

/** What must be known before anything can be looked up. */
export interface Manifest {
  readonly format: number;
  /** Changes with the content; part of every shard's address, so that caches never mix two builds. */
  readonly build: string;
  readonly pages: number;
  readonly units: number;
  /** Mean of the pages' token counts. */
  readonly meanLength: number;
  /** First term of each postings shard, front-coded. */
  readonly terms: string;
  /** First unit of each document shard, as numbers: differences. */
  readonly docs: string;
  /** For each page: number of sections. */
  readonly sections: string;
  /** For each page one character: length class (log2 · 4). */
  readonly lengths: string;
  /** For each page one character: distinct title tokens (at most 31). */
  readonly titles: string;
  /** For each page one character: standing, an index into {@link Manifest.standings}. */
  readonly standing: string;
  /** Number of Pagefind bundles of this build. */
  readonly bundles: number;
  /** Distinct pairs “kind validity”. */
  readonly standings: readonly string[];
}

/** `[terms front-coded, postings of each term parted by blanks]`. */
export type PostingShard = readonly [string, string];

/** A page in a document shard: address, title, kind, year (0: none), first unit, sections in this shard, related pages. */
export interface DocPage {
  readonly u: string;
  readonly t: string;
  readonly k: string;
  readonly y: number;
  readonly n: number;
  /** Each section: id, heading, whether the heading is visible text (1) or a label (0), body. */
  readonly s: readonly (readonly [string, string, 0 | 1, string])[];
  /** Validity. */
  readonly v: string;
  /** Related pages, by number. */
  readonly r?: readonly number[];
  /** Page number. */
  readonly p: number;
}

/** A document shard: what result lists show of some pages. */
export interface DocShard {
  readonly pages: readonly DocPage[];
  /** Traditional characters that the texts of this shard hold, as pairs; absent where there are none. */
  readonly t2s?: string;
}

/** For each facet its values with the pages that carry them (numbers: differences). */
export interface FacetShard {
  readonly values: Readonly<Record<string, readonly (readonly [value: string, pages: string])[]>>;
  /** Year of each page, 0 where there is none, as numbers: years since 1900. */
  readonly years: string;
  /** What readers call a value, where its name says nothing: titles of sources and 五化 pages. */
  readonly labels: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** Terms under this prefix are whole titles and aliases, folded: looked up when a query may be a name. */
export const NAME_PREFIX = '\u0002';

/**
 * How a term stands in a section, from weak to strong; three bits of every posting. `aside` is a list of links: what it
 * names is told elsewhere.
 */
export const CLASS = { aside: 0, once: 1, repeated: 2, heading: 3, title: 4 } as const;
/** Number of values a class may take in a posting. */
export const CLASSES = 8;

/**
 * Read pairs of characters written as one string.
 *
 * @example
 * readPairs('黨党'); // Map { '黨' → '党' }
 */
export function readPairs(pairs: string): Map<string, string> {
  const chars = Array.from(pairs);
  const map = new Map<string, string>();
  for (let i = 0; i + 1 < chars.length; i += 2) map.set(chars[i] ?? '', chars[i + 1] ?? '');
  return map;
}
