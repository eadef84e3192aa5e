import { jaccard, shinglesOf, skeletonOf } from '../../text/shingles.ts';
import type { Duplicate, Report } from '../types.ts';
import { findCommonRuns, mergeRanges } from './common-runs.ts';
import { RUN, takeFingerprints, type Fingerprints } from './fingerprints.ts';

/** An article as the duplicate search sees it. */
export interface Candidate {
  readonly slug: string;
  readonly report: Pick<Report, 'text'>;
}

/** A shared passage is reported from this length on (code units without punctuation), or where the articles are alike. */
const PASSAGE = 60;

/** Articles at least this alike are the same article. */
export const SAME_ARTICLE = 0.95;

/** From this estimate on the similarity is computed exactly. */
const EXACT_FROM = 0.4;

/** A fingerprint that this many places have is a formula (a quoted regulation), and tells no two articles to be alike. */
const COMMON = 50;

/**
 * Find the same article printed twice, and long passages that two articles share.
 *
 * Pairs come from fingerprints, so the work grows with the text and not with the number of pairs. Punctuation, spaces
 * and line breaks are ignored.
 *
 * @param articles - Articles with unique slugs.
 * @returns For each slug its duplicates, most alike first; slugs without any are absent. Ranges are code units of
 * `Report.text`.
 * @example
 * findDuplicates([a, b]).get('pian-er'); // [{ slug: 'pian-wu', similarity: 1, ranges: [[0, 3120]] }] (篇二, 篇五)
 */
export function findDuplicates(
  articles: readonly Candidate[],
): ReadonlyMap<string, readonly Duplicate[]> {
  const texts = articles.map(({ report }) => skeletonOf(report.text).text);
  const prints = takeFingerprints(texts);
  const groups = groupByHash(prints);
  const found = new Map<string, Duplicate[]>();
  articles.forEach((left, index) => {
    for (const [other, seeds] of seedsOf(index, prints, groups)) {
      const right = articles[other];
      const [a, b] = [texts[index] ?? '', texts[other] ?? ''];
      if (right === undefined || !isWorthwhile(seeds.length, index, other, prints)) continue;
      const runs = findCommonRuns(a, b, seeds);
      const similarity = similarityOf(a, b, mergeRanges(runs.map((run) => run.left)));
      const minimum = similarity >= SAME_ARTICLE ? 1 : PASSAGE;
      const long = runs.filter((run) => run.left[1] - run.left[0] >= minimum);
      if (long.length === 0) continue;
      addTo(found, left.slug, {
        slug: right.slug,
        similarity,
        ranges: toText(
          left,
          long.map((run) => run.left),
        ),
      });
      addTo(found, right.slug, {
        slug: left.slug,
        similarity,
        ranges: toText(
          right,
          long.map((run) => run.right),
        ),
      });
    }
  });
  for (const list of found.values()) {
    list.sort((a, b) => b.similarity - a.similarity || (a.slug < b.slug ? -1 : 1));
  }
  return found;
}

interface Groups {
  /** Fingerprints sorted by hash, then in order. */
  readonly order: Uint32Array;
  /** For each fingerprint where it stands in `order`, and where the group of its hash ends. */
  readonly rank: Uint32Array;
  readonly end: Uint32Array;
  readonly start: Uint32Array;
}

function groupByHash({ hashes }: Fingerprints): Groups {
  const order = Uint32Array.from(hashes, (_, index) => index);
  order.sort((one, other) => (hashes[one] ?? 0) - (hashes[other] ?? 0) || one - other);
  const rank = new Uint32Array(order.length);
  const start = new Uint32Array(order.length);
  const end = new Uint32Array(order.length);
  for (let from = 0; from < order.length;) {
    let to = from + 1;
    while (to < order.length && hashes[order[to] ?? 0] === hashes[order[from] ?? 0]) to += 1;
    for (let at = from; at < to; at += 1) {
      const print = order[at] ?? 0;
      rank[print] = at;
      start[print] = from;
      end[print] = to;
    }
    from = to;
  }
  return { order, rank, start, end };
}

/** Places that an article shares with each later one. */
function seedsOf(
  index: number,
  { owners, places, starts }: Fingerprints,
  { order, rank, start, end }: Groups,
): Map<number, [number, number][]> {
  const seeds = new Map<number, [number, number][]>();
  for (let print = starts[index] ?? 0; print < (starts[index + 1] ?? 0); print += 1) {
    const last = end[print] ?? 0;
    if (last - (start[print] ?? 0) > COMMON) continue;
    for (let at = (rank[print] ?? 0) + 1; at < last; at += 1) {
      const match = order[at] ?? 0;
      const other = owners[match] ?? 0;
      if (other === index) continue;
      const seed: [number, number] = [places[print] ?? 0, places[match] ?? 0];
      const list = seeds.get(other);
      if (list === undefined) seeds.set(other, [seed]);
      else list.push(seed);
    }
  }
  return seeds;
}

/** A passage long enough to be reported has two fingerprints; a very short article has only one or two. */
function isWorthwhile(
  seeds: number,
  left: number,
  right: number,
  { starts }: Fingerprints,
): boolean {
  const size = (index: number) => (starts[index + 1] ?? 0) - (starts[index] ?? 0);
  return seeds >= 2 || seeds * 2 >= Math.min(size(left), size(right));
}

function similarityOf(
  a: string,
  b: string,
  shared: readonly (readonly [number, number])[],
): number {
  const runsIn = (length: number) => Math.max(length - RUN + 1, 1);
  const common = shared.reduce((sum, [start, end]) => sum + runsIn(end - start), 0);
  const estimate = common / Math.max(runsIn(a.length) + runsIn(b.length) - common, 1);
  const similarity =
    estimate >= EXACT_FROM ? jaccard(shinglesOf(a, RUN), shinglesOf(b, RUN)) : estimate;
  return Math.round(similarity * 1000) / 1000;
}

function toText(
  { report }: Candidate,
  ranges: readonly (readonly [number, number])[],
): [number, number][] {
  const { at } = skeletonOf(report.text);
  return mergeRanges(ranges).map(([start, end]) => [at[start] ?? 0, (at[end - 1] ?? 0) + 1]);
}

function addTo(found: Map<string, Duplicate[]>, slug: string, duplicate: Duplicate): void {
  const list = found.get(slug);
  if (list === undefined) found.set(slug, [duplicate]);
  else list.push(duplicate);
}
