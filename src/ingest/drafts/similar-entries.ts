import type { Kind } from '../../schema/kinds.ts';

/** An existing entry, or one criterion of a standard, as text to compare with. */
export interface KnownEntry {
  readonly id: string;
  readonly kind: Kind | 'criterion';
  readonly title: string;
  /** Everything it says, title included. */
  readonly text: string;
}

/** A suggested link. */
export interface Suggestion {
  readonly to: KnownEntry;
  /** Cosine of the two texts' bigrams weighted by rarity, 0–1, to two digits. */
  readonly score: number;
  /** The rarest words that both have, at most five. */
  readonly shared: readonly string[];
}

/** A longer common run is a quotation; its first characters name it well enough. */
const LONGEST_WORD = 8;

const HAN_RUN = /\p{Script=Han}{2,}/gu;

/**
 * Build a comparison with existing entries: character bigrams weighted by how few entries have them. No network, no model.
 *
 * @param known - Entries and criteria.
 * @returns A function from text, kind and number to the most similar entries of that kind, best first, none below 0.08.
 * @example
 * const suggest = compareWith(entries);
 * suggest('组织生活制度不严，有空就参加', 'problem', 3)[0]?.to.id; // 'loose-life'
 */
export function compareWith(
  known: readonly KnownEntry[],
): (text: string, kind: KnownEntry['kind'], limit: number) => Suggestion[] {
  const counts = known.map((entry) => countBigrams(entry.text));
  const spread = new Map<string, number>();
  for (const bigrams of counts)
    for (const bigram of bigrams.keys()) spread.set(bigram, (spread.get(bigram) ?? 0) + 1);
  const weigh = (bigrams: ReadonlyMap<string, number>) =>
    new Map(
      Array.from(bigrams, ([bigram, count]) => {
        const rarity = Math.log((known.length + 1) / ((spread.get(bigram) ?? 0) + 1));
        return [bigram, (1 + Math.log(count)) * Math.max(rarity, 0)] as const;
      }),
    );
  const vectors = counts.map((bigrams) => normalise(weigh(bigrams)));
  return (text, kind, limit) => {
    const query = normalise(weigh(countBigrams(text)));
    return known
      .flatMap((to, index) => {
        if (to.kind !== kind) return [];
        const vector = vectors[index] ?? new Map<string, number>();
        let score = 0;
        for (const [bigram, weight] of query) {
          score += weight * (vector.get(bigram) ?? 0);
        }
        return score < 0.08
          ? []
          : [
              {
                to,
                score: Math.round(score * 100) / 100,
                shared: findShared(text, to.text, query),
              },
            ];
      })
      .toSorted(
        (one, other) => other.score - one.score || one.to.id.localeCompare(other.to.id, 'en'),
      )
      .slice(0, limit);
  };
}

function countBigrams(text: string): Map<string, number> {
  const bigrams = new Map<string, number>();
  for (const [run] of text.matchAll(HAN_RUN)) {
    for (let at = 0; at + 2 <= run.length; at += 1) {
      const bigram = run.slice(at, at + 2);
      bigrams.set(bigram, (bigrams.get(bigram) ?? 0) + 1);
    }
  }
  return bigrams;
}

function normalise(vector: ReadonlyMap<string, number>): Map<string, number> {
  const length = Math.hypot(...vector.values());
  return new Map(
    Array.from(vector, ([bigram, weight]) => [bigram, length === 0 ? 0 : weight / length]),
  );
}

/** The longest words of one text that the other has too, the rarest first. */
function findShared(text: string, other: string, weights: ReadonlyMap<string, number>): string[] {
  const words = new Map<string, number>();
  for (const [run] of text.matchAll(HAN_RUN)) {
    for (let from = 0; from + 2 <= run.length;) {
      let to = from + 1;
      let weight = 0;
      while (
        to < run.length &&
        to - from < LONGEST_WORD &&
        other.includes(run.slice(from, to + 1))
      ) {
        weight += weights.get(run.slice(to - 1, to + 1)) ?? 0;
        to += 1;
      }
      if (to - from >= 2) words.set(run.slice(from, to), weight);
      from = to - from >= 2 ? to : from + 1;
    }
  }
  return Array.from(words)
    .toSorted((one, two) => two[1] - one[1])
    .slice(0, 5)
    .map(([word]) => word);
}
