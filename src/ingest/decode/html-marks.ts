import type { StructureMark } from '../types.ts';
import { BLOCK_ELEMENTS } from './html-elements.ts';
import { findBoldHeadings } from './html-bold-headings.ts';
import type { MainText } from './html-main-text.ts';
import { renderHtmlTable } from './html-table.ts';
import { textOf, type HtmlElement, type HtmlNode, type HtmlText } from './html-tree.ts';

/** What stands between two kept pieces; the larger wins. A soft break is a `br`, a hard one the edge of a block. */
const NONE = 0;
const SPACE = 1;
const SOFT = 2;
const HARD = 3;
const JOINERS = ['', ' ', '\n', '\n'] as const;

/** White space that a browser collapses; the ideographic space is text. */
const VISIBLE_RUN = /[^ \t\r\n\f\u00a0]+/g;

/** An item that carries its own number in the text gets none from its list. */
const OWN_NUMBER =
  /^\s*(?:[（(]?[一二三四五六七八九十百\d]+[)）、.．]|第[一二三四五六七八九十百\d]+|[①-⑳])/;

/** Bold lines rank below what the page marks as headings. */
const BOLD_LEVEL = 6;

interface Piece {
  readonly start: number;
  readonly end: number;
}

/**
 * Describe a web page by marks over its source: what is kept as it stands, what is markup, what is furniture, and the
 * headings, paragraphs, list items and tables. Applying all marks to the source gives the article's text.
 *
 * @param source - The page.
 * @param root - Its tree.
 * @param main - What belongs to the article, and its data tables.
 * @returns Marks as {@link StructureMark} promises; together with the kept pieces they cover the whole source.
 * @example
 * markHtml('<p>党<b>建</b></p>', root, main, new Set()); // markup 0–3, 4–7, 8–16; paragraph 3–8
 */
export function markHtml(
  source: string,
  root: HtmlElement,
  main: MainText,
  tables: ReadonlySet<HtmlElement>,
): StructureMark[] {
  const marks: StructureMark[] = [];
  const kept: Piece[] = [];
  const bold = findBoldHeadings(root, main.chrome);
  const structures: {
    element: HtmlElement;
    kind: 'title' | 'heading' | 'list-item';
    level: number;
  }[] = [];
  let chrome: Piece[] = [];
  let last = 0;
  let gap: number = NONE;
  let prefix = '';
  let paragraph: { start: number; end: number } | undefined;
  let listed = 0;

  const widen = (size: number) => {
    gap = Math.max(gap, size);
  };
  const closeParagraph = () => {
    if (paragraph !== undefined) marks.push({ ...paragraph, kind: 'paragraph' });
    paragraph = undefined;
  };
  const closeGap = (until: number) => {
    const joiner = (kept.length === 0 ? '' : (JOINERS[gap] ?? '')) + prefix;
    if (source.slice(last, until) !== joiner || chrome.length > 0)
      marks.push(...fillGap(last, until, chrome, joiner));
    if (gap === HARD) closeParagraph();
    chrome = [];
    gap = NONE;
    prefix = '';
  };
  const keep = (start: number, end: number) => {
    closeGap(start);
    kept.push({ start, end });
    last = end;
    if (listed > 0) return;
    if (paragraph === undefined) paragraph = { start, end };
    else paragraph.end = end;
  };
  const keepText = (node: HtmlText) => {
    if (node.data !== source.slice(node.start, node.end)) {
      if (node.data.trim() === '') return widen(SPACE);
      keep(node.start, node.end);
      marks.push({ start: node.start, end: node.end, kind: 'markup', fixed: node.data });
      return;
    }
    if (isPreformatted(node)) return keep(node.start, node.end);
    let seen = 0;
    for (const run of node.data.matchAll(VISIBLE_RUN)) {
      if (run.index > seen) widen(SPACE);
      seen = run.index + run[0].length;
      keep(node.start + run.index, node.start + seen);
    }
    if (seen < node.data.length) widen(SPACE);
  };
  const keepTable = (table: HtmlElement) => {
    widen(HARD);
    closeGap(table.start);
    closeParagraph();
    marks.push({
      start: table.start,
      end: table.end,
      kind: 'table',
      fixed: renderHtmlTable(table),
    });
    kept.push(table);
    last = table.end;
    widen(HARD);
  };

  visit(root, (node, isEnd) => {
    if (node.kind === 'text') {
      if (main.chrome.has(node)) chrome.push(node);
      else keepText(node);
      return false;
    }
    const isBlock = BLOCK_ELEMENTS.has(node.name);
    if (isBlock) widen(HARD);
    if (node.name === 'li') listed += isEnd ? -1 : 1;
    if (isEnd) return false;
    if (node.name === 'br') widen(SOFT);
    if (main.chrome.has(node)) {
      chrome.push(node);
      if (node.name === 'li') listed -= 1;
      return false;
    }
    // The words of the head's title are kept only where the page shows no title.
    if (node.name === 'title' && node !== main.title) return false;
    if (tables.has(node)) {
      keepTable(node);
      return false;
    }
    if (node.name === 'li') {
      prefix = numberOf(node);
      structures.push({ element: node, kind: 'list-item', level: depthOf(node) });
    }
    if (node === main.title || main.titles?.has(node))
      structures.push({ element: node, kind: 'title', level: 1 });
    else if (bold.has(node)) structures.push({ element: node, kind: 'heading', level: BOLD_LEVEL });
    else if (/^h[1-6]$/.test(node.name))
      structures.push({ element: node, kind: 'heading', level: Number(node.name[1]) });
    return true;
  });
  prefix = '';
  gap = NONE;
  closeGap(source.length);
  closeParagraph();
  for (const { element, kind, level } of structures) {
    const range = trimTo(kept, element);
    if (range !== undefined) marks.push({ ...range, kind, level });
  }
  // A heading is no paragraph besides.
  const named = new Set(
    marks.filter(({ kind }) => kind === 'title' || kind === 'heading').map(({ start }) => start),
  );
  return marks
    .filter(({ kind, start }) => kind !== 'paragraph' || !named.has(start))
    .toSorted((one, other) => one.start - other.start || other.end - one.end);
}

/** Cut a gap into markup and furniture; the first piece of markup carries what the gap stands for. */
function fillGap(
  start: number,
  end: number,
  chrome: readonly Piece[],
  joiner: string,
): StructureMark[] {
  const marks: StructureMark[] = [];
  let open = joiner;
  const addMarkup = (from: number, to: number) => {
    if (from >= to) return;
    marks.push(
      open === ''
        ? { start: from, end: to, kind: 'markup' }
        : { start: from, end: to, kind: 'markup', fixed: open },
    );
    open = '';
  };
  let at = start;
  for (const piece of chrome) {
    addMarkup(at, piece.start);
    // Without markup before it, the furniture's own first character carries the break.
    const from = open === '' ? piece.start : piece.start + 1;
    if (from > piece.start) addMarkup(piece.start, from);
    if (piece.end > from) marks.push({ start: from, end: piece.end, kind: 'chrome' });
    at = piece.end;
  }
  addMarkup(at, end);
  return marks;
}

/** Visit nodes in order; elements twice, the second time at their end. Returning false passes over the content and the end. */
function visit(root: HtmlElement, enter: (node: HtmlNode, isEnd: boolean) => boolean): void {
  const stack: { node: HtmlNode; isEnd: boolean }[] = root.children
    .toReversed()
    .map((node) => ({ node, isEnd: false }));
  for (let item = stack.pop(); item !== undefined; item = stack.pop()) {
    const { node, isEnd } = item;
    if (!enter(node, isEnd) || node.kind === 'text') continue;
    stack.push({ node, isEnd: true });
    for (const child of node.children.toReversed()) stack.push({ node: child, isEnd: false });
  }
}

function trimTo(kept: readonly Piece[], element: HtmlElement): Piece | undefined {
  const first = kept[lowerBound(kept, element.start)];
  const final = kept[lowerBound(kept, element.end) - 1];
  if (first === undefined || final === undefined || first.start >= final.end) return undefined;
  return { start: first.start, end: final.end };
}

/** Index of the first piece that starts at or after an offset. */
function lowerBound(kept: readonly Piece[], offset: number): number {
  let low = 0;
  let high = kept.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((kept[middle]?.start ?? Infinity) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function numberOf(item: HtmlElement): string {
  const list = item.parent;
  if (list?.name !== 'ol' || OWN_NUMBER.test(textOf(item))) return '';
  const items = list.children.filter((child) => child.kind === 'element' && child.name === 'li');
  const first = Number.parseInt(list.attributes['start'] ?? '1', 10);
  const stated = Number.parseInt(item.attributes['value'] ?? '', 10);
  return `${Number.isNaN(stated) ? (Number.isNaN(first) ? 1 : first) + items.indexOf(item) : stated}. `;
}

function depthOf(item: HtmlElement): number {
  let depth = 0;
  for (let up = item.parent; up !== undefined; up = up.parent)
    if (up.name === 'ul' || up.name === 'ol') depth += 1;
  return Math.max(depth, 1);
}

function isPreformatted(node: HtmlText): boolean {
  for (let up: HtmlElement | undefined = node.parent; up !== undefined; up = up.parent)
    if (up.name === 'pre') return true;
  return false;
}
