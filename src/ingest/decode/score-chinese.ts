import { isCommonHan } from './common-han.ts';

const HAN = /\p{Script=Han}/u;
const NEUTRAL = /[　-〃〈-】〔-〛！-～—…“”‘’·ａ-ｚ０-９①-⑳─■□●○★\p{P}\p{Sm}]/u;

/** How much a piece of decoded text looks like real Chinese. */
export interface ChineseScore {
  /** Share of common characters among all non-ASCII ones except punctuation, 0–1; 0 where there is none. */
  readonly common: number;
  /** Number of U+FFFD, private-use, unassigned and control characters. */
  readonly broken: number;
  /** Number of code points outside ASCII. */
  readonly nonAscii: number;
}

/**
 * Measure how much a text looks like Chinese prose: real prose consists mostly of some hundred characters.
 *
 * @param text - Decoded text, or a sample of it; work is linear in its length.
 * @returns Shares and counts in code points.
 * @example
 * scoreChinese('机关党建工作').common; // 1
 * scoreChinese('鏈哄叧鍏氬缓').common; // 0
 */
export function scoreChinese(text: string): ChineseScore {
  let common = 0;
  let counted = 0;
  let broken = 0;
  let nonAscii = 0;
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    if (code < 0x80) {
      if (isControl(code)) broken += 1;
      continue;
    }
    nonAscii += 1;
    if (isCommonHan(char)) {
      common += 1;
      counted += 1;
    } else if (isBroken(code)) {
      broken += 1;
      counted += 1;
    } else if (HAN.test(char) || !NEUTRAL.test(char)) {
      counted += 1;
    }
  }
  return { common: counted === 0 ? 0 : common / counted, broken, nonAscii };
}

function isControl(code: number): boolean {
  // Tab, line feed, vertical tab, form feed, return, and the Ctrl-Z that DOS editors left at the end are harmless.
  return (code < 0x20 && !(code >= 9 && code <= 13) && code !== 0x1a) || code === 0x7f;
}

function isBroken(code: number): boolean {
  return (
    code === 0xfffd ||
    (code >= 0xe000 && code <= 0xf8ff) ||
    (code >= 0x80 && code < 0xa0) ||
    code >= 0xf0000
  );
}
