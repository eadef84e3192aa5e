import { linesOf } from '../lines.ts';
import type { Edit } from '../tracked.ts';

/** Dots and page number behind an entry of a table of contents. */
const PAGE = /[\s.…·]*\(?\d{0,4}\)?$/u;

/**
 * Find a table of contents: the line 目录 and the lines under it, as long as each of them returns further down as a line of
 * its own. The outline is read from the headings themselves, and nothing is lost.
 *
 * @example
 * findContents('目录\n一、总则……1\n一、总则\n正文。'); // one edit, over the first two lines
 */
export function findContents(text: string): Edit[] {
  const lines = linesOf(text).filter((line) => line.text !== '');
  const at = lines
    .slice(0, 30)
    .findIndex(({ text: line }) => /^[【[]?目\s*[录次][】\]]?$/u.test(line));
  const first = lines[at];
  if (first === undefined) return [];
  const last = new Map<string, number>();
  lines.forEach((line, index) => last.set(keyOf(line.text), index));
  let end = at + 1;
  while (
    end < lines.length &&
    (last.get(keyOf(lines[end]?.text.replace(PAGE, '') ?? '')) ?? end) > end
  )
    end += 1;
  const after = lines[end]?.start ?? text.length;
  return end - at < 3 ? [] : [{ start: first.start, end: after, fixed: '', rule: 'contents' }];
}

function keyOf(line: string): string {
  return line.replace(/[^\p{L}\p{N}]/gu, '');
}
