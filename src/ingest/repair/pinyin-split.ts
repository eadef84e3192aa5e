import type { Edit } from '../tracked.ts';
import type { IngestWarning } from '../types.ts';
import { gbkBytes, gbkText } from './gbk-bytes.ts';
import { hasTone, HAN, readingsOf, SYLLABLE } from './pinyin.ts';

/** What the search for one kind of damage yields. `place` of a warning points into the text it was given. */
export interface RepairResult {
  readonly edits: readonly Edit[];
  readonly warnings: readonly IngestWarning[];
}

/** A decoder writes a lost byte as one of these. */
const LOST = '[?？\\ufffd]';

/** How far behind the break the bytes may fall into step again (code units). */
const REACH = 12;

/**
 * Undo readings that were inserted by bytes into the middle of a two-byte character.
 *
 * In GBK, 因為 is D2F2 9EE9: the bytes F29E between the two characters spell 驗, so a program that annotates bytes
 * wrote `(yàn)` behind 9E. The stranded lead byte became `?`, and the text after it was read out of step:
 * 因為講 → 因?yàn)橹v. The lead byte is proved by the reading (only 驗 begins with 為's neighbour F2 and reads yàn), and
 * the rest follows from it; where the overlapped character was never annotated elsewhere, the annotation behind the
 * repaired run must confirm it. What cannot be proved stays, with a warning.
 *
 * @example
 * findSplitCharacters('驗(yàn)收…因?yàn)橹v政治').edits; // […{ fixed: '為講', rule: 'pinyin-split' }]
 */
export function findSplitCharacters(text: string): RepairResult {
  const edits: Edit[] = [];
  const warnings: IngestWarning[] = [];
  const breaks = new RegExp(`(${HAN})((?:\\(${SYLLABLE}\\))?)${LOST}(${SYLLABLE})\\)`, 'gu');
  const readings = readingsOf(text);
  let match: RegExpExecArray | null;
  while ((match = breaks.exec(text)) !== null) {
    const [whole, before = '', gloss = '', reading = ''] = match;
    if (!hasTone(reading)) continue;
    const start = match.index;
    const rest = text.slice(start + whole.length, start + whole.length + REACH * 2);
    const repair = restore({ before, reading, rest, readings });
    if (repair === undefined) {
      warnings.push({
        rule: 'damaged-bytes',
        start,
        end: start + whole.length,
        message: `拼音“${reading}”插进了双字节字中间，但证不出原字`,
      });
      continue;
    }
    const end = start + whole.length + repair.used;
    const from = start + before.length + gloss.length;
    edits.push({ start: from, end, fixed: repair.fixed, rule: 'pinyin-split' });
    breaks.lastIndex = end;
  }
  return { edits, warnings };
}

interface Break {
  /** The character before the break; its trail byte is the overlapped character's lead. */
  readonly before: string;
  readonly reading: string;
  readonly rest: string;
  readonly readings: ReadonlyMap<string, string>;
}

/** The text that stood behind `before`, and how many units of `rest` it replaces. */
interface Restored {
  readonly fixed: string;
  readonly used: number;
}

function restore(at: Break): Restored | undefined {
  const known = leadBytes(at);
  const leads = known.length > 0 ? known : Array.from({ length: 0x7e }, (_, index) => 0x81 + index);
  return (
    restoreDoubleSplit(at, leads) ??
    firstDefined(leads, (lead) => restoreRun(at, lead, known.length === 0)) ??
    firstDefined(known, (lead) => restoreBeforeTag(at, lead))
  );
}

/** Lost lead bytes that fit: characters with this reading whose lead byte is the trail byte of `before`. */
function leadBytes({ before, reading, readings }: Break): number[] {
  const trail = gbkBytes(before)?.[1];
  return [...readings]
    .filter(([, read]) => read === reading)
    .map(([char]) => gbkBytes(char) ?? [])
    .filter((bytes) => bytes.length === 2 && bytes[0] === trail)
    .map((bytes) => bytes[1] ?? 0);
}

/** A second break right behind the first: its character begins with the lost byte and carries the second reading. */
function restoreDoubleSplit(
  { rest, readings }: Break,
  leads: readonly number[],
): Restored | undefined {
  const second = new RegExp(`^${LOST}(${SYLLABLE})\\)`, 'u').exec(rest);
  if (second === null) return undefined;
  const char = firstDefined(
    leads,
    (lead) =>
      [...readings].find(
        ([candidate, read]) => read === second[1] && gbkBytes(candidate)?.[0] === lead,
      )?.[0],
  );
  return char === undefined ? undefined : { fixed: char, used: second[0].length };
}

/** The shortest run behind the break that decodes whole once the lost byte is back. */
function restoreRun(
  { rest, readings }: Break,
  lead: number,
  unproved: boolean,
): Restored | undefined {
  for (let length = 1; length < REACH && length <= rest.length; length += 1) {
    const run = rest.slice(0, length);
    if (!new RegExp(`^(?:[A-Za-z0-9_]|${HAN})*$`, 'u').test(run.slice(0, -1))) return undefined;
    const bytes = gbkBytes(run);
    const fixed = bytes === undefined ? undefined : gbkText([lead, ...bytes]);
    if (fixed === undefined || hasPrivateUse(fixed)) continue;
    if (!unproved) return { fixed, used: length };
    const next = new RegExp(`^\\((${SYLLABLE})\\)`, 'u').exec(rest.slice(length));
    return next !== null && readings.get(fixed.slice(-1)) === next[1]
      ? { fixed, used: length }
      : undefined;
  }
  return undefined;
}

/** The paragraph's 。 (A1A3) lost its trail byte to the `<` of `</p>`: …?/p> stands for …。</p>. */
function restoreBeforeTag({ rest }: Break, lead: number): Restored | undefined {
  const tail = new RegExp(`^(${HAN}+)\\?/p>`, 'u').exec(rest);
  const bytes = tail?.[1] === undefined ? undefined : gbkBytes(tail[1]);
  const fixed = bytes === undefined ? undefined : gbkText([lead, ...bytes, 0xa3]);
  return fixed === undefined || tail === null ? undefined : { fixed, used: tail[0].length };
}

function hasPrivateUse(text: string): boolean {
  return /[\ue000-\uf8ff]/u.test(text);
}

function firstDefined<T, R>(items: readonly T[], read: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const value = read(item);
    if (value !== undefined) return value;
  }
  return undefined;
}
