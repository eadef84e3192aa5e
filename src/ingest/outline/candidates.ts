import { endsSentence } from '../lines.ts';
import type { Line } from '../lines.ts';
import { toNumber } from '../split/split-articles.ts';
import { opensWithKnownHeading } from './known-headings.ts';
import { readOrdinal } from './ordinals.ts';
import type { Ordinal } from './ordinals.ts';

/** A place where an ordinal stands that may number a heading. */
export interface Candidate {
  readonly start: number;
  readonly ordinal: Ordinal;
  readonly atLineStart: boolean;
  readonly line: Line;
  /** Index of the line among the lines that were looked at. */
  readonly lineIndex: number;
}

/** How many candidates ahead the second member of a series may stand. */
const SERIES_REACH = 60;

/** Figures from this rank on number the rows of tables too. */
const TABLE_RANK = 7;

/** Styles by rank: an ordinal of one style closes the series of all deeper ones. */
const RANKS: readonly (readonly [string, number])[] = [
  ['article', 4],
  ['chinese', 5],
  ['bracket-chinese', 6],
  ['arabic', 7],
  ['bracket-arabic', 10],
  ['circled', 11],
];

/** Ordinals inside a line: behind a full stop, or glued to a word where the mark behind them is unmistakable. */
const INSIDE =
  /(?<=[。！？”）])(?=[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|\d{1,2}[.．]\D)|(?<=[\u4e00-\u9fff；])(?=\d{1,2}\.[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff])(?<![一二三四五六七八九十第])(?=[一二三四五六七八九十]{1,2}、[\u4e00-\u9fff]{4}|（[一二三四五六七八九十]{1,2}）[\u4e00-\u9fff]{4})|(?<=[\u4e00-\u9fff。；）])(?=第[一二三四五六七八九十百零]{1,5}[章条][\u4e00-\u9fff])/gu;

/**
 * Find the ordinals of a text that number headings or items: those that open lines, and those inside lines that belong
 * to an unbroken series (一、 二、 三、 …).
 *
 * @param lines - Lines with text, in order.
 * @example
 * findCandidates('正文。一、意义正文。二、问题正文', lines).length; // 2
 */
export function findCandidates(text: string, lines: readonly Line[]): Candidate[] {
  const all = lines.flatMap((line, lineIndex) => candidatesIn(text, line, lineIndex));
  const bare = bareSeries(all);
  const kept: Candidate[] = [];
  const last = new Map<string, number>();
  let lastArabic = Number.NaN;
  all.forEach((candidate, index) => {
    const { style, value } = candidate.ordinal;
    const number = toNumber(value);
    if (!candidate.atLineStart && !belongs(candidate, number, last.get(style.id), all, index))
      return;
    // A row of a table that tabs part is no heading.
    if (style.rank >= TABLE_RANK && candidate.line.text.includes('\t')) return;
    // 2. without 1. continues a list that began elsewhere (附件：1.…), unless the document counts on across sections.
    const goesOn = number === lastArabic + 1;
    if (
      style.id === 'arabic' &&
      number > 1 &&
      !goesOn &&
      !asks(candidate, all) &&
      !last.has('arabic') &&
      !last.has('decimal')
    )
      return;
    if (style.id === 'arabic') lastArabic = number;
    if (style.id === 'bare' && !bare.has(candidate)) return;
    kept.push(candidate);
    last.set(style.id, number);
    // Articles of a regulation number on from chapter to chapter.
    for (const [id, rank] of RANKS) if (rank > style.rank && id !== 'article') last.delete(id);
  });
  return kept;
}

/** 174.什么是…？ of a book of questions, of which the text holds a part: the next question counts on. */
function asks({ line, ordinal }: Candidate, all: readonly Candidate[]): boolean {
  const next = Number(ordinal.value) + 1;
  return (
    line.text.endsWith('？') &&
    all.some(
      (other) =>
        other.ordinal.style.id === 'arabic' &&
        Number(other.ordinal.value) === next &&
        other.line.text.endsWith('？'),
    )
  );
}

function candidatesIn(text: string, line: Line, lineIndex: number): Candidate[] {
  const found: Candidate[] = [];
  const first = readOrdinal(line.text);
  const start = line.start + Math.max(text.slice(line.start, line.end).search(/\S/u), 0);
  if (first !== undefined)
    found.push({ start, ordinal: first, atLineStart: true, line, lineIndex });
  for (const match of text.slice(start + 1, line.end).matchAll(INSIDE)) {
    const at = start + 1 + match.index;
    const ordinal = readOrdinal(text.slice(at, at + 12));
    if (ordinal !== undefined)
      found.push({ start: at, ordinal, atLineStart: false, line, lineIndex });
  }
  return found;
}

/** Whether an ordinal inside a line continues its series, or begins one that goes on. */
function belongs(
  candidate: Candidate,
  number: number,
  last: number | undefined,
  all: readonly Candidate[],
  index: number,
): boolean {
  if (number > 1) return last === number - 1;
  if (number !== 1) return false;
  const { id, rank } = candidate.ordinal.style;
  for (let at = index + 1; at < Math.min(all.length, index + SERIES_REACH); at += 1) {
    const next = all[at];
    if (next === undefined) break;
    if (next.ordinal.style.id === id) return toNumber(next.ordinal.value) === 2;
    // A first point under one heading needs its second before the next heading.
    if (next.atLineStart && next.ordinal.style.rank < rank) return false;
  }
  return false;
}

/** A digit without a mark numbers a heading only where decimals (2.1) or its neighbours (1 … 2 …) say so. */
function bareSeries(all: readonly Candidate[]): ReadonlySet<Candidate> {
  const numbers = new Set<number>();
  const decimals = new Set<number>();
  const possible = all.filter(
    ({ ordinal, atLineStart, line }) =>
      ordinal.style.id === 'bare' &&
      atLineStart &&
      line.text.length <= 60 &&
      !endsSentence(line.text) &&
      !/[；，、]$/u.test(line.text),
  );
  for (const { ordinal } of possible) numbers.add(Number(ordinal.value));
  for (const { ordinal } of all)
    if (ordinal.style.id === 'decimal') decimals.add(Number(ordinal.value.split('.')[0]));
  return new Set(
    possible.filter(({ ordinal, line }) => {
      const number = Number(ordinal.value);
      const inSeries = numbers.has(number - 1) || numbers.has(number + 1);
      return (
        decimals.has(number) || inSeries || opensWithKnownHeading(line.text.slice(ordinal.length))
      );
    }),
  );
}
