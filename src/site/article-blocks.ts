import type { LibraryReport } from '../schema/library-report.ts';

type OutlineNode = LibraryReport['outline'][number];

/** A run of a paragraph; one with an id is the opening of an outline point (run-in heading or 一是…). */
export interface ArticlePart {
  readonly text: string;
  readonly id?: string;
  readonly heading?: boolean;
}

/** One block of an article as the page shows it. Ids are stable while the clean text stays the same. */
export type ArticleBlock =
  | { readonly type: 'heading'; readonly id: string; readonly level: number; readonly text: string }
  | { readonly type: 'paragraph'; readonly id: string; readonly parts: readonly ArticlePart[] }
  | { readonly type: 'table'; readonly id: string; readonly rows: readonly (readonly string[])[] };

const TABLE_ROW = /^\|.*\|$/u;
const TABLE_RULE = /^\|(?:\s*:?-+:?\s*\|)+$/u;

/**
 * Cut a clean article into headings, paragraphs and tables.
 *
 * A line whose whole text is an outline heading becomes a heading (`s1`, `s2` … in outline order); other lines are
 * paragraphs (`p1`, `p2` …) whose run-in headings and enumerated points keep their own anchors.
 *
 * @param report - Report with one paragraph a line and an outline whose offsets point into the text.
 * @example
 * toArticleBlocks({ text: '一、意义\n基层强则组织强。', outline: [{ heading: '一、意义', offset: 0, … }], … });
 * // [{ type: 'heading', id: 's1', level: 2, text: '一、意义' }, { type: 'paragraph', id: 'p1', … }]
 */
export function toArticleBlocks(report: Pick<LibraryReport, 'text' | 'outline'>): ArticleBlock[] {
  const blocks: ArticleBlock[] = [];
  const nodes = report.outline.map((node, index) => ({ ...node, id: `s${String(index + 1)}` }));
  let next = 0;
  let start = 0;
  let paragraphs = 0;
  let table: string[][] = [];
  const flushTable = () => {
    if (table.length === 0) return;
    paragraphs++;
    blocks.push({ type: 'table', id: `p${String(paragraphs)}`, rows: table });
    table = [];
  };
  for (const line of report.text.split('\n')) {
    const end = start + line.length;
    const inside: (OutlineNode & { id: string })[] = [];
    while (next < nodes.length && (nodes[next]?.offset ?? 0) <= end) {
      const node = nodes[next];
      if (node !== undefined && node.offset >= start) inside.push(node);
      next++;
    }
    const text = line.trim();
    const whole = inside.find((node) => bare(node.heading) === bare(text));
    if (TABLE_ROW.test(text) && whole === undefined) {
      if (!TABLE_RULE.test(text)) table.push(splitRow(text));
    } else {
      flushTable();
      if (whole !== undefined) {
        blocks.push({ type: 'heading', id: whole.id, level: Math.min(6, whole.level + 1), text });
      } else if (text !== '') {
        paragraphs++;
        blocks.push({
          type: 'paragraph',
          id: `p${String(paragraphs)}`,
          parts: splitParts(line, start, inside),
        });
      }
    }
    start = end + 1;
  }
  flushTable();
  return blocks;
}

function splitRow(row: string): string[] {
  return row
    .slice(1, -1)
    .split(/(?<!\\)\|/u)
    .map((cell) => cell.replaceAll('\\|', '|').trim());
}

function splitParts(
  line: string,
  start: number,
  nodes: readonly (OutlineNode & { id: string })[],
): ArticlePart[] {
  const parts: ArticlePart[] = [];
  let at = 0;
  for (const node of nodes) {
    const from = node.offset - start;
    if (from < at || !line.startsWith(node.heading, from)) continue;
    if (from > at) parts.push({ text: line.slice(at, from) });
    parts.push({ text: node.heading, id: node.id, heading: node.form === 'runin' });
    at = from + node.heading.length;
  }
  if (at < line.length) parts.push({ text: line.slice(at) });
  return parts;
}

/**
 * Keep letters, digits and Han characters only: what two spellings of one heading share.
 *
 * @example
 * bare('（一）组织生活形式单一，缺乏活力'); // '一组织生活形式单一缺乏活力'
 */
export function bare(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '');
}
