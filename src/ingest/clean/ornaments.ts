import { linesOf } from '../lines.ts';
import type { Edit } from '../tracked.ts';

/** A number that is drawn and not written: 01, PART 2, Part.03 on a line of its own. */
const NUMBER = /^(?:PART[\s.·]*)?0?([1-9]|1\d)$/iu;
/** A bare 1 may belong to the text. */
const DRAWN = /^(?:0\d|PART)/iu;

/**
 * Find the large figures that WeChat editors draw above each section (01, 02 …; PART 1 …): they count upwards from one, two
 * at least, and the section has its heading below.
 *
 * @example
 * findOrnaments('01\n主题由党员定\n正文。\n02\n小事不出支部\n正文。').length; // 2
 */
export function findOrnaments(text: string): Edit[] {
  const lines = linesOf(text).filter((line) => line.text !== '');
  const edits: Edit[] = [];
  lines.forEach((line, index) => {
    const value = DRAWN.test(line.text) ? NUMBER.exec(line.text)?.[1] : undefined;
    if (Number(value) !== edits.length + 1 || lines[index + 1] === undefined) return;
    const last = /^PART\.?$/iu.test(lines[index + 1]?.text ?? '') ? lines[index + 1] : line;
    edits.push({
      start: line.start,
      end: Math.min((last ?? line).end + 1, text.length),
      fixed: '',
      rule: 'chrome',
    });
  });
  return edits.length >= 2 ? edits : [];
}
