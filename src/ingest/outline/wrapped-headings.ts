import { linesOf } from '../lines.ts';
import type { Edit } from '../tracked.ts';
import { readOrdinal } from './ordinals.ts';

/** The rest of a wrapped heading is at most so long (code units). */
const REST = 40;

/**
 * Join the second line of a heading to its first: a short unnumbered line without punctuation between a numbered heading
 * and a deeper one, where no body stands between them.
 *
 * @example
 * findWrappedHeadings('2全面加强党建\n以高质量党建引领发展\n2.1构建班子队伍').length; // 1
 */
export function findWrappedHeadings(text: string): Edit[] {
  const lines = linesOf(text).filter((line) => line.text !== '');
  return lines.flatMap((line, index): Edit[] => {
    const before = lines[index - 1];
    const next = lines[index + 1];
    if (before === undefined || next === undefined) return [];
    if (
      line.text.length > REST ||
      /[，。；：！？|]/u.test(line.text) ||
      !/^[\u4e00-\u9fff“《]/u.test(line.text)
    )
      return [];
    const upper = readOrdinal(before.text);
    const lower = readOrdinal(next.text);
    if (upper === undefined || lower === undefined || readOrdinal(line.text) !== undefined)
      return [];
    if (before.text.length > 60 || /[。；：！？]$/u.test(before.text)) return [];
    if (lower.style.rank + lower.depth <= upper.style.rank + upper.depth) return [];
    return [{ start: before.end, end: line.start, fixed: ' ', rule: 'join-line' }];
  });
}
