import { isHan } from '../../text/han.ts';
import { readBodyAndName } from '../metadata/byline.ts';
import type { Edit } from '../tracked.ts';

/** A line without a full stop up to this length may be a heading whose two halves a space parts (code units). */
const HEADING = 50;

/** Each half of a heading has at least so many characters; shorter ones are letter-spaced words (摘 要). */
const HALF = 4;

/** Full-width marks beside which a space is a leftover of the conversion. */
const MARKS = new Set('，。、；：？！（）“”‘’《》【】〔〕…—');

/**
 * Remove white space that Chinese text does not have: at line ends, between two Han characters, beside full-width
 * marks. One space stays between the two halves of a heading (抓基层打基础 锻造坚强组织体系); spaces beside Latin
 * and digits stay, tabs inside a line too (they part columns).
 *
 * @example
 * findSpaces('  机 关党 建'); // removes all four
 */
export function findSpaces(text: string): Edit[] {
  const edits: Edit[] = [];
  for (const match of text.matchAll(/[^\S\n]+/gu)) {
    const start = match.index;
    const end = start + match[0].length;
    const before = start === 0 ? '\n' : text.charAt(start - 1);
    const after = end === text.length ? '\n' : text.charAt(end);
    const fixed = spaceBetween(text, { start, end, before, after, raw: match[0] });
    if (fixed !== match[0]) edits.push({ start, end, fixed, rule: 'space' });
  }
  return edits;
}

interface Space {
  readonly start: number;
  readonly end: number;
  readonly before: string;
  readonly after: string;
  readonly raw: string;
}

/** What stays of one run of white space. */
function spaceBetween(text: string, { start, end, before, after, raw }: Space): string {
  if (before === '\n' || after === '\n') return '';
  if (raw.includes('\t')) return raw;
  if (isBehindOrdinal(text, start)) return ' ';
  const betweenHan = isHan(before.charCodeAt(0)) && isHan(after.charCodeAt(0));
  if (betweenHan && CREDIT.test(text.slice(end, end + 8))) return ' ';
  if (betweenHan && REPORTERS.test(text.slice(Math.max(0, start - BYLINE), start))) return ' ';
  if (betweenHan && (partsByline(text, start, end) || partsAccount(text, start, end))) return ' ';
  if (betweenHan || (isWordEdge(before) && isWordEdge(after)))
    return partsHeading(text, start, end) ? ' ' : '';
  if (MARKS.has(before) || MARKS.has(after)) return '';
  return ' ';
}

function isWordEdge(char: string): boolean {
  return (
    isHan(char.charCodeAt(0)) || char === '”' || char === '“' || char === '》' || char === '《'
  );
}

/** Behind 第一章, 第一节 and 第一条 at the start of a line a space parts the ordinal from its words. */
function isBehindOrdinal(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 12), start);
  return /(?:^|\n)\s*第[一二三四五六七八九十百零\d]{1,5}(?:编|部分|篇|章|节|条)$/u.test(before);
}

/** A line that gives body and author has at most so many characters on either side of the space. */
const BYLINE = 30;

/** The next of several credits in one line (编辑：小江 校对：阿宁). */
const CREDIT =
  /^(?:编辑|校对|审核|监制|责编|制作|排版|初审|复审|终审|统筹|摄影|供稿|主编|文字|图片)\s*[：:|｜]/u;

/** Names behind 记者 in brackets are parted by spaces. */
const REPORTERS = /[（(](?:本报|本刊)?(?:记者|通讯员|作者)[^（()）\n]{0,24}$/u;

/** Whether a space parts a body from its author in a line that is nothing else (某市司法局 周晓燕). */
function partsByline(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - BYLINE), start);
  const lineStart = before.lastIndexOf('\n');
  if (lineStart === -1 && start > BYLINE) return false;
  const body = before.slice(lineStart + 1).trimStart();
  if (/\s/u.test(body)) return false;
  const after = /^[^\n]*/u.exec(text.slice(end, end + BYLINE))?.[0] ?? '';
  return after.length < BYLINE && readBodyAndName(`${body} ${after.trimEnd()}`) !== undefined;
}

/** Author, account and time of publishing in one line of a web page (宋晓菲 清江先锋 2023-07-14 18:30). */
function partsAccount(text: string, start: number, end: number): boolean {
  const after = /^[^\n]*/u.exec(text.slice(end, end + BYLINE * 2))?.[0] ?? '';
  const before = text.slice(Math.max(0, start - BYLINE), start);
  const opening = before.slice(before.lastIndexOf('\n') + 1);
  return (
    !/[，。；：]/u.test(opening) &&
    /^[\u4e00-\u9fff]{2,16}\s+\d{4}[-年/.]\d{1,2}[-月/.]\d{1,2}日?\s+\d{1,2}:\d{2}/u.test(after)
  );
}

/** Whether a space parts the two halves of a line that looks like a heading. */
function partsHeading(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - HEADING), start);
  const after = text.slice(end, end + HEADING);
  const newline = after.indexOf('\n');
  const lineStart = before.lastIndexOf('\n');
  if (lineStart === -1 && start > HEADING) return false;
  const line =
    before.slice(lineStart + 1) + ' ' + (newline === -1 ? after : after.slice(0, newline));
  if (line.length > HEADING || /[。；！？]/u.test(line)) return false;
  const pieces = line.split(/[^\S\n]+/u).filter((piece) => piece !== '');
  return pieces.length >= 2 && pieces.every((piece) => piece.length >= HALF);
}
