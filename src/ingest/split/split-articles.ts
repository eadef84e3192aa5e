import { linesOf } from '../lines.ts';
import { readOrdinal } from '../outline/ordinals.ts';
import { sliceTracked } from '../tracked.ts';
import type { Edit, Tracked } from '../tracked.ts';
import { applyEdits } from '../tracked.ts';

/** One article of an input. */
export interface ArticlePart {
  /** Position in the compilation, from 1. */
  readonly part: number;
  readonly tracked: Tracked;
  /** What the compiler's heading says after its number, where the parts' headings differ; else undefined. */
  readonly shellTitle: string | undefined;
}

/** Headings that a compiler puts before each article. Every row captures the number, then the rest. */
const SHELLS: readonly RegExp[] = [
  /^篇([一二三四五六七八九十百]+|\d+)[:：、\s]\s*(.*)$/u,
  /^[【[]篇([一二三四五六七八九十百]+|\d+)[】\]]\s*(.*)$/u,
  /^[【[]?第([一二三四五六七八九十百]+|\d+)篇[】\]]?[:：、\s]\s*(.*)$/u,
  /^[【[]?(?:范文|例文|材料|文章)([一二三四五六七八九十百]+|\d+)[】\]]?[:：、\s]\s*(.*)$/u,
];

/** The compilation's own title is at most so long (code units). */
const PREFACE = 60;

const DIGITS = '零一二三四五六七八九';

/**
 * Split a compilation into its articles at the compiler's headings (篇一：…), which must count 1, 2, 3 …; a text
 * without such a series is one article. What stands before the first heading goes with the first article.
 *
 * @param stated - Where titles start that the file format states; each with a text of its own below opens an article.
 * @example
 * splitArticles(track('篇一:甲\n文一\n篇二:甲\n文二')).map(({ tracked }) => tracked.text); // ['文一\n', '文二']
 */
export function splitArticles(tracked: Tracked, stated: readonly number[] = []): ArticlePart[] {
  const { text } = tracked;
  const shells = SHELLS.map((pattern) => seriesOf(text, pattern)).find(
    (series) => series.length >= 2,
  );
  if (shells === undefined) {
    const listed = titlesOfContents(text);
    return listed.length >= 2
      ? splitAtTitles(
          withoutCover(tracked, listed[0] ?? 0),
          listed.map((start) => start - (listed[0] ?? 0)),
        )
      : splitAtTitles(withoutLoneShell(tracked), stated);
  }
  const titles = new Set(shells.map(({ title }) => title));
  return shells.map(({ start, end, title }, index) => {
    const from = index === 0 ? 0 : start;
    const next = shells[index + 1]?.start ?? text.length;
    const part = sliceTracked(tracked, from, next);
    // What little stands before the first heading is the compilation's own title.
    const preface = text.slice(from, start).trim();
    const shell: Edit = {
      start: isShell(preface, titles) ? 0 : start - from,
      end: Math.min(end + 1, next) - from,
      fixed: '',
      rule: 'compilation-shell',
    };
    return {
      part: index + 1,
      tracked: applyEdits(part, [shell]),
      shellTitle: titles.size === shells.length && title !== '' ? title : undefined,
    };
  });
}

/** The contents of a collection stand near its start. */
const CONTENTS_LINES = 40;

/**
 * Where the papers of a collection start that its table of contents lists: each entry returns as a line of its own, and
 * what follows it begins its numbering anew.
 */
function titlesOfContents(text: string): number[] {
  const lines = linesOf(text).filter((line) => line.text !== '');
  const at = lines
    .slice(0, CONTENTS_LINES)
    .findIndex((line) => /^[【[]?目\s*[录次][】\]]?$/u.test(line.text));
  if (at === -1) return [];
  const starts: number[] = [];
  let from = at + 1;
  let below = at + 1;
  for (let index = at + 1; index < Math.min(lines.length, at + CONTENTS_LINES); index += 1) {
    const entry = /^(.{4,50}?)[\s.…·]{2,}\d{1,4}$/u.exec(lines[index]?.text ?? '')?.[1];
    if (entry === undefined) break;
    below = index + 1;
    const name = keyOf(entry.slice(readOrdinal(entry)?.length ?? 0));
    const found = lines.findIndex(
      (line, where) => where >= Math.max(from, below) && keyOf(line.text) === name,
    );
    // An entry that keeps its number in the text is a chapter of one paper.
    if (found === -1) return [];
    starts.push(lines[found]?.start ?? 0);
    from = found + 1;
  }
  const openers = starts.map((start, index) =>
    /(?:^|\n)\s*(?:一、|第一[章条])/u.test(text.slice(start, starts[index + 1] ?? text.length)),
  );
  return openers.every(Boolean) ? starts : [];
}

/** One article cut out of a compilation still carries the compiler's line above its own title. */
function withoutLoneShell(tracked: Tracked): Tracked {
  const [first, second] = linesOf(tracked.text.slice(0, 400)).filter((line) => line.text !== '');
  if (first === undefined || second === undefined || first.text.length > PREFACE) return tracked;
  const isLone = SHELLS.slice(0, 2).some((pattern) => pattern.test(first.text));
  if (!isLone || second.text.length > PREFACE || /[。！；]$/u.test(second.text)) return tracked;
  const edit: Edit = {
    start: first.start,
    end: second.start,
    fixed: '',
    rule: 'compilation-shell',
  };
  return applyEdits(tracked, [edit]);
}

/** The collection's cover and its contents. */
function withoutCover(tracked: Tracked, end: number): Tracked {
  return applyEdits(tracked, [{ start: 0, end, fixed: '', rule: 'contents' }]);
}

/** A paper of a collection has at least so much text under its title (code units). */
const LEAST_PAPER = 120;

/** The label above the title of an attachment, which belongs to the paper above it. */
const ATTACHED = /(?:^|\n)\s*附\s*[件录]\s*[一二三四五六七八九十\d]{0,3}\s*[：:]?\s*$/u;

function splitAtTitles(tracked: Tracked, titles: readonly number[]): ArticlePart[] {
  const { text } = tracked;
  const own = titles.filter(
    (start, index) =>
      (titles[index + 1] ?? text.length) - start >= LEAST_PAPER &&
      !ATTACHED.test(text.slice(Math.max(0, start - 20), start)) &&
      readOrdinal(text.slice(start, start + 12)) === undefined,
  );
  if (own.length < 2) return [{ part: 1, tracked, shellTitle: undefined }];
  return own.map((start, index) => ({
    part: index + 1,
    tracked: sliceTracked(tracked, index === 0 ? 0 : start, own[index + 1] ?? text.length),
    shellTitle: undefined,
  }));
}

/** What stands before the first heading: the compilation's own title, and its table of contents. */
function isShell(preface: string, titles: ReadonlySet<string>): boolean {
  const names = Array.from(titles, keyOf).filter((name) => name !== '');
  return preface
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .every(
      (line, index) =>
        (index === 0 && line.length <= PREFACE) ||
        /^[【[]?目\s*[录次][】\]]?$/u.test(line) ||
        names.some((name) => keyOf(line).includes(name)),
    );
}

function keyOf(line: string): string {
  return line.replace(/[^\p{L}\p{N}]/gu, '');
}

function seriesOf(text: string, pattern: RegExp): { start: number; end: number; title: string }[] {
  const series: { start: number; end: number; title: string }[] = [];
  for (const line of linesOf(text)) {
    if (line.text.length > 60) continue;
    const match = pattern.exec(line.text);
    if (match === null || toNumber(match[1] ?? '') !== series.length + 1) continue;
    series.push({ start: line.start, end: line.end, title: match[2] ?? '' });
  }
  return series;
}

/**
 * The value of a Chinese or Arabic ordinal up to 99; NaN for anything else.
 *
 * @example
 * toNumber('十二'); // 12
 */
export function toNumber(ordinal: string): number {
  if (/^\d+$/u.test(ordinal)) return Number(ordinal);
  const [tens, units, ...more] = ordinal.split('十');
  if (tens === undefined || more.length > 0 || ordinal === '') return Number.NaN;
  if (units === undefined) return ordinal.length === 1 ? digit(ordinal) : Number.NaN;
  return (tens === '' ? 1 : digit(tens)) * 10 + (units === '' ? 0 : digit(units));
}

function digit(char: string): number {
  const value = DIGITS.indexOf(char);
  return char.length === 1 && value >= 0 ? value : Number.NaN;
}
