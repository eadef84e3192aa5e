import { isHan } from '../../text/han.ts';
import type { Edit } from '../tracked.ts';
import { isCodeLine } from './code-lines.ts';

/** How far apart two closing quotes may stand for the first to be an opening one (code units). */
const REACH = 30;

/**
 * Turn quotes the right way round: a closing quote before a word, with no quote open and another closing quote soon
 * after, is an opening one; straight quotes beside Han become pairs, line by line, where their number is even.
 *
 * @example
 * findQuotes('坚定”四个意识”,'); // [{ start: 2, end: 3, fixed: '“', rule: 'quote' }]
 */
export function findQuotes(text: string): Edit[] {
  return [...findTurned(text), ...findStraight(text)];
}

function findTurned(text: string): Edit[] {
  const edits: Edit[] = [];
  let open = 0;
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (char === '“') open += 1;
    if (char !== '”') continue;
    if (open > 0) {
      open -= 1;
      continue;
    }
    const ahead = /^[^“”]*”/u.exec(text.slice(at + 1, at + 1 + REACH));
    if (ahead === null || !isHan(text.charCodeAt(at + 1))) continue;
    edits.push({ start: at, end: at + 1, fixed: '“', rule: 'quote' });
    open = 1;
  }
  return edits;
}

function findStraight(text: string): Edit[] {
  const edits: Edit[] = [];
  for (let start = text.indexOf('"'); start !== -1;) {
    const lineStart = text.lastIndexOf('\n', start) + 1;
    const newline = text.indexOf('\n', start);
    const lineEnd = newline === -1 ? text.length : newline;
    const places = Array.from(
      text.slice(lineStart, lineEnd).matchAll(/"/gu),
      ({ index }) => lineStart + index,
    );
    if (
      places.length % 2 === 0 &&
      !isCodeLine(text.slice(lineStart, lineEnd)) &&
      places.some((at) => isHan(text.charCodeAt(at - 1)) || isHan(text.charCodeAt(at + 1)))
    ) {
      places.forEach((at, index) => {
        edits.push({ start: at, end: at + 1, fixed: index % 2 === 0 ? '“' : '”', rule: 'quote' });
      });
    }
    start = text.indexOf('"', lineEnd);
  }
  return edits;
}
