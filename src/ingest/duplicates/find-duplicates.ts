import { jaccard, shinglesOf, skeletonOf } from '../../text/shingles.ts';
import type { Skeleton } from '../../text/shingles.ts';
import type { Duplicate, Report } from '../types.ts';

/** An article as the duplicate search sees it. */
export interface Candidate {
  readonly slug: string;
  readonly report: Pick<Report, 'text'>;
}

/** Length of a shingle in code units of the skeleton: shorter ones are shared by set phrases. */
const SHINGLE = 12;

/** A shared passage is reported from this length on (code units of the skeleton), or where the articles are alike. */
const PASSAGE = 60;

/** Articles at least this alike are the same article. */
export const SAME_ARTICLE = 0.95;

/** A shingle that this many articles have is a formula (a quoted regulation), and tells no two of them to be alike. */
const COMMON = 50;

/**
 * Find the same article printed twice, and long passages that two articles share.
 *
 * Candidates come from an inverted index of 12-unit shingles, so the work grows with the text and not with the number
 * of pairs. Punctuation, spaces and line breaks are ignored.
 *
 * @param articles - Articles with unique slugs.
 * @returns For each slug its duplicates, most alike first; slugs without any are absent. Ranges are code units of
 * `Report.text`.
 * @example
 * findDuplicates([a, b]).get('pian-er'); // [{ slug: 'pian-wu', similarity: 1, ranges: [[0, 3120]] }]
 */
export function findDuplicates(
  articles: readonly Candidate[],
): ReadonlyMap<string, readonly Duplicate[]> {
  const bodies = articles.map(({ slug, report }) => {
    const skeleton = skeletonOf(report.text);
    return { slug, skeleton, shingles: shinglesOf(skeleton.text, SHINGLE) };
  });
  const found = new Map<string, Duplicate[]>();
  for (const [left, right] of pairsWithSharedShingles(bodies.map(({ shingles }) => shingles))) {
    const a = bodies[left];
    const b = bodies[right];
    if (a === undefined || b === undefined) continue;
    const similarity = Math.round(jaccard(a.shingles, b.shingles) * 1000) / 1000;
    const alike = similarity >= SAME_ARTICLE;
    const inA = sharedRanges(a.skeleton, b.shingles, alike ? SHINGLE : PASSAGE);
    const inB = sharedRanges(b.skeleton, a.shingles, alike ? SHINGLE : PASSAGE);
    if (inA.length === 0 && inB.length === 0) continue;
    addTo(found, a.slug, { slug: b.slug, similarity, ranges: inA });
    addTo(found, b.slug, { slug: a.slug, similarity, ranges: inB });
  }
  for (const list of found.values()) list.sort((a, b) => b.similarity - a.similarity);
  return found;
}

/** Index pairs of articles that share at least one shingle, each pair once. */
function pairsWithSharedShingles(
  sets: readonly ReadonlySet<string>[],
): readonly (readonly [number, number])[] {
  const holders = new Map<string, number[]>();
  sets.forEach((set, index) => {
    for (const shingle of set) {
      const list = holders.get(shingle);
      if (list === undefined) holders.set(shingle, [index]);
      else list.push(index);
    }
  });
  const pairs = new Map<string, readonly [number, number]>();
  for (const list of holders.values()) {
    if (list.length < 2 || list.length > COMMON) continue;
    list.forEach((left, at) => {
      for (const right of list.slice(at + 1)) pairs.set(`${left}:${right}`, [left, right]);
    });
  }
  return [...pairs.values()];
}

/** Runs of a skeleton whose shingles the other article has, at least `minimum` long, as ranges of the original text. */
function sharedRanges(
  { text, at }: Skeleton,
  other: ReadonlySet<string>,
  minimum: number,
): (readonly [number, number])[] {
  const ranges: (readonly [number, number])[] = [];
  let from = -1;
  let to = -1;
  const close = (): void => {
    const start = at[from];
    const last = at[to - 1];
    if (from >= 0 && to - from >= minimum && start !== undefined && last !== undefined) {
      ranges.push([start, last + 1]);
    }
  };
  for (let index = 0; index + SHINGLE <= text.length; index += 1) {
    if (!other.has(text.slice(index, index + SHINGLE))) continue;
    if (index > to) {
      close();
      from = index;
    }
    to = index + SHINGLE;
  }
  close();
  return ranges;
}

function addTo(found: Map<string, Duplicate[]>, slug: string, duplicate: Duplicate): void {
  const list = found.get(slug);
  if (list === undefined) found.set(slug, [duplicate]);
  else list.push(duplicate);
}
