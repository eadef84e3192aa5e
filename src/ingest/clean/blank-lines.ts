import type { Edit } from '../tracked.ts';

/**
 * Leave one newline between blocks and none at the ends.
 *
 * @example
 * findBlankLines('\n一、总则\n\n\n正文\n'); // three edits; the text becomes '一、总则\n正文'
 */
export function findBlankLines(text: string): Edit[] {
  return Array.from(text.matchAll(/\s*\n\s*|^\s+|\s+$/gu), ({ index, 0: raw }): Edit => {
    const isEdge = index === 0 || index + raw.length === text.length;
    return { start: index, end: index + raw.length, fixed: isEdge ? '' : '\n', rule: 'blank-line' };
  }).filter(({ start, end, fixed }) => text.slice(start, end) !== fixed);
}
