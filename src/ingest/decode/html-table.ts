import { renderTable } from '../emit/table-lines.ts';
import { DROPPED_ELEMENTS } from './html-elements.ts';
import { walkHtml, type HtmlElement } from './html-tree.ts';

/** A cell longer than this (code units) is a column of a page layout, not a datum. */
const LONGEST_CELL = 800;

/** A table that lays out a page mostly holds links or nothing. */
const MIN_FILLED = 0.4;

/** Spaces that stretch a word over its cell (`姓 名`). */
const PADDING = /(?<=\p{Script=Han}) (?=\p{Script=Han})/gu;

interface Cell {
  readonly text: string;
  readonly linked: boolean;
  readonly columns: number;
  readonly rows: number;
  readonly isHead: boolean;
}

/**
 * Tell a table of data from one that lays out a page.
 *
 * @param table - A `table` element.
 * @example
 * isDataTable(table('<tr><th>项目<th>分值<tr><td>支部建设<td>20')); // true
 */
export function isDataTable(table: HtmlElement): boolean {
  if (table.attributes['role'] === 'presentation' || holdsBlocksOfPage(table)) return false;
  const rows = rowsOf(table);
  const cells = rows.flat();
  const width = Math.max(0, ...rows.map((row) => row.reduce((sum, cell) => sum + cell.columns, 0)));
  if (rows.length < 2 || width < 2) return false;
  if (cells.some((cell) => cell.text.length > LONGEST_CELL)) return false;
  if (cells.some((cell) => cell.isHead)) return true;
  const filled = cells.filter((cell) => cell.text !== '');
  const linked = filled.filter((cell) => cell.linked);
  return filled.length >= cells.length * MIN_FILLED && linked.length <= filled.length / 2;
}

/**
 * Write a data table as Markdown, merged cells as one filled cell and empty ones.
 *
 * @param table - A `table` element for which {@link isDataTable} holds.
 * @returns Lines of cells between `|`, the first row as head; the caption as a line before them.
 * @example
 * renderHtmlTable(table); // '| 项目 | 分值 |\n| --- | --- |\n| 支部建设 | 20 |'
 */
export function renderHtmlTable(table: HtmlElement): string {
  const caption = table.children.find((node) => node.kind === 'element' && node.name === 'caption');
  const title = caption?.kind === 'element' ? cellText(caption) : '';
  const grid = renderTable(spread(rowsOf(table)).filter((row) => row.some((text) => text !== '')));
  return title === '' ? grid : `${title}\n${grid}`;
}

/** Put each cell where it stands when the cells above and before it take their room. */
function spread(rows: readonly (readonly Cell[])[]): string[][] {
  const grid: (string | undefined)[][] = rows.map(() => []);
  rows.forEach((row, y) => {
    let x = 0;
    for (const cell of row) {
      while (grid[y]?.[x] !== undefined) x += 1;
      for (let down = 0; down < cell.rows; down += 1) {
        for (let right = 0; right < cell.columns; right += 1) {
          const line = grid[y + down];
          if (line !== undefined) line[x + right] = down === 0 && right === 0 ? cell.text : '';
        }
      }
      x += cell.columns;
    }
  });
  return grid.map((row) => Array.from(row, (text) => text ?? ''));
}

function rowsOf(table: HtmlElement): Cell[][] {
  const rows: Cell[][] = [];
  walkHtml(table, (node) => {
    if (node.kind === 'text') return false;
    if (node.name === 'tr')
      rows.push(node.children.flatMap((child) => (child.kind === 'element' ? toCell(child) : [])));
    return ['thead', 'tbody', 'tfoot'].includes(node.name);
  });
  return rows.filter((row) => row.length > 0);
}

function toCell(element: HtmlElement): Cell[] {
  if (element.name !== 'td' && element.name !== 'th') return [];
  const text = cellText(element);
  let linked = 0;
  walkHtml(element, (node) => {
    if (node.kind === 'element' && node.name === 'a') linked += cellText(node).length;
    return true;
  });
  return [
    {
      text,
      linked: linked > text.length / 2,
      columns: toSpan(element.attributes['colspan'], 100),
      rows: toSpan(element.attributes['rowspan'], 1000),
      isHead: element.name === 'th',
    },
  ];
}

function cellText(element: HtmlElement): string {
  const parts: string[] = [];
  walkHtml(element, (node) => {
    if (node.kind === 'text') parts.push(node.data);
    else if (node.name === 'br' || node.name === 'p' || node.name === 'div' || node.name === 'li')
      parts.push(' ');
    return node.kind === 'text' || !DROPPED_ELEMENTS.has(node.name);
  });
  return parts.join('').replace(/\s+/gu, ' ').replace(PADDING, '').trim();
}

/** Spans are clipped: `colspan="99999"` must not fill the memory. */
function toSpan(value: string | undefined, limit: number): number {
  const span = Number.parseInt(value ?? '1', 10);
  return Number.isNaN(span) ? 1 : Math.min(Math.max(span, 1), limit);
}

function holdsBlocksOfPage(table: HtmlElement): boolean {
  let found = false;
  walkHtml(table, (node) => {
    if (node.kind === 'element' && /^(?:table|form|h[1-6]|article|section|iframe)$/.test(node.name))
      found = true;
    return !found;
  });
  return found;
}
