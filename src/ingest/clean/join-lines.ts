import { endsSentence, linesOf } from '../lines.ts';
import type { Line } from '../lines.ts';
import { readBodyAndName } from '../metadata/byline.ts';
import { namesOf } from '../metadata/names.ts';
import { isBareOrdinal, readOrdinal } from '../outline/ordinals.ts';
import type { Edit } from '../tracked.ts';

/** A line from this length on that ends inside a sentence is a broken paragraph, in any text (code units). */
const LONG = 60;

/** Shorter lines of several sentences are verse or captions. */
const SENTENCES = 24;

/** A line of clauses from this length on is too long for a title. */
const CLAUSES = 36;

/** The share of lines beyond the width that a hard-wrapped text may have: glued lines, tables. */
const LONGER = 0.35;

/** What opens a block of its own, besides an ordinal. */
const OPENER =
  /^(?:【|\[(?:摘|关|导|作者)|#{1,6}\s|[-*+]\s|>\s|\||摘\s*要|关键词|参考文献|作者简介|引言$|前言$|结语$|结束语$|附件|问[:：]|答[:：]|——|─|●|■|◆|★|※|[①-⑳])/u;

/** What opens an entry of a list of references, or what may follow the list. */
const REFERENCE =
  /^(?:[[［]\d{1,3}[\]］]|\d{1,3}[.．、]|[⑴-⒇①-⑳]|【|[[（(]?(?:作者|责任编辑|收稿|编辑))/u;

/** The number of an official paper closes its line. */
const PAPER_NUMBER = /^[\u4e00-\u9fff]{2,14}[〔[［（(]\d{4}[〕\]］）)]\s*第?\d{1,4}号$/u;

/** Whom a paper is addressed to. */
const SALUTATION =
  /^(?:各|市|县|区|省|局|机关|全体|所属|有关)[\u4e00-\u9fff、，（）()]{2,60}(?:单位|部门|党组织|支部|党委|党总支|党组|处室|科室|人员|党员|公司|局)[）)]?[：:]$/u;

/** A label that waits for its value on the next line. */
const OPEN_LABEL = /(?:作者|来源|时间|日期|单位|文号|主送|抄送)[:：]$/u;

/** How hard-wrapped text shows itself. */
interface Wrap {
  readonly width: number;
  /** Whether paragraphs are told by their indent. */
  readonly indented: boolean;
  /** Where the first indented paragraph starts: a short line above it is title, byline or organisation. */
  readonly body: number;
}

/**
 * Join lines that a converter broke inside a sentence.
 *
 * In a hard-wrapped text (most lines stop at one width, inside a sentence) a line is joined to the next unless it ends
 * its paragraph: short, or before an indent, an ordinal or a label. In other texts only what cannot be a line of its
 * own is joined: a long line that stops inside a sentence, a line that ends in a comma, a bare ordinal, a single
 * letter-spaced character.
 *
 * @param text - Furniture and page numbers already removed, white space at line starts still there.
 * @example
 * findJoins('各级党组，\n织要'); // [{ start: 5, end: 6, fixed: '', rule: 'join-line' }]
 */
export function findJoins(text: string): Edit[] {
  const all = linesOf(text);
  const lines = all.filter((line) => line.text !== '');
  const references = text.search(/参考文献[\]］】〕]?\s*[：:\n]/u);
  const wrap = findWrap(lines, text);
  const edits: Edit[] = [];
  for (let index = 0; index + 1 < lines.length; index += 1) {
    const line = lines[index];
    const next = lines[index + 1];
    if (line === undefined || next === undefined) continue;
    const inBody = references === -1 || next.start <= references;
    const [previous, after] = [lines[index - 1], lines[index + 2]];
    if (!shouldJoin({ line, next, previous, after, text, wrap, inBody })) continue;
    const isLatin = /[A-Za-z]$/u.test(line.text) && /^[A-Za-z]/u.test(next.text);
    const trailing = text.slice(line.start, line.end).trimEnd().length;
    const leading = text.slice(next.start, next.end).search(/\S/u);
    edits.push({
      start: line.start + trailing,
      end: next.start + leading,
      fixed: isLatin ? ' ' : '',
      rule: 'join-line',
    });
  }
  return edits;
}

interface Place {
  readonly line: Line;
  readonly next: Line;
  readonly previous: Line | undefined;
  /** The line below `next`. */
  readonly after: Line | undefined;
  readonly text: string;
  readonly wrap: Wrap | undefined;
  /** Above the list of references, whose entries open with the numbers that cite them. */
  readonly inBody: boolean;
}

function shouldJoin(place: Place): boolean {
  const { line, next, text, wrap, inBody } = place;
  if (inBody && /^[[［]\d{1,3}[\]］](?![A-Z\u4e00-\u9fff]{1,12}[.．])/u.test(next.text))
    return true;
  if (!inBody)
    return (
      !REFERENCE.test(next.text) &&
      !/^参考文献/u.test(line.text) &&
      !isParagraphBreak(text, line, next)
    );
  if (isBareOrdinal(line.text)) return /^[\u4e00-\u9fff“《]/u.test(next.text);
  if (line.text.startsWith('|') || line.text.startsWith('#')) return false;
  // The number of a paper and the salutation under its title are lines of their own.
  if (
    PAPER_NUMBER.test(line.text) ||
    /^DOI\s*[:：]/iu.test(line.text) ||
    SALUTATION.test(next.text)
  )
    return false;
  if (/(?:^|[)）。])摘$/u.test(line.text) && /^要\s*[:：]/u.test(next.text)) return true;
  // A citation number cut at the line's end: [ / 3]15-18.
  if (/[[［]$/u.test(line.text) && /^\d{1,3}[\]］]/u.test(next.text)) return true;
  if (OPEN_LABEL.test(line.text) && next.text.length <= 60) return true;
  if (/^[，。、；：！？）”》,;:!?)]/u.test(next.text) && !/^[:：]\s*$/u.test(next.text))
    return true;
  if (hasOpenBracket(line.text) && /^[^（(]{0,40}[）)]/u.test(next.text)) return true;
  if (OPENER.test(next.text) || (OPENER.test(line.text) && line.text.length <= 6)) return false;
  if (/^[（(][一二三四五六七八九十]{1,3}[)）]$/u.test(tailOf(line.text)) && line.text.length > 8)
    return true;
  if (readOrdinal(next.text) !== undefined && !isMidNumber(line.text, next.text)) return false;
  if (/[，、,]$/u.test(line.text)) return true;
  if (wrap !== undefined) return joinsWrapped(place, wrap);
  if (isParagraphBreak(text, line, next)) return false;
  if (endsSentence(line.text)) return false;
  if (isCutSentence(line, next) || isCutArticle(line, next, text)) return true;
  if (readOrdinal(line.text) !== undefined) return false;
  return line.text.length >= LONG || (line.text.length >= CLAUSES && isCutClause(line, next));
}

function joinsWrapped(place: Place, { width, indented, body }: Wrap): boolean {
  const { line, next, previous, text } = place;
  const blank = isParagraphBreak(text, line, next);
  const full = line.text.length >= width - 2;
  if (isHeadingRest(place, width)) return true;
  if (indented && isIndented(text, next)) return false;
  if (line.end < body && !endsSentence(line.text) && (!full || isByline(next.text))) return false;
  if (endsSentence(line.text)) return full && !indented && !blank && !/[：:]$/u.test(line.text);
  if (blank) return full;
  if (full || /[（(][一二三四五六七八九十]+[)）]$/u.test(line.text)) return true;
  if (/^[\[［【〔]?关键词/u.test(line.text)) return false;
  const ordinal = readOrdinal(line.text);
  // 精准培育，让支部书记“会干善干”: a heading that ends in a quotation before the column does.
  if (ordinal !== undefined && /[”》]$/u.test(line.text) && line.text.length < width - 1)
    return false;
  if (ordinal !== undefined)
    return (
      /。[^。]*[\u4e00-\u9fff]$/u.test(line.text) ||
      (line.text.length >= width * 0.75 && !HEADING_END.test(line.text))
    );
  const afterEnd =
    previous === undefined ||
    endsSentence(previous.text) ||
    readOrdinal(previous.text) !== undefined;
  const isHeading =
    afterEnd && line.text.length < width * 0.7 && !/[，。、；：,;:]/u.test(line.text) && !indented;
  return !isHeading;
}

/** A heading is at most so long, both its lines together (code units). */
const HEADING = 70;

/**
 * The second line of a numbered heading, which large print breaks before the column's width: short, no sentence, and a
 * paragraph begins below it (indented, or filling the column).
 */
function isHeadingRest({ line, next, after, text, wrap }: Place, width: number): boolean {
  const ordinal = readOrdinal(line.text);
  if (ordinal === undefined || ordinal.style.rank >= 10 || wrap === undefined) return false;
  if (/[。；！？，]$/u.test(line.text) || /[。；！？]/u.test(line.text)) return false;
  const rest = next.text;
  if (rest.length > width * 0.7 || line.text.length + rest.length > HEADING) return false;
  if (/[。；！？，：]/u.test(rest) || readOrdinal(rest) !== undefined || OPENER.test(rest))
    return false;
  if (HEADING_END.test(line.text) || line.text.length < width * 0.5 || after === undefined)
    return false;
  return wrap.indented
    ? !isIndented(text, next) && (isIndented(text, after) || readOrdinal(after.text) !== undefined)
    : after.text.length >= width - 3 || readOrdinal(after.text) !== undefined;
}

/** A bracket that opens in a line and closes in the next holds both together. */
function hasOpenBracket(line: string): boolean {
  return (
    Math.max(line.lastIndexOf('（'), line.lastIndexOf('(')) >
    Math.max(line.lastIndexOf('）'), line.lastIndexOf(')'))
  );
}

/** A line that has a full stop inside and none at its end is body, cut in its next sentence; headings have none inside. */
function isCutSentence(line: Line, next: Line): boolean {
  return (
    line.text.length >= SENTENCES &&
    /。[^。]{4,}[\u4e00-\u9fff]$/u.test(line.text) &&
    !/[\t|]/u.test(line.text) &&
    // The rest of the sentence ends its paragraph, or is cut in turn (a short article does not show its width).
    (/[。！？]$/u.test(next.text) ||
      (next.text.length >= SENTENCES &&
        /^[^\t|。]{2,}。[^\t|]+[\u4e00-\u9fff，]$/u.test(next.text)))
  );
}

/** 第三条 is followed by sentences and never by a heading: one that stops behind a comma, in the middle of a clause, goes on. */
function isCutArticle(line: Line, next: Line, text: string): boolean {
  return (
    readOrdinal(line.text)?.style.id === 'article' &&
    line.text.length >= SENTENCES &&
    /，[^。；：]*[\u4e00-\u9fff]$/u.test(line.text) &&
    /[，。]/u.test(next.text) &&
    !isIndented(text, next)
  );
}

/** A line of several clauses without a stop, above one that ends the sentence. */
function isCutClause(line: Line, next: Line): boolean {
  return /，/u.test(line.text) && !/[\t|]/u.test(line.text) && /[。！？]$/u.test(next.text);
}

function isByline(line: string): boolean {
  return namesOf(line) !== undefined || readBodyAndName(line) !== undefined;
}

/** Nouns that end a heading; a line that stops at one is complete. */
const HEADING_END =
  /(?:问题|原因|意义|必要性|重要性|内涵|标准|路径|对策|措施|成效|启示|思考|建议|现状|困境|需要|视角|要求|做法|经验)$/u;

function tailOf(line: string): string {
  return /[（(][一二三四五六七八九十]{1,3}[)）]$/u.exec(line)?.[0] ?? '';
}

/** A digit run cut at the line end (201 / 7年) is no ordinal. */
function isMidNumber(line: string, next: string): boolean {
  return /\d$/u.test(line) && /^[\d（(]/u.test(next);
}

function isParagraphBreak(text: string, line: Line, next: Line): boolean {
  return /\n[^\S\n]*\n/u.test(text.slice(line.end, next.start + 1));
}

function isIndented(text: string, line: Line): boolean {
  return /^(?:\u3000|[^\S\n]{2,})/u.test(text.slice(line.start, line.start + 4));
}

/** The width at which lines stop, where most lines of a text stop inside a sentence at one width. */
function findWrap(lines: readonly Line[], text: string): Wrap | undefined {
  const body = lines.filter((line) => line.text.length >= 10);
  if (body.length < 6) return undefined;
  const unfinished = body.filter(
    (line) => !endsSentence(line.text) && readOrdinal(line.text) === undefined,
  );
  if (unfinished.length < body.length * 0.45) return undefined;
  const counts = new Map<number, number>();
  for (const { text: line } of unfinished)
    counts.set(line.length, (counts.get(line.length) ?? 0) + 1);
  let width = 0;
  let most = 0;
  for (const [length, count] of counts) {
    const near = count + (counts.get(length - 1) ?? 0) + (counts.get(length + 1) ?? 0);
    if (near > most) [most, width] = [near, length];
  }
  if (width < 14 || most < unfinished.length * 0.35) return undefined;
  // A converter that breaks at a width breaks all lines there: many longer ones are paragraphs that nobody broke.
  if (body.filter((line) => line.text.length > width + 4).length > body.length * LONGER)
    return undefined;
  const indents = lines.filter((line) => isIndented(text, line));
  const indented = indents.length > 0 && indents.length < lines.length * 0.8;
  return { width, indented, body: indented ? (indents[0]?.start ?? 0) : 0 };
}
