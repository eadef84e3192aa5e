import type { Edit } from '../tracked.ts';

/** One Han character; the blocks that annotating programs know. */
export const HAN = '[\\u3400-\\u9fff〇]';

/** A pinyin syllable in lower case, with or without its tone mark. */
export const SYLLABLE = '[a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜ]{1,6}';

const TONE = /[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]/u;

/** So many annotations make a file an annotated one, whatever its gaps. */
const MANY = 20;

/** With fewer, the habit must show: at least so many, some character twice, none bare. */
const SOME = 5;

/** An annotation as found. `start` is where its bracket opens. */
interface Annotation {
  readonly char: string;
  readonly reading: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Whether a syllable carries a tone mark; bracketed Latin without one is an abbreviation, not a reading.
 *
 * @example
 * hasTone('jī'); // true: the reading in 机（jī）关; false for 'GDP' in 总值（GDP）
 */
export function hasTone(syllable: string): boolean {
  return TONE.test(syllable);
}

/**
 * Find the readings an annotating program put behind single characters: 機(jī)關(guān).
 *
 * Files are annotated as a whole or not at all: one gloss behind a rare name (临朐(qú)) stays. A character that shows
 * two readings in one file was annotated by a person, and stays too.
 *
 * @example
 * findPinyin('…'); // [{ start: 1, end: 5, fixed: '', rule: 'pinyin' }, …] for 機(jī)關(guān)… twenty times over
 */
export function findPinyin(text: string): Edit[] {
  const found = annotationsOf(text);
  if (!isAnnotatedFile(text, found)) return [];
  const readings = readingsByCharacter(found);
  return found
    .filter(({ char }) => readings.get(char)?.size === 1)
    .map(({ start, end }): Edit => ({ start, end, fixed: '', rule: 'pinyin' }));
}

/**
 * The reading that annotations give each character of a text, first one wins.
 *
 * @example
 * readingsOf('優(yōu)秀').get('優'); // 'yōu'
 */
export function readingsOf(text: string): ReadonlyMap<string, string> {
  const readings = new Map<string, string>();
  for (const { char, reading } of annotationsOf(text)) {
    if (!readings.has(char)) readings.set(char, reading);
  }
  return readings;
}

function annotationsOf(text: string): Annotation[] {
  const pattern = new RegExp(`(${HAN})[(（](${SYLLABLE})[)）]`, 'gu');
  return Array.from(text.matchAll(pattern), (match) => ({
    char: match[1] ?? '',
    reading: match[2] ?? '',
    start: match.index + 1,
    end: match.index + match[0].length,
  })).filter(({ reading }) => hasTone(reading));
}

function isAnnotatedFile(text: string, found: readonly Annotation[]): boolean {
  if (found.length >= MANY) return true;
  if (found.length < SOME) return false;
  const counts = new Map<string, number>();
  for (const { char } of found) counts.set(char, (counts.get(char) ?? 0) + 1);
  const repeated = [...counts.values()].some((count) => count > 1);
  return repeated && [...counts].every(([char, count]) => text.split(char).length - 1 === count);
}

function readingsByCharacter(
  found: readonly Annotation[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const readings = new Map<string, Set<string>>();
  for (const { char, reading } of found) {
    const set = readings.get(char);
    if (set === undefined) readings.set(char, new Set([reading]));
    else set.add(reading);
  }
  return readings;
}
