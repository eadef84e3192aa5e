import type { PortableIndex } from './portable-index.ts';
import { CLASS } from './index-format.ts';
import { lowerBound, type Postings } from './unit-sets.ts';

/** Weights of the ranking, tuned on `scripts/bench/search-dev.json` (see README, “Ranking”). */
export const WEIGHTS = {
  /** Saturation of a term's count in a page. */
  k1: 1.2,
  /** How much a long page is held back. */
  b: 0.75,
  /** Count that a term's class stands for: aside, once, repeated, heading, title. */
  class: [0.3, 1, 2, 4, 9],
  /** Factor for where a word stands as a whole: in links only, once, repeatedly, in a heading, in the title. */
  place: [0.5, 1, 1.05, 1.3, 1.6],
  /** Weight of the share of the query that the title holds. */
  title: 4,
  /** How much a title longer than the query is held back. */
  titleLength: 0.5,
  /** Weight of a page's name standing in a question, in parts of the best score. */
  name: 0.6,
} as const;

/** Factors by kind: entries stand above library articles and lists of contents at equal score. */
const KIND_FACTOR: Readonly<Record<string, number>> = {
  problem: 1.05,
  measure: 1.02,
  standard: 1.02,
  wuhua: 1.05,
  checklist: 1,
  term: 1.02,
  source: 0.9,
  article: 0.85,
  index: 0.6,
};

/** Factors by validity: what is in force stands first. */
const VALIDITY_FACTOR: Readonly<Record<string, number>> = {
  已修订: 0.85,
  已废止: 0.7,
  时效性: 0.95,
};

/** A term of the query with where it stands. */
export interface ScoredTerm {
  readonly token: string;
  readonly postings: Postings;
  /** Share of its rarity that counts (1 unless told). */
  readonly weight?: number;
}

/**
 * Rarity of a term, as BM25 has it.
 *
 * @param index - Opened index.
 * @param units - Number of sections that hold the term.
 * @example
 * rarity(index, 3); // 党建 in three sections
 */
export function rarity(index: PortableIndex, units: number): number {
  return Math.log(1 + (index.manifest.units - units + 0.5) / (units + 0.5));
}

/**
 * Score pages: BM25 over the page with weighted classes, plus a bonus for how much of the query the title holds, times
 * the standing of the page.
 *
 * @param index - Opened index.
 * @param terms - Terms of the query.
 * @param wanted - `wanted[page]` is 1 for pages to score.
 * @returns Score of each page; 0 where not wanted.
 * @example
 * scorePages(index, [{ token: '党建', postings }], wanted)[0];
 */
export function scorePages(
  index: PortableIndex,
  terms: readonly ScoredTerm[],
  wanted: Uint8Array,
): Float64Array {
  const scores = new Float64Array(index.manifest.pages);
  const inTitle = new Float64Array(index.manifest.pages);
  const titleTerms = new Uint8Array(index.manifest.pages);
  const { lengths } = index;
  const mean = Math.max(1, index.manifest.meanLength);
  let total = 0;
  for (const { postings, weight = 1 } of terms) {
    if (postings.units.length === 0) continue;
    const idf = rarity(index, postings.units.length) * weight;
    total += idf;
    eachPage(index, postings, (page, count, title) => {
      if (wanted[page] !== 1) return;
      const length = (lengths[page] ?? 1) / mean;
      const hold = WEIGHTS.k1 * (1 - WEIGHTS.b + WEIGHTS.b * length);
      scores[page] = (scores[page] ?? 0) + (idf * count * (WEIGHTS.k1 + 1)) / (count + hold);
      if (!title) return;
      inTitle[page] = (inTitle[page] ?? 0) + idf;
      titleTerms[page] = (titleTerms[page] ?? 0) + 1;
    });
  }
  const factors = index.manifest.standings.map(factorOf);
  for (let page = 0; page < scores.length; page += 1) {
    if (wanted[page] !== 1) continue;
    const cover = (inTitle[page] ?? 0) / (total || 1);
    const fill = Math.min(1, (titleTerms[page] ?? 0) / Math.max(1, index.titles[page] ?? 1));
    const bonus =
      WEIGHTS.title *
      cover *
      cover *
      total *
      (1 - WEIGHTS.titleLength + WEIGHTS.titleLength * fill);
    scores[page] = ((scores[page] ?? 0) + bonus) * (factors[index.standing[page] ?? 0] ?? 1);
  }
  return scores;
}

/**
 * How well the words of a query stand on each page as wholes: the factor of the best section for each word, on average.
 * A word's place in a section is the weakest of its pairs' places.
 *
 * @param index - Opened index.
 * @param words - For each word its terms and the sections that hold all of them.
 * @example
 * placeFactors(index, [{ terms, units }])[3]; // 1.6: page 3 has 三会一课 in its title
 */
export function placeFactors(
  index: PortableIndex,
  words: readonly { readonly terms: readonly ScoredTerm[]; readonly units: Int32Array }[],
): Float64Array {
  const sums = new Float64Array(index.manifest.pages);
  for (const { terms, units } of words) {
    const weakest = new Uint8Array(units.length).fill(CLASS.title);
    for (const { postings } of terms) keepWeakest(weakest, units, postings);
    const best = new Uint8Array(sums.length);
    // One more than the class: 0 is “not on this page”.
    for (let i = 0; i < units.length; i += 1) {
      const page = index.pageOf[units[i] ?? 0] ?? 0;
      const as = (weakest[i] ?? 0) + 1;
      if (as > (best[page] ?? 0)) best[page] = as;
    }
    const shares = [0, ...WEIGHTS.place.map((factor) => factor / words.length)];
    for (let page = 0; page < sums.length; page += 1)
      sums[page] = (sums[page] ?? 0) + (shares[best[page] ?? 0] ?? 0);
  }
  return sums;
}

/** Lower `weakest[i]` to the class that a term has in `units[i]`; the term stands in every one of them. */
function keepWeakest(weakest: Uint8Array, units: Int32Array, postings: Postings): void {
  const { units: list, classes } = postings;
  const search = list.length > units.length * 16;
  let at = 0;
  for (let i = 0; i < units.length; i += 1) {
    const unit = units[i] ?? 0;
    if (search) at = lowerBound(list, unit, at);
    else while (at < list.length && (list[at] ?? 0) < unit) at += 1;
    const as = classes[at] ?? 0;
    if (as < (weakest[i] ?? 0)) weakest[i] = as;
  }
}

/**
 * Score the sections of some pages, to choose which to show first: rarity times class.
 *
 * @param index - Opened index.
 * @param terms - Terms of the query.
 * @returns Score of a section (党建 in a heading above 党建 in the body).
 * @example
 * const score = scoreUnits(index, terms); // terms of 党建
 * score(12) > score(30); // true: 党建 is in the heading of section 12, in the body of 30
 */
export function scoreUnits(
  index: PortableIndex,
  terms: readonly ScoredTerm[],
): (unit: number) => number {
  const weights = terms.map(
    ({ postings, weight = 1 }) => rarity(index, postings.units.length) * weight,
  );
  return (unit) =>
    terms.reduce((sum, { postings }, i) => {
      const at = lowerBound(postings.units, unit);
      if (postings.units[at] !== unit) return sum;
      const count = WEIGHTS.class[postings.classes[at] ?? 0] ?? 1;
      return sum + (weights[i] ?? 0) * (1 + Math.log2(count) / 4);
    }, 0);
}

/**
 * Share of the query's rarity that each page holds: what partial matches are ranked by.
 *
 * @param index - Opened index.
 * @param terms - Terms of the query.
 * @example
 * coverage(index, terms)[3]; // 0.8: the page holds most of 怎么解决两张皮
 */
export function coverage(index: PortableIndex, terms: readonly ScoredTerm[]): Float64Array {
  const covered = new Float64Array(index.manifest.pages);
  let total = 0;
  for (const { postings, weight = 1 } of terms) {
    const idf = rarity(index, postings.units.length) * weight;
    total += idf;
    eachPage(index, postings, (page) => (covered[page] = (covered[page] ?? 0) + idf));
  }
  return covered.map((sum) => sum / (total || 1));
}

/**
 * Share of some terms that the title of each page holds.
 *
 * @param index - Opened index.
 * @param terms - Terms of the query, those that stand nowhere included.
 * @example
 * titleShare(index, terms)[3]; // 0.86: 中央八项规定及其实施细则 holds six of the seven pairs of 八项规定实施细则
 */
export function titleShare(index: PortableIndex, terms: readonly ScoredTerm[]): Float64Array {
  const held = new Float64Array(index.manifest.pages);
  for (const { postings } of terms)
    eachPage(index, postings, (page, _, title) => {
      if (title) held[page] = (held[page] ?? 0) + 1;
    });
  return held.map((count) => count / Math.max(1, terms.length));
}

/** Call `visit` once for each page of a term, with its weighted count and whether the title holds it. */
function eachPage(
  index: PortableIndex,
  { units, classes }: Postings,
  visit: (page: number, count: number, title: boolean) => void,
): void {
  const { pageOf } = index;
  let i = 0;
  while (i < units.length) {
    const page = pageOf[units[i] ?? 0] ?? 0;
    let count = 0;
    let title = false;
    do {
      const as = classes[i] ?? 0;
      count += WEIGHTS.class[as] ?? 1;
      if (as === CLASS.title) title = true;
      i += 1;
    } while (i < units.length && pageOf[units[i] ?? 0] === page);
    visit(page, count, title);
  }
}

/** The factor of a kind and validity, as they stand in `manifest.standings`. */
function factorOf(standing: string): number {
  const [kind = '', validity = ''] = standing.split(' ');
  return (KIND_FACTOR[kind] ?? 1) * (VALIDITY_FACTOR[validity] ?? 1);
}

/**
 * The kind of a page.
 *
 * @example
 * kindOf(index, 0); // 'problem' (问题)
 */
export function kindOf(index: PortableIndex, page: number): string {
  return (index.manifest.standings[index.standing[page] ?? 0] ?? '').split(' ')[0] ?? '';
}
