import { linesOf } from '../lines.ts';
import type { Edit } from '../tracked.ts';

/** A line is letter-spaced from so many gaps on, where they are at least this share of its Han neighbours. */
const GAPS = 4;
const SHARE = 0.6;

const GAP = /[\u4e00-\u9fff][^\S\n](?=[\u4e00-\u9fff])/gu;
const TOUCH = /[\u4e00-\u9fff](?=[\u4e00-\u9fff])/gu;

/** Digits that stand one by one (１ ０ ２) are one number; runs of several (2016 2017) are numbers of their own. */
const LONE_DIGITS = /(?<![\d０-９])[\d０-９](?:[^\S\n][\d０-９](?![\d０-９]))+/gu;

/**
 * Close up lines that recognition set letter by letter (机 关 党 建), marks and digits included. This comes before lines
 * are joined, because spaces hide ordinals, stops and the true width of a line. Spaces between two Latin words stay, and
 * so does what is wider than one space.
 *
 * @example
 * findLetterSpacing('机 关 党 建 工 作 ( 一 )').length; // 8
 */
export function findLetterSpacing(text: string): Edit[] {
  return linesOf(text).flatMap(({ start, end }) => {
    const line = text.slice(start, end);
    const gaps = line.match(GAP)?.length ?? 0;
    const touching = line.match(TOUCH)?.length ?? 0;
    if (gaps < GAPS || gaps < (gaps + touching) * SHARE) return [];
    const inNumber = new Set(
      Array.from(line.matchAll(LONE_DIGITS), ({ index, 0: run }) =>
        Array.from(run.matchAll(/[^\S\n]/gu), (space) => index + space.index),
      ).flat(),
    );
    return Array.from(line.matchAll(/(?<=\S)[^\S\n](?=\S)/gu), ({ index }) => index)
      .filter((at) => inNumber.has(at) || !isWordGap(line.charAt(at - 1), line.charAt(at + 1)))
      .map((at): Edit => ({ start: start + at, end: start + at + 1, fixed: '', rule: 'space' }));
  });
}

function isWordGap(before: string, after: string): boolean {
  return /[\w０-９]/u.test(before) && /[\w０-９]/u.test(after);
}
