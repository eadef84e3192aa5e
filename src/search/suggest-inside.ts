import type { PortableIndex } from './portable-index.ts';
import type { Suggestion } from './suggest.ts';
import {
  readReadings,
  readWords,
  wordShardName,
  type ReadingShard,
  type Word,
  type WordShard,
} from './words.ts';

/** Characters of a query in which words are looked for. */
const LOOKED_THROUGH = 60;

/**
 * Names and nouns that stand in a text, to search for alone where the text as a whole is nowhere: names first, then the
 * longer; none inside another. Never a stretch that is no word.
 *
 * @param index - Opened index.
 * @param text - Folded words of a query.
 * @example
 * await suggestInside(index, '上级要来检查党费'); // [{ text: '党费', reason: 'shorter' }, …]; no 上级要
 */
export async function suggestInside(index: PortableIndex, text: string): Promise<Suggestion[]> {
  const within = Array.from(text).slice(0, LOOKED_THROUGH).join('');
  const readings = readReadings((await index.load('readings')) as ReadingShard);
  const shards = new Set(
    Array.from(within).flatMap((char) => (readings.get(char) ?? []).map(wordShardName)),
  );
  const tables = await Promise.all(
    [...shards].map(async (shard) => readWords((await index.load(shard)) as WordShard)),
  );
  const words = tables
    .flat()
    .filter((word) => word.noun && isHan(word.text) && within.includes(word.text));
  return withoutNested(words).map((word) => ({ text: word, reason: 'shorter' }));
}

/** Two Chinese characters or more. */
function isHan(text: string): boolean {
  return /^\p{Script=Han}{2,}$/u.test(text);
}

/** Names first, then the longer, each only where no word taken before holds it. */
function withoutNested(words: readonly Word[]): string[] {
  const taken: string[] = [];
  const order = [...words].sort(
    (a, b) =>
      Number(b.name) - Number(a.name) || b.text.length - a.text.length || b.weight - a.weight,
  );
  for (const { text } of order) if (!taken.some((other) => other.includes(text))) taken.push(text);
  return taken;
}
