import { isHan } from '../../text/han.ts';
import { fullWidthOf, toHalfWidth } from '../../text/width.ts';
import { linesOf } from '../lines.ts';
import type { Edit } from '../tracked.ts';
import { isCodeLine } from './code-lines.ts';

/** Full-width neighbours that make a half-width mark Chinese. */
const CHINESE_MARKS = new Set('，。、；：？！（）“”‘’《》〈〉【】〔〕…—·「」');

/** Runs that keep their half-width marks: addresses, times, ratios, catalogue entries such as `[M].北京:`. */
const FOREIGN =
  /(?:https?:\/\/|www\.)[\w\-./?%&=:#]{1,500}|(?<![\w.])[\w.]{1,64}@[\w.]{1,64}|\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?Z?)?|\[[A-Z]{1,2}(?:\/[A-Z]{2})?\][.,][^\n[\]]{0,80}|<[^>\n]{0,200}>|\{\{?[^}\n]{0,200}\}\}?/gu;

/** Marks that draw a dash: two box-drawing lines, horizontal bars, hyphens between Han. */
const DASHES = /[─━―]{2,}|(?<=[\u4e00-\u9fff”》])--+(?=[\u4e00-\u9fff“《])/gu;

/** Bullets between two Han characters of one name or slogan. */
const DOTS = /(?<=[\u4e00-\u9fff])[•∙・●‧](?=[\u4e00-\u9fff])/gu;

/**
 * Restore full-width punctuation beside Chinese text: a half-width mark is widened where a neighbour is a Han
 * character or a Chinese mark. Both brackets of a pair go together. Addresses, times and catalogue entries stay.
 *
 * @example
 * findHalfWidth('制度(试行),见12:30'); // '(' ')' ',' are widened, ':' stays
 */
export function findHalfWidth(text: string): Edit[] {
  const foreign = foreignRuns(text);
  const beside = chineseNeighbours(text);
  const edits: Edit[] = [];
  const open: number[] = [];
  let next = 0;
  for (let at = 0; at < text.length; at += 1) {
    while ((foreign[next]?.[1] ?? Number.POSITIVE_INFINITY) <= at) next += 1;
    const char = text.charAt(at);
    if (char === '\n') open.length = 0;
    if (char === '(' || char === '（') open.push(at);
    if (char === ')' || char === '）') {
      const from = open.pop();
      if (from !== undefined) edits.push(...pairEdits(text, from, at, beside));
      else if (char === ')' && beside[at] === 1) edits.push(widen(at, char));
      continue;
    }
    if (at >= (foreign[next]?.[0] ?? Number.POSITIVE_INFINITY)) continue;
    if (char !== '(' && fullWidthOf(char) !== undefined && beside[at] === 1)
      edits.push(widen(at, char));
  }
  return edits.sort((a, b) => a.start - b.start);
}

/** Places of foreign runs, whole lines of code among them, in order and apart. */
function foreignRuns(text: string): (readonly [number, number])[] {
  const code = linesOf(text)
    .filter((line) => isCodeLine(line.text))
    .map(({ start, end }) => [start, end] as const);
  const runs = Array.from(
    text.matchAll(FOREIGN),
    ({ index, 0: raw }) => [index, index + raw.length] as const,
  );
  if (code.length === 0) return runs;
  return [...runs, ...code].sort((a, b) => a[0] - b[0]);
}

/** Both brackets of a pair, where either has a Chinese neighbour, inside or outside. */
function pairEdits(text: string, from: number, to: number, beside: Uint8Array): Edit[] {
  if (beside[from] !== 1 && beside[to] !== 1) return [];
  return [from, to]
    .filter((at) => fullWidthOf(text.charAt(at)) !== undefined)
    .map((at) => widen(at, text.charAt(at)));
}

function widen(at: number, char: string): Edit {
  return { start: at, end: at + 1, fixed: fullWidthOf(char) ?? char, rule: 'full-width' };
}

/** For each unit whether Chinese text stands beside it, marks that will be widened themselves in between. */
function chineseNeighbours(text: string): Uint8Array {
  const beside = new Uint8Array(text.length);
  for (let at = 1; at < text.length; at += 1) {
    if (isChinese(text, at - 1) || (isLoneMark(text, at - 1) && beside[at - 1] === 1))
      beside[at] = 1;
  }
  for (let at = text.length - 2, right = 0; at >= 0; at -= 1) {
    right = isChinese(text, at + 1) || (isLoneMark(text, at + 1) && right === 1) ? 1 : 0;
    if (right === 1) beside[at] = 1;
  }
  return beside;
}

/** A mark that is widened on its own, not with its pair. */
function isLoneMark(text: string, at: number): boolean {
  const char = text.charAt(at);
  return char !== '(' && char !== ')' && fullWidthOf(char) !== undefined;
}

function isChinese(text: string, at: number): boolean {
  return isHan(text.charCodeAt(at)) || CHINESE_MARKS.has(text.charAt(at));
}

/**
 * Write full-width digits and letters (２０２０) in half width, as figures in Chinese text are (GB/T 15835).
 *
 * @example
 * findFullWidthDigits('２０年').length; // 1: the run '２０' becomes '20'
 */
export function findFullWidthDigits(text: string): Edit[] {
  return Array.from(text.matchAll(/[０-９Ａ-Ｚａ-ｚ]+/gu), ({ index, 0: raw }): Edit => ({
    start: index,
    end: index + raw.length,
    fixed: toHalfWidth(raw),
    rule: 'half-width',
  }));
}

/** A paragraph that has a Chinese comma ends in a Chinese stop; entries of reference lists ([M]. 某社.) have neither. */
const PARAGRAPH = 12;

/**
 * Restore the Chinese full stop where a half-width one ends a Chinese sentence at the end of a line.
 *
 * @example
 * findFullStops('党员参加学习，效果较好.'); // [{ fixed: '。', … }]
 */
export function findFullStops(text: string): Edit[] {
  if (writesHalfStops(text)) return halfStops(text);
  return Array.from(text.matchAll(/(?<=[\u4e00-\u9fff”）])\.(?=[^\S\n]*(?:\n|$))/gu)).flatMap(
    ({ index }): Edit[] => {
      const line = text.slice(text.lastIndexOf('\n', index) + 1, index);
      const isSentence =
        line.length >= PARAGRAPH &&
        /[，；]/u.test(line) &&
        !/\[[A-Z]{1,2}(?:\/[A-Z]{2})?\]/u.test(line);
      return isSentence ? [{ start: index, end: index + 1, fixed: '。', rule: 'full-width' }] : [];
    },
  );
}

/** A half-width stop between Chinese words; behind 一 and the like at the start of a line it belongs to an ordinal. */
const HALF_STOP =
  /(?<=[\u4e00-\u9fff”’）)%])(?<!(?:^|\n)\s*[一二三四五六七八九十]{1,3})\.(?=[\u4e00-\u9fff“‘《（]|[^\S\n]*(?:\n|$))/gu;

/** So many half-width stops in sentences, and no Chinese one, are a habit. */
const HABIT = 3;

/** Whether a text ends all its sentences in half-width stops. Lists of references do so in any text. */
function writesHalfStops(text: string): boolean {
  return !text.includes('。') && halfStops(text).length >= HABIT;
}

function halfStops(text: string): Edit[] {
  const references = text.search(/(?:^|\n)\s*[[［【〔]?参考文献/u);
  const body = references === -1 ? text : text.slice(0, references);
  return Array.from(body.matchAll(HALF_STOP), ({ index }): Edit => ({
    start: index,
    end: index + 1,
    fixed: '。',
    rule: 'full-width',
  }));
}

/**
 * Restore dashes drawn with box lines, bars or hyphens, and middle dots written as bullets.
 *
 * @example
 * findDashes('──开启新征程'); // [{ fixed: '——', … }]
 */
export function findDashes(text: string): Edit[] {
  return [
    ...Array.from(text.matchAll(DASHES), ({ index, 0: raw }): Edit => ({
      start: index,
      end: index + raw.length,
      fixed: '——',
      rule: 'dash',
    })),
    ...Array.from(text.matchAll(DOTS), ({ index }): Edit => ({
      start: index,
      end: index + 1,
      fixed: '·',
      rule: 'middle-dot',
    })),
  ];
}
