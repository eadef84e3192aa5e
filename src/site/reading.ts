import { pinyin } from 'pinyin-pro';
import type { Entry } from '../schema/entry.ts';

/** A name with its reading, worked out once: it costs some 50 µs, and sorting asks for it again and again. */
export interface ReadName {
  readonly name: string;
  /** Syllables without tones, joined by spaces; `v` for ü. */
  readonly reading: string;
}

/**
 * Read a name as pinyin; punctuation is passed over.
 *
 * @example
 * readName('“三会一课”'); // { name: '“三会一课”', reading: 'san hui yi ke' }
 */
export function readName(name: string): ReadName {
  const bare = name.replace(/[^\p{L}\p{N}]/gu, '');
  const syllables = pinyin(bare, { toneType: 'none', type: 'array', v: true });
  return { name, reading: syllables.join(' ') };
}

/**
 * Read the title of an entry; a term that states its reading is taken at its word.
 *
 * @example
 * readTitle(sanZhongYiDa).reading; // 'san zhong yi da'（三重一大；按常用读音会成 chong）
 */
export function readTitle(entry: Entry): ReadName {
  const stated = entry.kind === 'term' ? entry.data.pinyin : undefined;
  if (stated === undefined) return readName(entry.data.title);
  return { name: entry.data.title, reading: stated.replaceAll('ü', 'v') };
}

/**
 * First letter of a reading, upper case; `#` for digits and others.
 *
 * @example
 * initialOf(readName('“三会一课”')); // 'S'
 */
export function initialOf({ reading }: ReadName): string {
  const first = reading.charAt(0).toUpperCase();
  return /[A-Z]/u.test(first) ? first : '#';
}

/**
 * Order two names by their readings, then by the names; by code units, so that every machine agrees.
 *
 * @example
 * ['述职评议', '党课'].map(readName).sort(compareReadings).map(({ name }) => name); // ['党课', '述职评议']
 */
export function compareReadings(a: ReadName, b: ReadName): number {
  if (a.reading !== b.reading) return a.reading < b.reading ? -1 : 1;
  return a.name < b.name ? -1 : Number(a.name > b.name);
}

/**
 * Sort entries by the readings of their titles.
 *
 * @example
 * sortByTitle([shuZhi, dangKe]).map(({ data }) => data.title); // ['党课', '述职评议']
 */
export function sortByTitle<T extends Entry>(entries: readonly T[]): T[] {
  return entries
    .map((entry) => ({ entry, title: readTitle(entry) }))
    .sort((a, b) => compareReadings(a.title, b.title))
    .map(({ entry }) => entry);
}
