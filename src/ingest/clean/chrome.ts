import { linesOf } from '../lines.ts';
import type { Line } from '../lines.ts';
import type { Edit } from '../tracked.ts';
import { CHROME_LINES, COPYRIGHT } from './chrome-lines.ts';

/** How many lines with text count as the edge of a page. */
const EDGE = 20;

/** A tail marker drops what follows only in the last part of a text: an article may discuss 相关阅读 earlier. */
const TAIL_FROM = 0.5;

/** A link farm is a line of at least so many short entries. */
const FARM_ENTRIES = 10;
const FARM_ENTRY_LENGTH = 6;

/**
 * Find page furniture: tool bars, players, QR prompts, link farms, copyright lines, disclaimers, and the lists of
 * other answers or articles that follow a page's text.
 *
 * @example
 * findChrome('手机版\n正文第一段。').map(({ rule }) => rule); // ['chrome']
 */
export function findChrome(text: string): Edit[] {
  const lines = linesOf(text).filter((line) => line.text !== '');
  const edits: Edit[] = [];
  for (const [index, line] of lines.entries()) {
    if (isLinkFarm(line.text)) {
      edits.push(removeLine(line, text, 'link-farm'));
      continue;
    }
    const atEdge = index < EDGE || index >= lines.length - EDGE;
    if (!atEdge || line.text.length > 200) continue;
    const row = CHROME_LINES.find(({ pattern }) => pattern.test(line.text));
    if (row === undefined) continue;
    if (row.where === 'tail' && line.start > text.length * TAIL_FROM) {
      edits.push({ start: line.start, end: text.length, fixed: '', rule: row.rule });
      break;
    }
    edits.push(removeLine(line, text, row.rule));
  }
  for (const { pattern } of COPYRIGHT) {
    for (const match of text.matchAll(pattern)) {
      edits.push({
        start: match.index,
        end: match.index + match[0].length,
        fixed: '',
        rule: 'copyright',
      });
    }
  }
  return edits;
}

/** A line with its newline, so that no blank line is left behind. */
function removeLine(line: Line, text: string, rule: Edit['rule']): Edit {
  return { start: line.start, end: Math.min(line.end + 1, text.length), fixed: '', rule };
}

function isLinkFarm(line: string): boolean {
  const entries = line
    .split(/[|｜]/u)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
  if (entries.length < FARM_ENTRIES) return false;
  return (
    entries.reduce((sum, entry) => sum + entry.length, 0) / entries.length <= FARM_ENTRY_LENGTH
  );
}
