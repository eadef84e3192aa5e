import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { SearchPage, SearchSection } from '../../src/search/types.ts';
import { pick, seeded, type Random } from './random.ts';

/** Words of jieba's dictionary by part of speech, the more frequent ones first. */
interface Words {
  readonly nouns: readonly string[];
  readonly verbs: readonly string[];
  readonly adjectives: readonly string[];
}

/** Frames of sentences; N, V, A and D stand for a noun, a verb, an adjective and digits. */
const FRAMES = [
  '各级党组织要把N和N结合起来，做到V有N、V有N。',
  '支部每D个月V一次N，由N负责V，并V到N。',
  '针对N不A的问题，NV了N，V了A的N。',
  '对N进行V，V出N后在D个工作日内VN。',
  '坚持AN，防止N与N“两张皮”，推动NV。',
  '党员在N中VN，V情况记入N，作为V的N。',
  'NV的N应当A，不得VN；确需V的，报NV。',
  '按照GB/T D的要求，NVN，A的NV到N。',
  '通过V、V和V，NAV，N的N明显V。',
  '一是VN，二是VN，三是V好AN。',
] as const;
const HEADINGS = ['N的VN', 'NV', 'AN的N', 'V与VN', '怎样VN', 'N和N'] as const;
const TITLES = ['NVN', 'AN的V', 'N与N的V', '关于VN的N', 'N：VN', 'NNV'] as const;
const KINDS = ['problem', 'measure', 'standard', 'checklist', 'term', 'article'] as const;

/**
 * Make a corpus of pages of about 800 characters in four sections. Words follow a long-tailed choice, so vocabulary and
 * bigrams grow with the corpus as they do in real collections. The same arguments give the same corpus.
 *
 * @param count - Number of pages.
 * @param seed - Seed of the random choice.
 * @example
 * makeCorpus(1000).length; // 1000 页
 */
export function makeCorpus(count: number, seed = 2026): SearchPage[] {
  const words = readWords();
  const random = seeded(seed);
  return Array.from({ length: count }, (_, i) => makePage(i, random, words));
}

function makePage(number: number, random: Random, words: Words): SearchPage {
  const title = fill(pick(random, TITLES), random, words);
  const topic = Array.from({ length: 6 }, () => word(random, words.nouns));
  const sections = Array.from({ length: 4 }, (_, i): SearchSection => {
    const sentences = Array.from({ length: 5 }, () =>
      fill(pick(random, FRAMES), random, words, topic),
    );
    return {
      id: i === 0 ? '' : `s${i}`,
      heading: i === 0 ? title : fill(pick(random, HEADINGS), random, words, topic),
      headingVisible: true,
      body: [...sentences, ...sentences.slice(0, 1).map((line) => line.replace(/，/, '、'))].join(
        '\n',
      ),
    };
  });
  const kind = pick(random, KINDS);
  return {
    url: `${kind}s/c${number}/`,
    title,
    kind,
    audience: [pick(random, ['机关', '国企', '事业单位'])],
    year: 2010 + Math.floor(random() * 15),
    wuhua: [],
    sources: [],
    validity: '',
    aliases: [],
    sections,
  };
}

function fill(frame: string, random: Random, words: Words, topic: readonly string[] = []): string {
  return frame.replace(/[NVAD]/g, (slot, at: number) => {
    if (slot === 'D') return String(1 + Math.floor(random() * (frame[at - 1] === ' ' ? 9999 : 30)));
    if (slot === 'V') return word(random, words.verbs);
    if (slot === 'A') return word(random, words.adjectives);
    return topic.length > 0 && random() < 0.3 ? pick(random, topic) : word(random, words.nouns);
  });
}

/** Rank r is drawn about 1/r times as often as the first. */
function word(random: Random, list: readonly string[]): string {
  const rank = Math.floor(Math.exp(random() * Math.log(list.length)));
  return list[Math.min(list.length - 1, rank)] ?? '';
}

function readWords(): Words {
  const require = createRequire(import.meta.url);
  const folder = dirname(require.resolve('nodejieba/package.json'));
  const dictionary = readFileSync(join(folder, 'submodules/cppjieba/dict/jieba.dict.utf8'), 'utf8');
  const rows = dictionary
    .split('\n')
    .map((line) => line.split(' '))
    .flatMap(([text = '', count = '0', part = '']) =>
      text.length >= 2 && text.length <= 4 ? [{ text, count: Number(count), part }] : [],
    )
    .sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1));
  const of = (part: string, most: number): string[] =>
    rows
      .filter((row) => row.part === part)
      .slice(0, most)
      .map(({ text }) => text);
  return { nouns: of('n', 20_000), verbs: of('v', 8_000), adjectives: of('a', 1_500) };
}
