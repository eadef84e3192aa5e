import { linesOf } from '../lines.ts';
import type { Line } from '../lines.ts';
import type { Edit } from '../tracked.ts';

/** What running heads say about the article. */
export interface HeadFacts {
  /** Year and month (or issue) as printed in a head: `2017/06`. */
  readonly dates: readonly string[];
  /** `2020年第9期` as printed. */
  readonly issues: readonly string[];
  /** Column titles (栏目). */
  readonly columns: readonly string[];
  readonly editors: readonly string[];
  /** Latin name of the journal in the foot. */
  readonly journals: readonly string[];
}

/** What to take out of the text, and what the heads taken out say about the article. */
export interface HeadResult {
  readonly edits: readonly Edit[];
  readonly facts: HeadFacts;
}

/** A line repeated so often is furniture of the page, where it also looks like it. */
const REPEATS = 3;

/** A page number on a line of its own. */
export const FOLIO =
  /^(?:\d{1,4}\s*[|｜]|[|｜]\s*\d{1,4}|一\s+\d{1,4}\s+一|[-—–─·•]\s*\d{1,4}\s*[-—–─·•]|第\s*\d{1,4}\s*页(?:\s*[,，/]?\s*共\s*\d{1,4}\s*页)?|\d{1,4}\s*\/\s*\d{1,4}|[Pp]age\s*\d+(?:\s*of\s*\d+)?)$/u;
/** The masthead of a journal: volume and issue, or month with the journal's Latin name. */
const VOLUME = /第\s*\d+\s*卷.{0,8}第\s*\d+\s*期|Vol\.?\s*\d+/u;
const MONTH_HEAD = /^(\d{4})年(\d{1,2})月\s+.*[A-Za-z]{3}.*\d{4}$/u;
const BARE_NUMBER = /^\d{1,4}$/u;
const ISSUE_LINE = /^(?:《?([\u4e00-\u9fff]{2,16})》?\s*)?(\d{4}年第\d{1,2}期)\s*[|｜]?$/u;
/** A journal's name, year and issue: 某某研究 2021.05. */
const DATED_HEAD = /^([\u4e00-\u9fff]{2,12})\s+(\d{4})[.·/](\d{1,2})$/u;
/** Column, the journal's name in pinyin capitals, year/month and page: …DANGJIANYUZHENGGONG2017/06079. */
const PINYIN_HEAD =
  /^(\d{2,4})?([\u4e00-\u9fff·]{2,24}?)?([A-Z]{8,})(?:(\d{4}\/\d{2})(\d{2,4})?)?/u;
/** Editor, year, and column or issue, then the page: Editor/崔雅丽2018·工作研究55. */
const EDITOR_FOOT =
  /(?:Editor|编辑)\/([\u4e00-\u9fff]{2,3})(\d{4})·(?:([\u4e00-\u9fff]{2,8}?)(\d{1,4})|(\d{1,2}))(?!\d)/gu;
const ADDRESS_FOOT = /(?:https?:\/\/)?www\.[\w.]+[|｜]\s*\d{1,4}/gu;
/** A newspaper's pointer to the page where the article goes on. */
const JUMP = /[（(](?:下转|上接)\s*第?\s*[一二三四五六七八九十\d]{1,3}\s*版[）)]/gu;
const LEADER = /^([A-Za-z][A-Za-z ]{0,30})?\s*[.…·]{10,}/u;
/** Pages face each other: 第4期 and the short title on one, the journal and the issue on the other, parted by wide gaps. */
const WIDE_HEAD =
  /^(?:第\s*\d{1,2}\s*期[^\S\n]{2,}[^\n]{4,80}?[^\S\n]{2,}\d{1,4}|\d{1,4}[^\S\n]{2,}[^\n]{4,80}?[^\S\n]{2,}(?:\d{4}年)?第\s*\d{1,2}\s*期|《?([\u4e00-\u9fff]{2,16})》?(?:[（(][\u4e00-\u9fff]{2,8}[）)])?[^\S\n]{4,}(\d{4}年(?:第\s*\d{1,2}\s*期|\d{1,2}月)))$/u;
/** The journal's name in pinyin capitals, word by word. */
const PINYIN_LINE = /^[A-Z]{2,}(?:\s+[A-Z]{2,}){2,}$/u;
const DECORATED = /^[I|｜l]([\u4e00-\u9fff]{2,8})[I|｜l]$/u;

/**
 * Find running heads and feet, and page numbers, also where a converter glued them to the text.
 *
 * A line is furniture by its shape (a folio, an issue, a journal's name with dot leaders) or by returning on page after
 * page. What a head is made of (column titles, the issue) is learned from the places where it stands alone or is
 * delimited, and then recognised where it is glued to a sentence. Dates in sentences are never touched.
 *
 * @param known - Shapes of lines that are heads of the whole file this text is a part of, from {@link repeatedHeads}.
 * @example
 * findRunningHeads('党的组\n- 5 -\n织生活').edits; // removes the line '- 5 -'
 */
export function findRunningHeads(text: string, known: ReadonlySet<string> = new Set()): HeadResult {
  const lines = linesOf(text);
  const furniture = new Map<Line, Edit['rule']>();
  const facts = { dates: [], issues: [], columns: [], editors: [], journals: [] } as Record<
    keyof HeadFacts,
    string[]
  >;
  const edits: Edit[] = [];

  markByShape(lines, furniture, facts);
  for (const shape of [...repeatedShapes(lines), ...known])
    for (const line of lines) if (shapeOf(line) === shape) furniture.set(line, 'running-head');
  markBareNumbers(lines, furniture);
  edits.push(...editorFeet(text, facts), ...pinyinHeads(text, lines, facts));
  edits.push(...gluedIssues(lines, furniture, facts));
  for (const match of text.matchAll(ADDRESS_FOOT)) {
    edits.push({
      start: match.index,
      end: match.index + match[0].length,
      fixed: '',
      rule: 'running-head',
    });
  }
  for (const match of text.matchAll(JUMP)) {
    edits.push({
      start: match.index,
      end: match.index + match[0].length,
      fixed: '',
      rule: 'running-head',
    });
  }
  for (const line of lines) {
    const leader = LEADER.exec(line.text);
    if (leader === null) continue;
    const start = line.start + text.slice(line.start, line.end).indexOf(line.text);
    // A single character behind the leader is what recognition made of an ornament.
    const rest = line.text.length - leader[0].length;
    const end = start + (rest <= 1 ? line.text.length : leader[0].length);
    edits.push({ start, end, fixed: '', rule: 'running-head' });
  }
  for (const [line, rule] of furniture) {
    edits.push({ start: line.start, end: Math.min(line.end + 1, text.length), fixed: '', rule });
  }
  return { edits, facts };
}

function markByShape(
  lines: readonly Line[],
  furniture: Map<Line, Edit['rule']>,
  facts: Record<keyof HeadFacts, string[]>,
): void {
  lines.forEach((line, index) => {
    if (FOLIO.test(line.text)) furniture.set(line, 'page-number');
    markMasthead(line, furniture, facts);
    markDatedHead(lines, index, furniture, facts);
    const wide = WIDE_HEAD.exec(line.text);
    if (wide !== null) {
      furniture.set(line, 'running-head');
      if (wide[1] !== undefined) learn(facts.journals, `《${wide[1]}》`);
      const issue = wide[2]?.replace(/\s/gu, '');
      if (issue !== undefined) learn(issue.endsWith('期') ? facts.issues : facts.dates, issue);
    }
    if (
      PINYIN_LINE.test(line.text) &&
      (isBesideFolio(lines, index) || occursAgain(lines, index, line.text))
    )
      furniture.set(line, 'running-head');
    const decorated = DECORATED.exec(line.text)?.[1];
    if (decorated !== undefined) {
      furniture.set(line, 'running-head');
      learn(facts.columns, decorated);
    }
    const [, journal, issue] = ISSUE_LINE.exec(line.text) ?? [];
    if (issue !== undefined && (isBesideFolio(lines, index) || occursAgain(lines, index, issue))) {
      furniture.set(line, 'running-head');
      learn(facts.issues, issue);
      if (journal !== undefined) learn(facts.journals, `《${journal}》`);
    }
    const leader = LEADER.exec(line.text);
    if (leader !== null) markLatinAbove(lines, index, leader[1] ?? '', furniture, facts);
  });
}

function markMasthead(
  line: Line,
  furniture: Map<Line, Edit['rule']>,
  facts: Record<keyof HeadFacts, string[]>,
): void {
  if (line.text.length > 100 || /[。；]/u.test(line.text)) return;
  const month = MONTH_HEAD.exec(line.text);
  if (month === null && !VOLUME.test(line.text)) return;
  furniture.set(line, 'running-head');
  if (month !== null) learn(facts.dates, `${month[1] ?? ''}-${month[2] ?? ''}`);
  const issue = /第\s*(\d+)\s*期/u.exec(line.text)?.[1];
  if (issue !== undefined) learn(facts.issues, `第${issue}期`);
  const journal = /[\u4e00-\u9fff]{2,14}(?:学报|杂志|月刊|研究|论坛|学刊)/u.exec(line.text)?.[0];
  if (journal !== undefined) learn(facts.journals, `《${journal}》`);
}

/** A journal's name with year and issue that returns on another page, its Latin name and the column under it. */
function markDatedHead(
  lines: readonly Line[],
  index: number,
  furniture: Map<Line, Edit['rule']>,
  facts: Record<keyof HeadFacts, string[]>,
): void {
  const line = lines[index];
  const [whole, journal = '', year = '', number = ''] = DATED_HEAD.exec(line?.text ?? '') ?? [];
  if (line === undefined || whole === undefined || !occursAgain(lines, index, whole)) return;
  furniture.set(line, 'running-head');
  learn(facts.journals, `《${journal}》`);
  learn(facts.dates, `${year}/${number.padStart(2, '0')}`);
  const latin = lines[index + 1];
  if (latin === undefined || !/^[A-Z][A-Z &]{7,40}$/u.test(latin.text)) return;
  furniture.set(latin, 'running-head');
  const column = lines[index + 2];
  if (column === undefined || !/^[\u4e00-\u9fff]{2,6}$/u.test(column.text)) return;
  furniture.set(column, 'running-head');
  learn(facts.columns, column.text);
}

function isBesideFolio(lines: readonly Line[], index: number): boolean {
  return [nearest(lines, index, -1), nearest(lines, index, 1)].some(
    (near) => /^\d{1,4}\s*(?:[|｜]|[A-Za-z]+)?$/u.test(near) || FOLIO.test(near),
  );
}

/** The nearest line with text above (-1) or below (1), over at most two blank ones. */
function nearest(lines: readonly Line[], index: number, step: -1 | 1): string {
  for (let at = index + step; Math.abs(at - index) <= 3; at += step) {
    const text = lines[at]?.text ?? '';
    if (text !== '') return text;
  }
  return '';
}

function occursAgain(lines: readonly Line[], index: number, issue: string): boolean {
  return lines.some(
    (line, at) => at !== index && line.text.includes(issue) && line.text.length < 40,
  );
}

/** The words of a Latin journal name that a converter set on lines of their own above the dot leader. */
function markLatinAbove(
  lines: readonly Line[],
  index: number,
  last: string,
  furniture: Map<Line, Edit['rule']>,
  facts: Record<keyof HeadFacts, string[]>,
): void {
  const words = [last];
  for (let at = index - 1; at >= 0; at -= 1) {
    const word = /^(?:\d{1,4})?([A-Za-z]{1,14})$/u.exec(lines[at]?.text ?? '');
    const line = lines[at];
    if (word === null || line === undefined) break;
    words.unshift(word[1] ?? '');
    furniture.set(line, 'running-head');
  }
  if (words.length > 1) learn(facts.journals, words.join(' ').trim());
}

/**
 * The shapes of the lines that return on page after page of a file, before it is split into articles.
 *
 * @example
 * repeatedHeads(text).has('某某局制度汇编'); // true where it stands on three pages at least
 */
export function repeatedHeads(text: string): ReadonlySet<string> {
  return new Set(repeatedShapes(linesOf(text)));
}

/** A line with its figures folded. */
function shapeOf(line: Line): string {
  return line.text.replace(/\d+/gu, '#');
}

/** Lines that return with other digits, far apart and looking like a head. */
function repeatedShapes(lines: readonly Line[]): string[] {
  const places = new Map<string, number[]>();
  lines.forEach((line, index) => {
    if (line.text.length < 2 || line.text.length > 40 || /[。；：，！？;!?]$/u.test(line.text))
      return;
    if (/^[（(]?[一二三四五六七八九十]+[）)、]|^第.{1,4}[章节条]|^\d+[.、]/u.test(line.text))
      return;
    const shape = shapeOf(line);
    const list = places.get(shape);
    if (list === undefined) places.set(shape, [index]);
    else list.push(index);
  });
  return Array.from(places).flatMap(([shape, at]) => {
    const spacing = ((at.at(-1) ?? 0) - (at[0] ?? 0)) / Math.max(at.length - 1, 1);
    const looksLikeHead = /#|[A-Za-z]{3}|学报|杂志|研究|党建|通讯|月刊|周刊|文件|汇编|网$/u.test(
      shape,
    );
    // Twice is enough for a line that stands beside a page number each time.
    const least = at.every((index) => isBesideFolio(lines, index)) ? 2 : REPEATS;
    return at.length >= least && spacing >= 12 && looksLikeHead ? [shape] : [];
  });
}

/** Bare numbers are page numbers where they count upwards line by line through the text, or stand beside furniture. */
function markBareNumbers(lines: readonly Line[], furniture: Map<Line, Edit['rule']>): void {
  const numbers = lines.flatMap((line, index) =>
    BARE_NUMBER.test(line.text) ? [{ line, index, value: Number(line.text) }] : [],
  );
  numbers.forEach(({ line, index, value }, at) => {
    const previous = numbers[at - 1];
    const next = numbers[at + 1];
    const follows =
      previous !== undefined && value - previous.value === 1 && index - previous.index >= 8;
    const leads = next !== undefined && next.value - value === 1 && next.index - index >= 8;
    const besideHead = [lines[index - 1], lines[index + 1]].some(
      (near) => near !== undefined && furniture.has(near),
    );
    if (follows || leads || besideHead) furniture.set(line, 'page-number');
  });
}

/** Feet such as Editor/崔雅丽2018·工作研究55, and the heads (54工作研究) that their column explains. */
function editorFeet(text: string, facts: Record<keyof HeadFacts, string[]>): Edit[] {
  const edits: Edit[] = [];
  const heads: number[] = [];
  const feet = Array.from(text.matchAll(EDITOR_FOOT));
  for (const { 3: column } of feet) if (column !== undefined) learn(facts.columns, column);
  for (const column of facts.columns) {
    for (const match of text.matchAll(new RegExp(`(?<=^|\\n)(\\d{1,4})${column}`, 'gu'))) {
      heads.push(Number(match[1]));
      edits.push({
        start: match.index,
        end: match.index + match[0].length,
        fixed: '',
        rule: 'running-head',
      });
    }
  }
  for (const match of feet) {
    const [whole, editor = '', year = '', column, digits, issue] = match;
    learn(facts.editors, editor);
    if (issue !== undefined) learn(facts.issues, `${year}年第${Number(issue)}期`);
    const page =
      column === undefined
        ? ''
        : pageOf(digits ?? '', text.charAt(match.index + whole.length), heads);
    const length = whole.length - (digits ?? '').length + page.length;
    edits.push({ start: match.index, end: match.index + length, fixed: '', rule: 'running-head' });
  }
  return edits;
}

/** Which of the digits behind a column title are the page; the rest number the heading that follows (552. = 55 + 2.). */
function pageOf(digits: string, after: string, heads: readonly number[]): string {
  const page = heads.map((head) => String(head + 1)).find((next) => digits.startsWith(next));
  if (page !== undefined) return page;
  return /[.、．]/u.test(after) && digits.length > 1 ? digits.slice(0, -1) : digits;
}

function pinyinHeads(
  text: string,
  lines: readonly Line[],
  facts: Record<keyof HeadFacts, string[]>,
): Edit[] {
  const heads = lines.flatMap((line) => {
    const match = PINYIN_HEAD.exec(line.text);
    const start = line.start + text.slice(line.start, line.end).search(/\S/u);
    return match === null ? [] : [{ match, start }];
  });
  for (const { match } of heads) {
    for (const part of (match[2] ?? '').split('·'))
      if (part.length >= 2) learn(facts.columns, part);
    if (match[4] !== undefined) learn(facts.dates, match[4]);
  }
  const parts = facts.columns.filter((part) => part.length >= 2).join('|');
  const behind = parts === '' ? /^(?!)/u : new RegExp(`^(?:${parts})(?:·(?:${parts}))*`, 'u');
  // Inside a line only a head whose column is known: 不同程度党建视窗·党建与实践DANGJIANYUSHIJIAN2017/09038影响.
  const inside =
    parts === ''
      ? []
      : Array.from(
          text.matchAll(
            new RegExp(
              `(?<=[^\\n])(?:(?:${parts})(?:·(?:${parts}))*)?[A-Z]{8,}\\d{4}/\\d{2}\\d{0,4}`,
              'gu',
            ),
          ),
          ({ index, 0: raw }): Edit => ({
            start: index,
            end: index + raw.length,
            fixed: '',
            rule: 'running-head',
          }),
        ).filter(
          ({ start }) =>
            !heads.some((head) => start < head.start + head.match[0].length && start >= head.start),
        );
  const opening = heads.map(({ match, start }): Edit => {
    const end = start + match[0].length;
    const column =
      match[4] === undefined ? (behind.exec(text.slice(end, end + 60))?.[0] ?? '') : '';
    return { start, end: end + column.length, fixed: '', rule: 'running-head' };
  });
  return [...opening, ...inside];
}

/** An issue that is known as a foot, glued behind a full stop or before a sentence at a page edge. */
function gluedIssues(
  lines: readonly Line[],
  furniture: ReadonlyMap<Line, Edit['rule']>,
  facts: HeadFacts,
): Edit[] {
  const edits: Edit[] = [];
  lines.forEach((line, index) => {
    for (const match of line.text.matchAll(/(\d{4}年第\d{1,2}期)[|｜]$/gu)) {
      if (match.index === 0 || furniture.has(line)) continue;
      edits.push({
        start: line.end - match[0].length,
        end: line.end,
        fixed: '',
        rule: 'running-head',
      });
    }
    const before = lines[index - 1];
    const issue = facts.issues.find((known) => line.text.startsWith(known));
    if (
      issue !== undefined &&
      !furniture.has(line) &&
      before !== undefined &&
      furniture.has(before)
    ) {
      edits.push({
        start: line.start,
        end: line.start + issue.length,
        fixed: '',
        rule: 'running-head',
      });
    }
  });
  return edits;
}

function learn(list: string[], item: string): void {
  if (item !== '' && !list.includes(item)) list.push(item);
}
