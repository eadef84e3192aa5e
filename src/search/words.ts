/**
 * The word tables: what the index's characters cannot tell – names and words with their readings. They are shards of
 * the portable index: `w<letter>` holds the words whose reading begins with that letter, `readings` the reading of every
 * common character. Both are loaded only for a query in Latin letters or one that finds next to nothing.
 */

/** A word with its reading. */
export interface Word {
  readonly text: string;
  /** Syllables without tones, `ü` as `v`. */
  readonly syllables: readonly string[];
  /** Whether it is a title, alias or abbreviation of an entry. */
  readonly name: boolean;
  /** Whether it says something alone: a name, or a noun of the dictionary (党费, not 上级要). */
  readonly noun: boolean;
  /** Occurrences on the site, names included. */
  readonly weight: number;
}

/** Lines of `text TAB reading TAB weight`, names with a leading `*`, other nouns with `+`; heaviest first. */
export type WordShard = string;
/** Lines of `syllable characters`; a character with several readings stands in several lines, the usual one first. */
export type ReadingShard = string;

/**
 * Write words as a shard.
 *
 * @example
 * writeWords([{ text: '三会一课', syllables: ['san', 'hui', 'yi', 'ke'], name: true, noun: true, weight: 9 }]);
 * // '*三会一课\tsan hui yi ke\t9'
 */
export function writeWords(words: readonly Word[]): WordShard {
  return words
    .map(
      ({ text, syllables, name, noun, weight }) =>
        `${name ? '*' : noun ? '+' : ''}${text}\t${syllables.join(' ')}\t${weight}`,
    )
    .join('\n');
}

/**
 * Read what {@link writeWords} wrote.
 *
 * @example
 * readWords('*三会一课\tsan hui yi ke\t9')[0]?.name; // true
 */
export function readWords(shard: WordShard): Word[] {
  if (shard === '') return [];
  return shard.split('\n').map((line) => {
    const [head = '', reading = '', weight = '0'] = line.split('\t');
    const name = head.startsWith('*');
    const noun = name || head.startsWith('+');
    return {
      text: noun ? head.slice(1) : head,
      syllables: reading.split(' '),
      name,
      noun,
      weight: Number(weight),
    };
  });
}

/**
 * Read the readings of characters.
 *
 * @example
 * readReadings('ke 课刻\nhui 会\nkuai 会').get('会'); // ['hui', 'kuai']
 */
export function readReadings(shard: ReadingShard): Map<string, string[]> {
  const readings = new Map<string, string[]>();
  for (const line of shard.split('\n')) {
    const [syllable = '', chars = ''] = line.split(' ');
    for (const char of chars) readings.set(char, [...(readings.get(char) ?? []), syllable]);
  }
  return readings;
}

/**
 * Name of the shard that holds words with this reading.
 *
 * @example
 * wordShardName('san hui yi ke'); // 'ws'（三会一课）
 */
export function wordShardName(reading: string): string {
  return `w${reading.charAt(0)}`;
}

/** Sounds that many speakers do not tell apart; both sides are folded before a loose comparison. */
const SAME_SOUND: readonly (readonly [RegExp, string])[] = [
  [/^zh/, 'z'],
  [/^ch/, 'c'],
  [/^sh/, 's'],
  [/ang$/, 'an'],
  [/eng$/, 'en'],
  [/ing$/, 'in'],
];

/**
 * A syllable as a loose ear hears it: zh/z, ch/c, sh/s and -ng/-n are one.
 *
 * @example
 * looseSyllable('zhang'); // 'zan' (章、赞)
 */
export function looseSyllable(syllable: string): string {
  return SAME_SOUND.reduce((text, [sound, as]) => text.replace(sound, as), syllable);
}
