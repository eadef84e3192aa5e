import { pinyin } from 'pinyin-pro';
import { fold, type Simplified } from '../fold.ts';
import type { FoldedSection } from '../fold-pages.ts';
import type { LexiconEntry, SearchPage } from '../types.ts';
import { wordShardName, writeWords, type Word } from '../words.ts';
import { loadSegmenter } from './segmenter.ts';

/** Words kept beside the names, the most frequent first. */
const MOST_WORDS = 10_000;
/** Code units of a word at most. */
const LONGEST_WORD = 8;
/** Code units of a name at most: readings of whole sentences help nobody. */
const LONGEST_NAME = 24;
/** Code units that are cut into words at most: beyond that the list of frequent words hardly changes. */
const SAMPLE = 2_000_000;
const HAN_WORD = /^\p{Script=Han}+$/u;

/**
 * Make the word tables: names from the lexicon, words as nodejieba cuts the texts, readings by pinyin-pro.
 *
 * @param pages - The site's pages.
 * @param lexicon - Titles, aliases and fixed readings.
 * @returns Shards by name: `wa` … `wz` and `readings`.
 * @throws Error when nodejieba cannot be used; the message names the repair.
 * @example
 * (await buildWords(pages, lexicon, { simplified, folded })).get('ws'); // '*三会一课\tsan hui yi ke\t31\n…'
 */
export async function buildWords(
  pages: readonly SearchPage[],
  lexicon: readonly LexiconEntry[],
  { simplified, folded }: FoldedTexts,
): Promise<Map<string, string>> {
  const names = namesOf(pages, lexicon, simplified);
  const segmenter = await loadSegmenter(names.keys());
  const counts = new Map<string, number>();
  const texts = folded.flatMap((sections) =>
    sections.map(({ heading, body }) => `${heading}\n${body}`),
  );
  for (const text of sampleOf(texts))
    for (const word of segmenter.cut(text)) counts.set(word, (counts.get(word) ?? 0) + 1);

  const plain = [...counts]
    .filter(([word, count]) => isWord(word) && !names.has(word) && count > 1)
    .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
    .slice(0, MOST_WORDS)
    .map(([text, weight]) => toWord(text, { name: false, noun: segmenter.isNoun(text), weight }));
  const named = [...names].map(([text, reading]) =>
    toWord(text, { name: true, noun: true, weight: counts.get(text) ?? 1, reading }),
  );

  const shards = new Map<string, Word[]>();
  for (const word of [...named, ...plain].sort(
    (a, b) => Number(b.name) - Number(a.name) || b.weight - a.weight,
  )) {
    const name = wordShardName(word.syllables[0] ?? '');
    if (!/^w[a-z]$/.test(name)) continue;
    shards.set(name, [...(shards.get(name) ?? []), word]);
  }
  const files = new Map([...shards].map(([name, words]) => [name, writeWords(words)]));
  for (const letter of 'abcdefghijklmnopqrstuvwxyz')
    if (!files.has(`w${letter}`)) files.set(`w${letter}`, '');
  files.set('readings', readingTable(texts));
  return files;
}

/** What the words are read from. */
export interface FoldedTexts {
  readonly simplified: Simplified;
  readonly folded: readonly (readonly FoldedSection[])[];
}

/** Every n-th text, so that about {@link SAMPLE} code units are cut. */
function sampleOf(texts: readonly string[]): readonly string[] {
  const units = texts.reduce((sum, text) => sum + text.length, 0);
  const step = Math.ceil(units / SAMPLE);
  return step <= 1 ? texts : texts.filter((_, i) => i % step === 0);
}

/** Folded names with their fixed reading, if any. */
function namesOf(
  pages: readonly SearchPage[],
  lexicon: readonly LexiconEntry[],
  simplified: Simplified,
): Map<string, string | undefined> {
  const names = new Map<string, string | undefined>();
  const add = (name: string, reading?: string): void => {
    const text = fold(name, simplified).text.replace(/[^\p{Script=Han}\p{L}\p{N}]/gu, '');
    if (text.length < 2 || text.length > LONGEST_NAME || !/\p{Script=Han}/u.test(text)) return;
    names.set(text, names.get(text) ?? reading);
  };
  for (const { title, aliases, pinyin: reading } of lexicon) {
    add(title, reading);
    aliases.forEach((alias) => add(alias));
  }
  for (const { title, aliases, kind } of pages) {
    if (kind === 'article') continue;
    add(title);
    aliases.forEach((alias) => add(alias));
  }
  return names;
}

function isWord(word: string): boolean {
  return word.length >= 2 && word.length <= LONGEST_WORD && HAN_WORD.test(word);
}

function toWord(
  text: string,
  { reading, ...word }: Omit<Word, 'text' | 'syllables'> & { reading?: string | undefined },
): Word {
  const syllables = reading?.split(' ') ?? syllablesOf(text);
  return {
    ...word,
    text,
    syllables: syllables.map((syllable) => syllable.replace(/ü/g, 'v')),
  };
}

/** The toneless reading of a text; signs and Latin letters stay as they are, letter by letter. */
function syllablesOf(text: string): string[] {
  return pinyin(text, { toneType: 'none', type: 'array', v: true, nonZh: 'spaced' });
}

/** Readings of GB 2312's common characters and of all on the site, as lines `syllable characters`. */
function readingTable(texts: readonly string[]): string {
  const chars = new Set<string>(commonCharacters());
  for (const text of texts) for (const char of text) if (HAN_WORD.test(char)) chars.add(char);
  const usual = new Map<string, string[]>();
  const other = new Map<string, string[]>();
  for (const char of chars) {
    const all = pinyin(char, { toneType: 'none', type: 'array', v: true, multiple: true });
    [...new Set(all)].forEach((syllable, i) => {
      const table = i === 0 ? usual : other;
      table.set(syllable, [...(table.get(syllable) ?? []), char]);
    });
  }
  return [usual, other]
    .flatMap((table) =>
      [...table]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([syllable, list]) => `${syllable} ${list.join('')}`),
    )
    .join('\n');
}

/** The first level of GB 2312: 3,755 characters in rows 16–55. */
function commonCharacters(): string[] {
  const decoder = new TextDecoder('gb18030');
  const chars: string[] = [];
  for (let row = 16; row <= 55; row += 1)
    for (let cell = 1; cell <= 94; cell += 1) {
      const char = decoder.decode(Uint8Array.of(row + 0xa0, cell + 0xa0));
      if (HAN_WORD.test(char)) chars.push(char);
    }
  return chars;
}
