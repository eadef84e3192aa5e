import { isHan } from './han.ts';
import { ideographOfRadical } from './radicals.ts';
import { simplifiedOf } from './traditional.ts';

/** A normalised text and the way back to the original. */
export interface Normalised {
  readonly text: string;
  /** `at[i]` is where unit `i` of `text` starts in the original (code units); one more entry marks the end. */
  readonly at: Uint32Array;
}

/**
 * One character as search and comparison see it: NFKC, radicals to ideographs, traditional to simplified, lower case.
 * May be longer than one unit (㎡ → m2) or empty.
 *
 * @example
 * normaliseChar('黨'); // '党'
 * normaliseChar('Ａ'); // 'a'
 */
export function normaliseChar(char: string): string {
  let out = '';
  for (const part of (ideographOfRadical(char) ?? char).normalize('NFKC')) {
    out += simplifiedOf(ideographOfRadical(part) ?? part);
  }
  return out.toLowerCase();
}

/**
 * Normalise a text for matching: each character as {@link normaliseChar} gives it, and white space between two Han
 * characters dropped.
 *
 * @example
 * normaliseWithPositions('機關 黨建').text; // '机关党建'
 */
export function normaliseWithPositions(text: string): Normalised {
  const parts: string[] = [];
  const at: number[] = [];
  let offset = 0;
  let droppedUntil = 0;
  for (const char of text) {
    if (offset >= droppedUntil) droppedUntil = endOfSpaceBetweenHan(text, offset);
    if (offset >= droppedUntil) {
      const normal = normaliseChar(char);
      parts.push(normal);
      for (let unit = 0; unit < normal.length; unit += 1) at.push(offset);
    }
    offset += char.length;
  }
  at.push(text.length);
  return { text: parts.join(''), at: Uint32Array.from(at) };
}

/** Where the run of white space that starts at `start` ends, if Han characters stand on both sides; else `start`. */
function endOfSpaceBetweenHan(text: string, start: number): number {
  if (start === 0 || !isHan(text.charCodeAt(start - 1))) return start;
  let end = start;
  while (end < text.length && isSpace(text.charCodeAt(end))) end += 1;
  return end < text.length && isHan(text.charCodeAt(end)) ? end : start;
}

function isSpace(unit: number): boolean {
  return unit === 0x20 || unit === 0x3000 || unit === 0xa0 || (unit >= 0x09 && unit <= 0x0d);
}
