import type { StructureMark } from './types.ts';

/** Inline markup that falls away: emphasis, code, links and images keep their words. Group 1 opens, group 3 closes. */
const INLINE: readonly RegExp[] = [
  /(!?\[)([^\]\n]{0,200})(\]\([^)\n]{0,300}\))/gu,
  /(\*\*|__)(?=\S)([^*_\n]{1,300}?)(\1)/gu,
  /(?<![\p{L}\p{N}*])(\*)(?=[^\s*])([^*\n]{1,200}?)(\*)(?![\p{L}\p{N}*])/gu,
  /(`)([^`\n]{1,200})(`)/gu,
];

/**
 * Read the structure that a Markdown file states: headings (`#`), emphasis, links, front matter. Lists and tables stand
 * as they are; other formats take none of these characters as markup.
 *
 * @returns Marks sorted by start; markup pieces do not overlap.
 * @example
 * markdownMarks('## 一、总体要求')[0]; // { start: 0, end: 3, kind: 'markup' }
 */
export function markdownMarks(text: string): StructureMark[] {
  const markup: StructureMark[] = [];
  const headings: StructureMark[] = [];
  const front = /^\ufeff?---\r?\n[\s\S]{0,4000}?\n---\r?\n/u.exec(text);
  if (front !== null) markup.push({ start: 0, end: front[0].length, kind: 'markup' });
  for (const match of text.matchAll(/^(#{1,6})[^\S\n]+(\S[^\n]*?)([^\S\n]+#+)?[^\S\n]*\r?$/gmu)) {
    const [whole, marks = '', words = '', closing = ''] = match;
    const start = match.index + whole.indexOf(words, marks.length);
    markup.push({ start: match.index, end: start, kind: 'markup' });
    if (closing !== '') {
      const at = start + words.length;
      markup.push({ start: at, end: at + closing.length, kind: 'markup' });
    }
    headings.push({ start, end: start + words.length, kind: 'heading', level: marks.length });
  }
  for (const pattern of INLINE) {
    for (const match of text.matchAll(pattern)) {
      const [whole, open = '', , close = ''] = match;
      const end = match.index + whole.length;
      markup.push({ start: match.index, end: match.index + open.length, kind: 'markup' });
      markup.push({ start: end - close.length, end, kind: 'markup' });
    }
  }
  return [...withTitle(headings), ...markup].sort((a, b) => a.start - b.start || b.end - a.end);
}

/** A single heading of the first level is the title. */
function withTitle(headings: readonly StructureMark[]): StructureMark[] {
  const first = headings.filter(({ level }) => level === 1);
  const [only] = first;
  if (only === undefined || first.length > 1) return [...headings];
  return headings.map((mark) => (mark === only ? { ...mark, kind: 'title' } : mark));
}
