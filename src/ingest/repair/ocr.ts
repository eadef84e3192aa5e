import type { Edit } from '../tracked.ts';
import { CONFUSABLES } from './ocr-confusables.ts';

/**
 * Repair recognition mistakes that their context proves, from the table of confusables.
 *
 * @example
 * findConfusables('融人中心工作'); // [{ start: 1, end: 2, fixed: '入', rule: 'ocr' }]
 */
export function findConfusables(text: string): Edit[] {
  const chineseOrdinal = /[(（]二[)）]/u.test(text);
  return CONFUSABLES.flatMap(({ pattern, fixed }) =>
    Array.from(text.matchAll(pattern), (match): Edit => ({
      start: match.index,
      end: match.index + match[0].length,
      fixed,
      rule: 'ocr',
    })),
  ).filter(
    ({ start, end, fixed }) =>
      text.slice(start, end) !== fixed && (chineseOrdinal || !isBracketed(text, start, end)),
  );
}

/** `(-)` is （一） only in a document that also has a （二）. */
function isBracketed(text: string, start: number, end: number): boolean {
  return /[(（]/u.test(text.charAt(start - 1)) && /[)）]/u.test(text.charAt(end));
}
