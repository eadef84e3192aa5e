import { stringify } from 'yaml';
import type { OutlineNode, Report } from '../types.ts';
import { escapeMarkdownInline, escapeMarkdownLine } from './escape-markdown.ts';
import { findTableEnd, splitTableRow } from './table-lines.ts';

/** Heading forms that stand on a line of their own in the clean text; the others open or are a paragraph. */
const OWN_LINE = new Set(['line', 'glued', 'wrapped']);

/**
 * Write an article as Markdown: front matter, then a body that renders to exactly the clean text.
 *
 * Outline headings become `##` and below (the page gives the title as its `h1`). Everything else is escaped,
 * so that nothing of the source is read as markup, code or front matter.
 *
 * @param report - The article; `text` has one paragraph, heading or table line on each line.
 * @param slug - The article's folder name in the library.
 * @returns The file's content, ending in a line feed.
 * @example
 * emitArticle(report, 'jiguan-dangjian'); // '---\ntitle: 机关党建\n…---\n\n## 一、严格组织生活\n\n…'
 */
export function emitArticle(report: Report, slug: string): string {
  return `---\n${stringify(toFrontMatter(report, slug), { lineWidth: 0, version: '1.1' })}---\n\n${emitBody(report)}`;
}

/**
 * Write the clean text of a report as Markdown body.
 *
 * @param report - The article's `text` and `outline`.
 * @example
 * emitBody({ text: '一、意义\n正文', outline: [heading] }); // '## 一、意义\n\n正文\n'
 */
export function emitBody(report: Pick<Report, 'text' | 'outline'>): string {
  const lines = report.text.split('\n');
  const headings = new Map(
    report.outline.filter((node) => OWN_LINE.has(node.form)).map((node) => [node.offset, node]),
  );
  const blocks: string[] = [];
  let offset = 0;
  for (let index = 0; index < lines.length;) {
    const end = findTableEnd(lines, index);
    const taken = lines.slice(index, Math.max(end, index + 1));
    const line = taken[0] ?? '';
    if (end > index) blocks.push(emitTable(taken));
    else if (line !== '') blocks.push(emitLine(line, headings.get(offset)));
    offset += taken.reduce((sum, part) => sum + part.length + 1, 0);
    index += taken.length;
  }
  return blocks.map((block) => `${block}\n`).join('\n');
}

function toFrontMatter(report: Report, slug: string): Record<string, unknown> {
  const fields = {
    title: report.title,
    slug,
    author: report.author,
    org: report.org,
    publication: report.publication,
    date: report.date,
    source: report.input,
    abstract: report.abstract,
    keywords: report.keywords,
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

function emitLine(line: string, heading: OutlineNode | undefined): string {
  if (heading === undefined || line.trim() !== heading.heading.trim())
    return escapeMarkdownLine(line);
  const marks = '#'.repeat(Math.min(heading.level + 1, 6));
  // A closing run of # belongs to the heading's markup, unless escaped.
  return `${marks} ${escapeMarkdownInline(line).replace(/#+$/, (run) => run.replaceAll('#', '\\#'))}`;
}

function emitTable(lines: readonly string[]): string {
  return lines
    .map((line, index) =>
      index === 1 ? line : `| ${splitTableRow(line).map(escapeMarkdownInline).join(' | ')} |`,
    )
    .join('\n');
}
