import { endsSentence, linesOf } from '../lines.ts';
import type { Line } from '../lines.ts';
import type { HeadingForm } from '../types.ts';
import { findBoundary, SURE } from './glued-boundary.ts';
import { readOrdinal } from './ordinals.ts';
import type { Ordinal } from './ordinals.ts';
import { toNumber } from '../split/split-articles.ts';

/** A formal heading in the working text. */
export interface Heading {
  readonly start: number;
  readonly end: number;
  readonly form: HeadingForm;
  /** Rank of the numbering style, or of the mark a file format gives; lower is higher up. */
  readonly rank: number;
  /** Levels that the ordinal spans (2 for 2.1). */
  readonly depth: number;
  readonly style: string;
  /** False where the end of a glued heading is a guess. */
  readonly sure: boolean;
}

/** A heading that the file format states, already in text offsets. */
export interface StatedHeading {
  readonly start: number;
  readonly end: number;
  readonly level: number;
}

/** A numbered line is a heading up to this length (code units). */
const HEADING_LINE = 120;

/** An unnumbered line is a heading up to this length. */
const BARE_LINE = 40;

/** Stated headings rank below no numbering: html and docx levels map to ranks of their own. */
const STATED_RANK = 0.1;

/** Lines that name a part of a paper by itself. */
const NAMED =
  /^(?:引\s*言|前\s*言|导\s*言|绪\s*论|结\s*语|结束语|结\s*论|小\s*结|余\s*论|参考文献|附\s*录|附\s*件\d*|致\s*谢|(?:同志们|各位(?:领导|同志|代表|委员)|尊敬的.{1,20})[：:]?)[：:]?$/u;

/** A place where an ordinal stands. */
interface Candidate {
  readonly start: number;
  readonly ordinal: Ordinal;
  readonly atLineStart: boolean;
  readonly line: Line;
}

/**
 * Find the formal headings of an article: numbered ones on their own lines, numbered ones glued to the body, unnumbered
 * lines, named parts (引言), and those the file format states.
 *
 * An ordinal inside a line counts only in an unbroken series (一、 二、 三、 …); enumerations inside a sentence
 * (（一）…；（二）…) follow no full stop and are left alone.
 *
 * @example
 * findHeadings('一、意义\n正文。二、问题正文', []).length; // 2
 */
export function findHeadings(text: string, stated: readonly StatedHeading[]): Heading[] {
  const lines = linesOf(text).filter((line) => line.text !== '');
  const fromFormat = stated.map(({ start, end, level }): Heading => {
    const ordinal = readOrdinal(text.slice(start, end));
    return {
      start,
      end,
      form: 'line',
      rank: STATED_RANK * level,
      depth: 1,
      style: ordinal === undefined ? 'stated' : 'stated',
      sure: true,
    };
  });
  const taken = new Set(fromFormat.map(({ start }) => start));
  const candidates = keepSeries(
    lines.flatMap((line) => candidatesIn(text, line)).filter(({ start }) => !taken.has(start)),
  );
  const numbered = candidates.flatMap(
    (candidate, index) => toHeading(text, candidate, index, candidates, lines) ?? [],
  );
  const numberedLines = new Set([...numbered, ...fromFormat].map(({ start }) => start));
  const bare = lines.flatMap((line, index) => bareHeading(line, index, lines, numberedLines) ?? []);
  return [...fromFormat, ...numbered, ...bare]
    .sort((a, b) => a.start - b.start)
    .filter(dropOverlaps());
}

function candidatesIn(text: string, line: Line): Candidate[] {
  const found: Candidate[] = [];
  const first = readOrdinal(line.text);
  const start = line.start + Math.max(text.slice(line.start, line.end).search(/\S/u), 0);
  if (first !== undefined) found.push({ start, ordinal: first, atLineStart: true, line });
  const inside =
    /(?<=[。！？”）])(?=[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|\d{1,2}[.．]\D)|(?<=[\u4e00-\u9fff；])(?=\d{1,2}\.[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff])(?=[一二三四五六七八九十]{1,2}、[\u4e00-\u9fff]{4})/gu;
  for (const match of text.slice(start + 1, line.end).matchAll(inside)) {
    const at = start + 1 + match.index;
    const ordinal = readOrdinal(text.slice(at, at + 12));
    if (ordinal !== undefined) found.push({ start: at, ordinal, atLineStart: false, line });
  }
  return found;
}

/** Ordinals inside a line stay only where they continue a series, or begin one that goes on. */
function keepSeries(candidates: readonly Candidate[]): Candidate[] {
  const kept: Candidate[] = [];
  const last = new Map<string, number>();
  candidates.forEach((candidate, index) => {
    const { style, value } = candidate.ordinal;
    const number = toNumber(value);
    const continues = last.get(style.id) === number - 1;
    const opens =
      number === 1 &&
      candidates
        .slice(index + 1, index + 40)
        .some((next) => next.ordinal.style.id === style.id && toNumber(next.ordinal.value) === 2);
    if (!candidate.atLineStart && !(continues && number > 1) && !opens) return;
    if (candidate.ordinal.style.id === 'bare' && !isBareSeries(candidate, candidates)) return;
    kept.push(candidate);
    last.set(style.id, number);
    for (const [id, rank] of RANKS) if (rank > style.rank) last.delete(id);
    if (style.id === 'decimal') last.delete('arabic');
  });
  return kept;
}

const RANKS: readonly (readonly [string, number])[] = [
  ['chinese', 5],
  ['bracket-chinese', 6],
  ['arabic', 7],
  ['bracket-arabic', 10],
  ['circled', 11],
];

/** A digit without a mark numbers a heading only where decimals (2.1) or its neighbours (1 … 2 …) say so. */
function isBareSeries(candidate: Candidate, all: readonly Candidate[]): boolean {
  if (
    !candidate.atLineStart ||
    candidate.line.text.length > 60 ||
    endsSentence(candidate.line.text)
  )
    return false;
  const number = Number(candidate.ordinal.value);
  return all.some(
    ({ ordinal }) =>
      (ordinal.style.id === 'decimal' && Number(ordinal.value.split('.')[0]) === number) ||
      (ordinal.style.id === 'bare' && Math.abs(Number(ordinal.value) - number) === 1),
  );
}

function toHeading(
  text: string,
  candidate: Candidate,
  index: number,
  all: readonly Candidate[],
  lines: readonly Line[],
): Heading | undefined {
  const { start, ordinal, line } = candidate;
  const { style, depth } = ordinal;
  const common = { start, rank: style.rank, depth, style: style.id };
  const next = all[index + 1];
  const limit = next !== undefined && next.start < line.end ? next.start : line.end;
  const body = text.slice(start + ordinal.length, limit);
  if (style.id === 'article')
    return {
      ...common,
      end: articleEnd(text, start, ordinal.length, limit),
      form: 'runin',
      sure: true,
    };
  const isWhole = candidate.atLineStart && limit === line.end;
  if (isWhole && isHeadingLine(body, style.id))
    return {
      ...common,
      end: start + ordinal.length + body.trimEnd().length,
      form: 'line',
      sure: true,
    };
  if (isWhole && isListItem(body, line, lines)) return undefined;
  if (style.rank >= 10) return undefined;
  const siblings = siblingWindows(text, candidate, all);
  const boundary = findBoundary(body.slice(0, 200), siblings);
  if (boundary === undefined || (boundary.score < SURE && !isMajor(style.id))) return undefined;
  return {
    ...common,
    end: start + ordinal.length + boundary.length,
    form: 'glued',
    sure: boundary.score >= SURE,
  };
}

/** A heading without number of its own cannot be told from a point; these styles always head a section. */
function isMajor(style: string): boolean {
  return (
    style === 'chinese' ||
    style === 'bracket-chinese' ||
    style === 'chapter' ||
    style === 'section' ||
    style === 'part'
  );
}

/** 第一条 with the title in brackets or behind a space, where it has one. */
function articleEnd(text: string, start: number, length: number, limit: number): number {
  const bracketed = /^\s*[【（(][^】）)\n]{2,20}[】）)]/u.exec(text.slice(start + length, limit));
  return start + length + (bracketed?.[0].length ?? 0);
}

function isHeadingLine(body: string, style: string): boolean {
  const line = body.trim();
  if (line === '' || line.length > HEADING_LINE) return false;
  if (/[。！？]/u.test(line.slice(0, -1)) || /[；：，、]$/u.test(line)) return false;
  if (!/[。！？]$/u.test(line))
    return style === 'circled' || style === 'bracket-arabic' ? line.length <= 24 : true;
  return false;
}

/** A numbered sentence that is a paragraph by itself, with its like above or below, is an item of a list. */
function isListItem(body: string, line: Line, lines: readonly Line[]): boolean {
  const stops = body.match(/[。！？]/gu)?.length ?? 0;
  if (/；$/u.test(body)) return true;
  if (stops > 1 || (stops === 1 && !/[。！？]$/u.test(body.trim()))) return false;
  const index = lines.indexOf(line);
  const following = lines[index + 1];
  return (
    following === undefined ||
    readOrdinal(following.text)?.style.id === readOrdinal(line.text)?.style.id
  );
}

/** Windows behind the same ordinals in the same series. */
function siblingWindows(
  text: string,
  { ordinal, start }: Candidate,
  all: readonly Candidate[],
): string[] {
  const same: Candidate[] = [];
  const self = all.findIndex((one) => one.start === start);
  for (const step of [-1, 1]) {
    for (let at = self + step; at >= 0 && at < all.length; at += step) {
      const other = all[at];
      if (other === undefined || other.ordinal.style.rank < ordinal.style.rank) break;
      if (other.ordinal.style.id === ordinal.style.id) same.push(other);
    }
  }
  return same
    .slice(0, 12)
    .map((other) =>
      text.slice(other.start + other.ordinal.length, Math.min(other.start + 90, other.line.end)),
    );
}

/** A short line without an ordinal and without a full stop, above a paragraph. */
function bareHeading(
  line: Line,
  index: number,
  lines: readonly Line[],
  numbered: ReadonlySet<number>,
): Heading | undefined {
  if (numbered.has(line.start) || readOrdinal(line.text) !== undefined) return undefined;
  const common = { start: line.start, end: line.end, form: 'line' as const, depth: 1, sure: true };
  if (NAMED.test(line.text)) return { ...common, rank: NAMED_RANK, style: 'named' };
  const markdown = /^(#{1,6})\s+\S/u.exec(line.text);
  if (markdown !== null)
    return { ...common, rank: STATED_RANK * (markdown[1] ?? '').length, style: 'markdown' };
  const bracketed = /^【[^】]{2,30}】$/u.test(line.text);
  if (bracketed) return { ...common, rank: 5.5, style: 'bracketed' };
  const next = lines[index + 1];
  if (next === undefined || line.text.length < 4 || line.text.length > BARE_LINE) return undefined;
  if (
    /[。！？；，、：:;,|\t]/u.test(line.text.replace(/、/gu, '')) ||
    !/[\u4e00-\u9fff”》）]$/u.test(line.text)
  )
    return undefined;
  if (/^[（(“《>*-]/u.test(line.text)) return undefined;
  const previous = lines[index - 1];
  const afterEnd =
    previous === undefined || endsSentence(previous.text) || numbered.has(previous.start);
  if (next.text.length < BARE_LINE || !/[，。]/u.test(next.text) || !afterEnd) return undefined;
  return { ...common, rank: BARE_RANK, style: 'bare-line' };
}

/** 引言 and 结语 stand beside the highest headings of an article. */
const NAMED_RANK = -1;

/** Unnumbered lines divide a text that has no numbers, and stand under numbers where there are some. */
const BARE_RANK = 9;

/** The first of two headings at one place wins. */
function dropOverlaps(): (heading: Heading) => boolean {
  let end = -1;
  return (heading) => {
    if (heading.start < end || heading.end <= heading.start) return false;
    end = heading.end;
    return true;
  };
}
