import { toSimplified } from '../../text/traditional.ts';
import type { Edit } from '../tracked.ts';

/**
 * Convert a traditional document to simplified, one edit a character, so that every character keeps its own place in
 * the ledger. Whether to call this is decided for the whole document.
 *
 * @example
 * findTraditional('機關'); // [{ start: 0, end: 1, fixed: '机', rule: 'simplify' }, …]
 */
export function findTraditional(text: string): Edit[] {
  const simplified = toSimplified(text);
  const edits: Edit[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const fixed = simplified.charAt(at);
    if (fixed !== text.charAt(at)) edits.push({ start: at, end: at + 1, fixed, rule: 'simplify' });
  }
  return edits;
}
