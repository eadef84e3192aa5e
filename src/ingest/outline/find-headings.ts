import { linesOf } from '../lines.ts';
import type { Line } from '../lines.ts';
import type { HeadingForm } from '../types.ts';
import { attachmentHeadings } from './attachment-headings.ts';
import { bareHeading, pairedHeadings } from './bare-headings.ts';
import { findCandidates } from './candidates.ts';
import type { Candidate } from './candidates.ts';
import { findBoundary, SURE } from './glued-boundary.ts';
import { readOrdinal } from './ordinals.ts';

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

/** A heading that the file format states, in offsets of the working text. */
export interface StatedHeading {
  readonly start: number;
  readonly end: number;
  readonly level: number;
}

/** A numbered line is a heading up to this length (code units). */
const HEADING_LINE = 120;

/** How much text behind an ordinal is looked at for the end of a glued heading, and how much of its siblings. */
const WINDOW = 200;
const SIBLING_WINDOW = 90;
const SIBLINGS = 6;

/** Unnumbered lines of a text that only figures number rank above these. */
const UNDIVIDED_RANK = 5;

/** Stated headings rank above all numbering, by their levels. */
const STATED_RANK = 0.1;

/** Styles that always head a section; a deeper one may number mere points. */
const MAJOR = new Set(['part', 'chapter', 'section', 'chinese', 'bracket-chinese']);

/** The clause that closes a paper (四、本办法由…负责解释，自印发之日起施行。) is a sentence by itself. */
const CLOSING_CLAUSE =
  /^本(?:办法|规则|细则|规定|方案|意见|制度|条例|标准|规范|通知).{0,60}(?:解释|施行|执行|实施)。$/u;

/** From this rank on an ordinal numbers points and not sections, unless it stands alone on a short line. */
const POINT_RANK = 10;

/**
 * Find the formal headings of an article: numbered ones on their own lines, numbered ones glued to the body, unnumbered
 * lines, named parts (引言), and those the file format states.
 *
 * Enumerations inside a sentence (（一）…；（二）…) follow no full stop and are left alone; so are the items of an article
 * of a regulation (条), and lists whose items are sentences.
 *
 * @param listed - Starts of list items that the format states: figures there number items.
 * @example
 * findHeadings('一、意义\n正文。二、问题正文', []).length; // 2
 */
export function findHeadings(
  text: string,
  stated: readonly StatedHeading[],
  listed: ReadonlySet<number> = new Set(),
): Heading[] {
  const lines = linesOf(text).filter((line) => line.text !== '');
  const fromFormat = stated.map((heading) => toStated(text, heading));
  const taken = new Set(fromFormat.map(({ start }) => start));
  const references =
    lines.findLast(({ text: line }) => /^[\[［【〔]?参考文献[\]］】〕]?$/u.test(line))?.start ??
    text.length;
  const candidates = findCandidates(text, lines).filter(
    ({ start, ordinal }) =>
      !taken.has(start) &&
      start < references &&
      !(listed.has(start) && !MAJOR.has(ordinal.style.id)),
  );
  const isItem = itemsOf(candidates);
  const numbered = candidates.flatMap((candidate, index) =>
    isItem.has(candidate) ? [] : (toHeading(text, index, candidates, lines) ?? []),
  );
  const headed = new Set([...numbered, ...fromFormat].map(({ start }) => start));
  const paired = pairedHeadings(lines);
  const parts = attachmentHeadings(lines);
  const isDivided = numbered.some(({ style }) => MAJOR.has(style)) || fromFormat.length > 0;
  const bare = lines
    .flatMap((_, index) => bareHeading(lines, index, headed, paired) ?? [])
    // Lines without an ordinal divide a text that has no 一、: figures count the points under each of them.
    .map((heading) =>
      heading.style === 'bare-line' && !isDivided ? { ...heading, rank: UNDIVIDED_RANK } : heading,
    )
    .filter(({ start }) => !parts.labels.has(start));
  return [...parts.headings, ...fromFormat, ...numbered, ...bare]
    .sort((a, b) => a.start - b.start)
    .filter(dropOverlaps());
}

/**
 * A heading that the format states. Its ordinal, where it has one, ranks it among headings whose style an editor forgot;
 * without one the stated level does.
 */
function toStated(text: string, { start, end, level }: StatedHeading): Heading {
  const ordinal = readOrdinal(text.slice(start, end));
  const isRanked = ordinal !== undefined && ordinal.style.rank < POINT_RANK;
  return {
    start,
    end,
    form: 'line',
    rank: isRanked ? ordinal.style.rank : STATED_RANK * level,
    depth: isRanked ? ordinal.depth : 1,
    style: 'stated',
    sure: true,
  };
}

/** Items of an article of a regulation, and members of lists of which some end in a semicolon. */
function itemsOf(candidates: readonly Candidate[]): ReadonlySet<Candidate> {
  const items = new Set<Candidate>();
  let inArticle = false;
  let series: Candidate[] = [];
  const close = (): void => {
    if (series.some(({ line }) => /[；;]$/u.test(line.text)))
      for (const one of series) items.add(one);
    series = [];
  };
  for (const candidate of candidates) {
    const { style, value } = candidate.ordinal;
    if (style.rank <= 5) {
      close();
      inArticle = style.id === 'article';
      continue;
    }
    if (inArticle) items.add(candidate);
    const first = series[0]?.ordinal.style.id;
    if (first !== style.id || value === '一' || value === '1') {
      if (
        first === undefined ||
        first === style.id ||
        candidate.ordinal.style.rank < (series[0]?.ordinal.style.rank ?? 0)
      )
        close();
      if (series.length === 0) series = [candidate];
      continue;
    }
    series.push(candidate);
  }
  close();
  return items;
}

function toHeading(
  text: string,
  index: number,
  all: readonly Candidate[],
  lines: readonly Line[],
): Heading | undefined {
  const candidate = all[index];
  if (candidate === undefined) return undefined;
  const { start, ordinal, line } = candidate;
  const { style, depth } = ordinal;
  const common = { start, rank: style.rank, depth, style: style.id };
  const next = all[index + 1];
  const limit = next !== undefined && next.start < line.end ? next.start : line.end;
  const bodyStart = start + ordinal.length;
  const body = text.slice(bodyStart, Math.min(limit, bodyStart + WINDOW + HEADING_LINE));
  if (style.id === 'article')
    return { ...common, end: articleEnd(body, bodyStart), form: 'runin', sure: true };
  const isWhole = candidate.atLineStart && limit === line.end;
  if (isWhole && CLOSING_CLAUSE.test(body)) return undefined;
  if (next?.start === limit && style.rank < 4 && /^[^，。；：]{1,20}$/u.test(body.trim()))
    return { ...common, end: bodyStart + body.trimEnd().length, form: 'glued', sure: true };
  if (isWhole && isHeadingLine(body, style.rank))
    return { ...common, end: bodyStart + body.trimEnd().length, form: 'line', sure: true };
  const named = namedItem(index, all, text);
  if (named !== undefined) return { ...common, end: bodyStart + named, form: 'glued', sure: true };
  if ((isWhole && isListItem(body, candidate, lines)) || style.rank >= POINT_RANK) return undefined;
  const boundary = findBoundary(body.slice(0, WINDOW), siblingWindows(text, index, all));
  if (boundary === undefined || boundary.length === 0) return undefined;
  const sure = boundary.score >= SURE;
  if (!sure && !MAJOR.has(style.id)) return undefined;
  return { ...common, end: bodyStart + boundary.length, form: 'glued', sure };
}

/** （1）确定主题。支部委员会…: a short name with its stop, and sentences that say more of it. */
const NAMED_ITEM = /^[^，。；：！？\n]{2,16}。(?=[^\n]{10,})/u;

/**
 * The length of the name that opens a paragraph numbered （1）, where the paragraphs next to it in its series open with
 * one too; undefined for any other paragraph.
 */
function namedItem(index: number, all: readonly Candidate[], text: string): number | undefined {
  const own = all[index];
  if (own?.ordinal.style.id !== 'bracket-arabic') return undefined;
  const nameOf = ({ start, ordinal, line, atLineStart }: Candidate): number | undefined =>
    atLineStart
      ? NAMED_ITEM.exec(text.slice(start + ordinal.length, Math.min(line.end, start + WINDOW)))?.[0]
          .length
      : undefined;
  const beside = [all[index - 1], all[index + 1]].filter(
    (one) =>
      one?.ordinal.style.id === 'bracket-arabic' &&
      Math.abs(Number(one.ordinal.value) - Number(own.ordinal.value)) === 1,
  );
  const isSeries =
    beside.length > 0 && beside.every((one) => one !== undefined && nameOf(one) !== undefined);
  return isSeries ? nameOf(own) : undefined;
}

/** 第一条 with its title in brackets, where it has one. */
function articleEnd(body: string, start: number): number {
  return start + (/^\s*[【（(][^】）)\n]{2,20}[】）)]/u.exec(body)?.[0].length ?? 0);
}

function isHeadingLine(body: string, rank: number): boolean {
  const line = body.trim();
  if (
    line === '' ||
    line.length > HEADING_LINE ||
    (line.endsWith('？') ? /[。！]/u : /[。！？]/u).test(line) ||
    /[；：，、]$/u.test(line)
  )
    return false;
  return rank < POINT_RANK || line.length <= 24;
}

/** A numbered sentence that is a paragraph by itself, with its like below or nothing, is an item of a list. */
function isListItem(
  body: string,
  { ordinal, lineIndex }: Candidate,
  lines: readonly Line[],
): boolean {
  const stops = body.match(/[。！？]/gu)?.length ?? 0;
  if (/[；：]$/u.test(body.trim())) return /；$/u.test(body.trim());
  if (stops > 1 || (stops === 1 && !/[。！？]$/u.test(body.trim()))) return false;
  const following = lines[lineIndex + 1];
  const preceding = lines[lineIndex - 1];
  if (preceding !== undefined && readOrdinal(preceding.text)?.style.id === ordinal.style.id)
    return true;
  return following === undefined || readOrdinal(following.text)?.style.id === ordinal.style.id;
}

/** What stands behind the other ordinals of the same series. */
function siblingWindows(text: string, index: number, all: readonly Candidate[]): string[] {
  const self = all[index]?.ordinal.style;
  const same: Candidate[] = [];
  for (const step of [-1, 1]) {
    let found = 0;
    for (let at = index + step; at >= 0 && at < all.length && found < SIBLINGS; at += step) {
      const other = all[at];
      if (other === undefined || other.ordinal.style.rank < (self?.rank ?? 0)) break;
      if (other.ordinal.style.id !== self?.id) continue;
      same.push(other);
      found += 1;
    }
  }
  return same.map(({ start, ordinal, line }) => {
    const window = text.slice(start + ordinal.length, Math.min(start + SIBLING_WINDOW, line.end));
    // A heading ends within its first sentence; words further on are body.
    return /^[^。！？；]*/u.exec(window)?.[0] ?? window;
  });
}

/** The first of two headings at one place wins. */
function dropOverlaps(): (heading: Heading) => boolean {
  let end = -1;
  return (heading) => {
    if (heading.start < end || heading.end <= heading.start) return false;
    end = heading.end;
    return true;
  };
}
