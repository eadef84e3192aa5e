/**
 * Signs in the texts of sections for what a reader sees as space: a line break between blocks, and two invisible
 * characters, which folding leaves out, so that they never stand between a query and the text.
 */

/** Stands where a tag begins or ends inside a line (编者关联). */
export const TAG_EDGE = '\u200b';
/** Stands at the end of a block that names the next (适用对象: 机关). */
export const NAMES_NEXT = '\u2060';

/**
 * A stretch of text with visible signs in their place: `·` between blocks and tags, `：` after a name.
 *
 * @param text - A stretch of a section's text.
 * @example
 * showSigns('适用对象\u2060\n机关\n年份\u2060\n2019'); // '适用对象：机关 · 年份：2019'
 */
export function showSigns(text: string): string {
  return text
    .replace(/[：:]?\u2060\s*/g, '：')
    .replace(
      /([：、，（·…]?)[ \u200b]*[\u200b\n][\s\u200b]*([、，。；：）]?)/g,
      (_, before: string, after: string) =>
        before + (before === '' && after === '' ? ' · ' : '') + after,
    );
}
