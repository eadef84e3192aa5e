import { answerQuery } from '../../src/search/answer.ts';
import type { OpenedSite } from '../../src/search/build/open-engine.ts';
import { readReadings, readWords, type Word } from '../../src/search/words.ts';
import { seeded, pick } from './random.ts';

/** Names with a slip drawn for each name. */
const LENGTHS = { least: 3, most: 10 } as const;

/**
 * How often the right suggestion comes first: names typed in pinyin, by initials, and with one character replaced by
 * another of the same sound.
 *
 * @param site - Opened site.
 * @example
 * await scoreSuggestions(site); // [['拼音全拼 首位', '0.98'], …] (sanhuiyike → 三会一课)
 */
export async function scoreSuggestions(site: OpenedSite): Promise<[string, string][]> {
  const names = await namesOf(site);
  const readings = readReadings((await site.index.load('readings')) as string);
  const random = seeded(11);
  const full: boolean[] = [];
  const initials: boolean[] = [];
  const slips: boolean[] = [];
  const missed: string[] = [];
  for (const { text, syllables } of names) {
    full.push(await isFirst(site, syllables.join(''), text, missed));
    initials.push(
      await isFirst(site, syllables.map((syllable) => syllable.charAt(0)).join(''), text, missed),
    );
    const chars = Array.from(text);
    const at = Math.floor(random() * chars.length);
    const alike = [...readings].filter(
      ([char, sounds]) => char !== chars[at] && sounds[0] === syllables[at],
    );
    if (alike.length === 0) continue;
    const [wrong] = pick(random, alike);
    chars[at] = wrong;
    slips.push(await isFirst(site, chars.join(''), text, missed));
  }
  if (process.env['BENCH_VERBOSE'] !== undefined) process.stderr.write(`${missed.join('\n')}\n`);
  return [
    ['拼音全拼 首位', shareOf(full)],
    ['拼音首字母 首位', shareOf(initials)],
    ['同音错字 首位', shareOf(slips)],
  ];
}

async function namesOf({ index }: OpenedSite): Promise<Word[]> {
  const shards = await Promise.all(
    Array.from('abcdefghijklmnopqrstuvwxyz', async (letter) =>
      readWords((await index.load(`w${letter}`)) as string),
    ),
  );
  return shards
    .flat()
    .filter(
      ({ text, name, syllables }) =>
        name &&
        /^\p{Script=Han}+$/u.test(text) &&
        syllables.length >= LENGTHS.least &&
        syllables.length <= LENGTHS.most,
    );
}

async function isFirst(
  site: OpenedSite,
  typed: string,
  wanted: string,
  missed: string[],
): Promise<boolean> {
  const { suggestions } = await answerQuery(site.engine, site.index, typed);
  const right = suggestions[0]?.text === wanted;
  if (!right) missed.push(`${typed} → ${suggestions[0]?.text ?? '无'}，应为 ${wanted}`);
  return right;
}

function shareOf(results: readonly boolean[]): string {
  return `${(results.filter(Boolean).length / Math.max(1, results.length)).toFixed(3)}（${results.length} 个）`;
}
