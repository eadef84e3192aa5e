import { isHan } from '../text/han.ts';
import { ideographOfRadical } from '../text/radicals.ts';

/** Traditional → simplified, one character each; empty where nothing needs converting. */
export type Simplified = ReadonlyMap<string, string>;

/** A folded text and the way back to the original. */
export interface Folded {
  readonly text: string;
  /** `at[i]` is where unit `i` of `text` starts in the original (code units); one more entry marks the end. */
  readonly at: readonly number[];
}

/** No conversion: right for text that is known to be simplified. */
export const NO_SIMPLIFIED: Simplified = new Map();

/** Marks that NFKC keeps apart though people type either: quotation marks and dashes. */
const SAME_MARK: ReadonlyMap<string, string> = new Map([
  ['“', '"'],
  ['”', '"'],
  ['„', '"'],
  ['‟', '"'],
  ['＂', '"'],
  ['‘', "'"],
  ['’', "'"],
  ['–', '-'],
  ['—', '-'],
  ['―', '-'],
  ['−', '-'],
  ['‐', '-'],
  ['‑', '-'],
]);

/** Invisible characters that a reader neither sees nor types: soft hyphen, zero-width signs, byte-order mark. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufe00-\ufe0f\ufeff]/;

/**
 * Fold a text for matching, and remember where each unit came from: NFKC, radicals to ideographs, traditional to
 * simplified, lower case, one kind of quotation mark and dash. White space becomes one space, and none at all next to a
 * Han character; a line break stays, because it parts blocks that no reader sees as one string.
 *
 * Index, query, literal check and marks all use this one function.
 *
 * @param text - Original text.
 * @param simplified - Conversion table; must be the same for the index and the query.
 * @returns Folded text with positions in code units of the original.
 * @example
 * fold('ＧＢ/Ｔ 9704—2012 標準', new Map([['標', '标'], ['準', '准']])).text; // 'gb/t 9704-2012标准'
 */
export function fold(text: string, simplified: Simplified = NO_SIMPLIFIED): Folded {
  const out: string[] = [];
  const at: number[] = [];
  let pendingSpace = -1;
  let last = '';
  let offset = 0;
  for (const char of text) {
    const here = offset;
    offset += char.length;
    if (isSpace(char)) {
      if (char === '\n') {
        push(out, at, '\n', here);
        last = '\n';
        pendingSpace = -1;
      } else if (pendingSpace < 0 && last !== '' && last !== '\n') pendingSpace = here;
      continue;
    }
    const folded = foldChar(char, simplified);
    if (folded === '') continue;
    if (pendingSpace >= 0) {
      if (!isHanStart(folded) && !isHanStart(last)) push(out, at, ' ', pendingSpace);
      pendingSpace = -1;
    }
    push(out, at, folded, here);
    last = folded;
  }
  at.push(text.length);
  return { text: out.join(''), at };
}

/**
 * One character folded; may be longer than one unit (㎡ → m2) or empty (zero-width signs).
 *
 * @example
 * foldChar('⻓', NO_SIMPLIFIED); // '长'
 */
export function foldChar(char: string, simplified: Simplified): string {
  if (char >= '\u4e00' && char <= '\u9fff') return simplified.get(char) ?? char;
  if (char < '\u0080') return char.toLowerCase();
  if (INVISIBLE.test(char)) return '';
  const mark = SAME_MARK.get(char);
  if (mark !== undefined) return mark;
  let out = '';
  for (const part of (ideographOfRadical(char) ?? char).normalize('NFKC')) {
    const ideograph = ideographOfRadical(part) ?? part;
    out += simplified.get(ideograph) ?? SAME_MARK.get(ideograph) ?? ideograph;
  }
  return out.toLowerCase().replace(/\s+/g, '');
}

/** Every kind of white space, line breaks included (carriage returns count as blanks). */
function isSpace(char: string): boolean {
  // Above the ideographic space (U+3000) only the byte-order mark counts; Han characters need no pattern.
  if (char > '\u3000') return char === '\ufeff';
  return char <= ' ' ? /\s/.test(char) : char >= '\u0085' && /\s/.test(char);
}

function isHanStart(text: string): boolean {
  return isHan(text.charCodeAt(0));
}

function push(out: string[], at: number[], text: string, from: number): void {
  out.push(text);
  for (let unit = 0; unit < text.length; unit += 1) at.push(from);
}
