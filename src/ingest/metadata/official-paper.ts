import { linesOf } from '../lines.ts';
import type { Line } from '../lines.ts';

/** The red head of an official paper (GB/T 9704): issuing body, number, title. */
export interface RedHead {
  readonly org: string | undefined;
  readonly number: string | undefined;
  readonly title: string;
  /** Lines above and with the title, in order. */
  readonly lines: readonly {
    readonly line: Line;
    readonly is: 'org' | 'number' | 'title' | 'mark';
  }[];
}

/** The signature of an official paper. */
export interface Signature {
  readonly org: string | undefined;
  readonly date: string;
}

const BODY = /^(?:中共)?[\u4e00-\u9fff（）()]{2,30}(?:文件|（通知）|便函|令)$/u;
const NUMBER = /^[\u4e00-\u9fff]{2,14}[〔[［（(]\d{4}[〕\]］）)]\s*第?\d{1,4}号$/u;
/** Copy number, secrecy and urgency (份号、密级、紧急程度), and the red line with its star. */
const MARK =
  /^(?:\d{6}|(?:绝密|机密|秘密|内部)(?:\s*[★☆]\s*\S{1,8})?|特急|加急|平急|急件|签发人[：:].{2,20}|[★☆─━═—\s]{1,120})$/u;
const TITLE =
  /^(?:[\u4e00-\u9fff]{2,30})?(?:关于|印发).{3,60}(?:的)?(?:通知|意见|决定|决议|通报|报告|请示|批复|函|公告|通告|方案|办法|规定|纪要)$/u;
const DATE =
  /^(?:\d{4}年\d{1,2}月\d{1,2}日|[二〇零O○Ｏ一三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日)$/u;

/** How many lines the head and the signature take at most. */
const HEAD_LINES = 10;
/** A title takes at most so many lines, the issuing body above it included. */
const TITLE_LINES = 4;
const TAIL_LINES = 6;

/**
 * Read the red head of an official paper: a body's name ending in 文件 or a number (〔2021〕12号) above a title that says
 * 关于…的通知. Undefined for other papers.
 *
 * @param lines - Lines with text, in order.
 * @example
 * readRedHead(linesOf('某某委员会文件\n市直工委〔2021〕12号\n关于开展活动的通知'))?.number; // '市直工委〔2021〕12号'
 */
export function readRedHead(lines: readonly Line[]): RedHead | undefined {
  const top = lines.slice(0, HEAD_LINES);
  const { at, count } = findTitle(top);
  const title = top.slice(at, at + count);
  if (at === -1) return undefined;
  const above = top
    .slice(0, at)
    .flatMap((line): { line: Line; is: 'org' | 'number' | 'mark' }[] => {
      if (NUMBER.test(line.text)) return [{ line, is: 'number' }];
      if (MARK.test(line.text)) return [{ line, is: 'mark' }];
      return BODY.test(line.text) ? [{ line, is: 'org' }] : [];
    });
  // A paper without a number is told by the issuing body on the line above 关于….
  const isIssued = title.length > 1 && isBodyName(title[0]?.text ?? '');
  if ((!above.some(({ is }) => is !== 'mark') && !isIssued) || above.length < at) return undefined;
  const find = (kind: 'org' | 'number'): string | undefined =>
    above.find(({ is }) => is === kind)?.line.text;
  return {
    org: find('org')?.replace(/(?:文件|（通知）|便函|令)$/u, ''),
    number: find('number'),
    title: title.map(({ text }) => text).join(''),
    lines: [...above, ...title.map((line) => ({ line, is: 'title' as const }))],
  };
}

/** The first line or lines that read as one title: 某某委员会 / 关于印发…的 / 通知. */
function findTitle(top: readonly Line[]): { at: number; count: number } {
  for (let at = 0; at < top.length; at += 1) {
    let joined = '';
    for (let count = 1; count <= TITLE_LINES; count += 1) {
      const text = top[at + count - 1]?.text ?? '';
      if (text === '' || BODY.test(text) || NUMBER.test(text) || /[，。：；]/u.test(text)) break;
      joined += text;
      // A title inside 《》 that is not closed yet goes on.
      if (TITLE.test(joined) && !/《[^》]*$/u.test(joined)) return { at, count };
    }
  }
  return { at: -1, count: 0 };
}

/**
 * Read the signature at the end: a date on a line of its own, the body's name above it. Both stay in the text.
 *
 * @example
 * readSignature('……\n某某委员会\n2021年3月5日')?.date; // '2021年3月5日'
 */
export function readSignature(text: string): Signature | undefined {
  const lines = linesOf(text.slice(-600))
    .filter((line) => line.text !== '')
    .slice(-TAIL_LINES);
  const at = lines.findLastIndex((line) => DATE.test(line.text));
  const date = lines[at]?.text;
  if (date === undefined) return signatureAboveAttachment(text);
  const above = lines[at - 1]?.text ?? '';
  return { org: isBodyName(above) ? above : undefined, date: arabicDate(date) };
}

/** A paper with attachments is signed above them: the first date right below a body's name. */
function signatureAboveAttachment(text: string): Signature | undefined {
  let above = '';
  for (const line of linesOf(text)) {
    if (line.text === '') continue;
    if (DATE.test(line.text) && isBodyName(above))
      return { org: above, date: arabicDate(line.text) };
    above = line.text;
  }
  return undefined;
}

function isBodyName(line: string): boolean {
  return (
    line.length <= 30 &&
    /(?:委员会|工委|党委|党组|党支部|办公室|组织部|宣传部|局|厅|院|公司|中心|政府)$/u.test(line)
  );
}

/** 二〇二一年三月五日 in figures. */
function arabicDate(date: string): string {
  if (/\d/u.test(date)) return date;
  const digits = '〇一二三四五六七八九';
  const [year = '', month = '', day = ''] = date.replace(/[零O○Ｏ]/gu, '〇').split(/[年月日]/u);
  const small = (text: string): string => {
    const [tens, units] = text.includes('十') ? text.split('十') : ['', text];
    const ten = text.includes('十') ? (tens === '' ? 1 : digits.indexOf(tens ?? '')) : 0;
    return String(ten * 10 + (units === '' || units === undefined ? 0 : digits.indexOf(units)));
  };
  return `${Array.from(year, (char) => digits.indexOf(char)).join('')}年${small(month)}月${small(day)}日`;
}
