import type { PortableIndex } from './portable-index.ts';
import {
  looseSyllable,
  readReadings,
  readWords,
  wordShardName,
  type ReadingShard,
  type Word,
  type WordShard,
} from './words.ts';

/** Why something is suggested. */
export type SuggestionReason = 'pinyin' | 'initials' | 'homophone' | 'shorter' | 'name';

/** Another query, offered to the reader. */
export interface Suggestion {
  /** The query to try instead. */
  readonly text: string;
  readonly reason: SuggestionReason;
}

/** Suggestions given at most. */
const MOST = 5;
/** Characters of a query that are read as one word at most. */
const LONGEST_SPAN = 12;

/**
 * Whether a query may be pinyin: Latin letters only, blanks and apostrophes between syllables.
 *
 * @example
 * isLatin('san hui yi ke'); // true
 * isLatin('三会yike'); // false
 */
export function isLatin(query: string): boolean {
  return /^[a-zü'’\s]{2,60}$/iu.test(query.trim());
}

/**
 * Words that a query in Latin letters may be the pinyin of, in full or by initials, whole or begun.
 *
 * @param index - Opened index.
 * @param query - As typed, e.g. `sanhuiyike` or `shyk`.
 * @example
 * await suggestByPinyin(index, 'shyk'); // [{ text: '三会一课', reason: 'initials' }, …]
 */
export async function suggestByPinyin(index: PortableIndex, query: string): Promise<Suggestion[]> {
  const typed = query
    .toLowerCase()
    .replace(/ü/g, 'v')
    .replace(/[^a-z]/g, '');
  if (typed.length < 2) return [];
  const words = await wordsOf(index, typed.charAt(0));
  const loose = looseLetters(typed);
  const rated = words.flatMap((word) => {
    const rating = ratePinyin(word, typed, loose);
    return rating === undefined ? [] : [{ word, ...rating }];
  });
  rated.sort(
    (a, b) =>
      b.rate - a.rate ||
      Number(b.word.name) - Number(a.word.name) ||
      b.word.weight - a.word.weight ||
      a.word.text.length - b.word.text.length,
  );
  return distinct(rated.map(({ word, reason }) => ({ text: word.text, reason })));
}

function ratePinyin(
  { syllables, name }: Word,
  typed: string,
  loose: string,
): { rate: number; reason: SuggestionReason } | undefined {
  const full = syllables.join('');
  const initials = syllables.map((syllable) => syllable.charAt(0)).join('');
  if (full === typed) return { rate: 6, reason: 'pinyin' };
  // Two letters are the initials of too many words; a name is worth it.
  if (initials === typed && (name || typed.length > 2))
    return { rate: name ? 5 : 4, reason: 'initials' };
  if (syllables.map(looseSyllable).join('') === loose) return { rate: 4.5, reason: 'pinyin' };
  if (typed.length >= 3 && full.startsWith(typed)) return { rate: 3, reason: 'pinyin' };
  if (typed.length >= 3 && initials.startsWith(typed)) return { rate: 2, reason: 'initials' };
  return undefined;
}

/** Letters with the sounds folded that {@link looseSyllable} folds, without knowing where syllables end. */
function looseLetters(typed: string): string {
  return typed.replace(/([zcs])h/g, '$1').replace(/([aei])ng(?![aeiouv])/g, '$1n');
}

/**
 * What a query that finds next to nothing may have been meant as: the same sounds written as a word of the site.
 *
 * @param index - Opened index.
 * @param query - Folded query.
 * @example
 * await suggestHomophones(index, '三会一刻'); // [{ text: '三会一课', reason: 'homophone' }]
 */
export async function suggestHomophones(
  index: PortableIndex,
  query: string,
): Promise<Suggestion[]> {
  const chars = Array.from(query);
  if (chars.length < 2 || chars.length > 40 || !/\p{Script=Han}/u.test(query)) return [];
  const readings = readReadings((await index.load('readings')) as ReadingShard);
  const letters = new Set(
    chars.flatMap((char) =>
      (readings.get(char) ?? []).flatMap((syllable) => sameStart(syllable.charAt(0))),
    ),
  );
  const tables = await Promise.all([...letters].map((letter) => wordsOf(index, letter)));
  const byLength = groupByLength(tables.flat());
  const found: { text: string; rate: number; weight: number }[] = [];
  for (let from = 0; from < chars.length; from += 1) {
    for (let length = Math.min(LONGEST_SPAN, chars.length - from); length >= 2; length -= 1) {
      const span = chars.slice(from, from + length);
      for (const word of byLength.get(length) ?? []) {
        const wrong = wrongCharacters(span, word, readings);
        if (wrong === undefined) continue;
        const text = [...chars.slice(0, from), word.text, ...chars.slice(from + length)].join('');
        const share = length / chars.length;
        found.push({
          text,
          rate:
            share * 4 +
            (word.name ? 1.5 : 0) -
            wrong.count -
            wrong.loose * 0.3 +
            Math.log2(length) * 0.6,
          weight: word.weight,
        });
      }
    }
  }
  found.sort((a, b) => b.rate - a.rate || b.weight - a.weight);
  return distinct(found.map(({ text }) => ({ text, reason: 'homophone' as const })));
}

/**
 * How many characters of the span a word would change, where every one sounds alike; `undefined` where one does not, or
 * none would change, or most would.
 */
function wrongCharacters(
  span: readonly string[],
  word: Word,
  readings: ReadonlyMap<string, readonly string[]>,
): { count: number; loose: number } | undefined {
  let count = 0;
  let loose = 0;
  const chars = Array.from(word.text);
  for (let i = 0; i < span.length; i += 1) {
    const char = span[i] ?? '';
    if (char === chars[i]) continue;
    const wanted = word.syllables[i] ?? '';
    const spoken = readings.get(char) ?? [];
    if (!spoken.includes(wanted)) {
      if (!spoken.some((syllable) => looseSyllable(syllable) === looseSyllable(wanted)))
        return undefined;
      loose += 1;
    }
    count += 1;
  }
  if (count === 0) return undefined;
  return span.length <= 2 || count <= Math.ceil(span.length / 2) ? { count, loose } : undefined;
}

/** Initials that a loose ear takes for each other always share the letter, so one letter is enough. */
function sameStart(letter: string): string[] {
  return /[a-z]/.test(letter) ? [letter] : [];
}

function groupByLength(words: readonly Word[]): Map<number, Word[]> {
  const groups = new Map<number, Word[]>();
  for (const word of words) {
    if (word.syllables.length !== Array.from(word.text).length) continue;
    const group = groups.get(word.syllables.length);
    if (group === undefined) groups.set(word.syllables.length, [word]);
    else group.push(word);
  }
  return groups;
}

async function wordsOf(index: PortableIndex, letter: string): Promise<Word[]> {
  return readWords((await index.load(wordShardName(letter))) as WordShard);
}

function distinct(suggestions: readonly Suggestion[]): Suggestion[] {
  return suggestions
    .filter(({ text }, i) => suggestions.findIndex((other) => other.text === text) === i)
    .slice(0, MOST);
}
