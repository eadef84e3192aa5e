import { SAME_ARTICLE } from '../duplicates/find-duplicates.ts';
import type { Duplicate } from '../types.ts';

/** Which of several copies of one article stay: the first read, the one with a title (else the first), or all. */
export const KEEP_RULES = ['first', 'titled', 'all'] as const;
/** One of {@link KEEP_RULES}. */
export type KeepRule = (typeof KEEP_RULES)[number];

/** What the choice looks at, in the order of reading; articles of earlier runs come first. */
export interface Copy {
  readonly slug: string;
  readonly title: string | null;
  /** False for an article that an earlier run left in the library: it is never dropped. */
  readonly fresh: boolean;
  readonly duplicates: readonly Duplicate[];
}

/**
 * Choose which copies of an article to leave out.
 *
 * @param copies - All articles with their duplicates, in the order of reading.
 * @param keep - The rule.
 * @returns For each dropped slug the slug of the copy that stays.
 * @example
 * chooseCopies([{ slug: 'pian-er', title: null, … }, { slug: 'pian-wu', title: '强基达标', … }], 'titled');
 * // Map { 'pian-er' => 'pian-wu' }
 */
export function chooseCopies(copies: readonly Copy[], keep: KeepRule): Map<string, string> {
  const dropped = new Map<string, string>();
  if (keep === 'all') return dropped;
  const bySlug = new Map(copies.map((copy) => [copy.slug, copy]));
  const order = new Map(copies.map((copy, index) => [copy, index]));
  const settled = new Set<string>();
  for (const copy of copies) {
    if (settled.has(copy.slug)) continue;
    const twins = copy.duplicates
      .filter((row) => row.similarity >= SAME_ARTICLE)
      .flatMap((row) => bySlug.get(row.slug) ?? [])
      .filter((twin) => !settled.has(twin.slug));
    const group = [copy, ...twins].sort(
      (one, other) => (order.get(one) ?? 0) - (order.get(other) ?? 0),
    );
    const winner =
      (keep === 'titled' ? group.find((member) => member.title !== null) : undefined) ?? group[0];
    for (const member of group) {
      settled.add(member.slug);
      if (winner !== undefined && member !== winner && member.fresh)
        dropped.set(member.slug, winner.slug);
    }
  }
  return dropped;
}
