import type { PdfGrid } from './pdf-grid.ts';
import { toLines, type PdfItem, type PdfLine } from './pdf-lines.ts';

/** A table of a page, by the texts of its cells. */
export interface PdfTable {
  readonly rows: readonly (readonly string[])[];
  /** Left edge, upper edge and width, in points. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** A grid in which fewer of the cells hold text is a chart or a blank form drawn around other text. */
const MIN_FILLED = 0.4;
/** The baseline lies below the middle of the print by about this share of its size. */
const MIDDLE = 0.35;
const TIGHT = /[\p{Script=Han}　-〿！-￯]/u;
/** A line of a cell that ends this far (in ems) before the cell's edge ends a paragraph. */
const SHORT_LINE = 2.5;
/** Points that authors number inside a cell. */
const POINT = /^(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]|[①-⑳])/u;

/**
 * Take the pieces of text that stand inside a grid and write them into its cells.
 *
 * @param grid - From `findGrids`.
 * @param items - Pieces of the page; those of other places are left alone.
 * @returns The table and the pieces it used up; undefined where the grid holds too little text to be a table.
 * @example
 * fillGrid(grid, items)?.table.rows; // [['项目', '分值'], ['组织生活', '20']]
 */
export function fillGrid(
  grid: PdfGrid,
  items: readonly PdfItem[],
): { table: PdfTable; used: ReadonlySet<PdfItem> } | undefined {
  const { xs, ys, owners } = grid;
  const columns = xs.length - 1;
  const used = new Set<PdfItem>();
  const cells = new Map<number, PdfItem[]>();
  for (const item of items) {
    const row = bandOf(
      ys.map((y) => -y),
      -(item.y + item.fontSize * MIDDLE),
    );
    if (row === undefined || bandOf(xs, item.x + item.width / 2) === undefined) continue;
    used.add(item);
    for (const piece of cutAt(item, xs)) {
      const column = bandOf(xs, piece.x + piece.width / 2);
      const owner = owners[row * columns + (column ?? 0)] ?? 0;
      cells.set(owner, [...(cells.get(owner) ?? []), piece]);
    }
  }
  const rightOf = (cell: number): number => {
    const last = owners.lastIndexOf(cell);
    return xs[(last % columns) + 1] ?? 0;
  };
  const texts = owners.map((owner, cell) =>
    owner === cell ? joinCell(cells.get(cell) ?? [], rightOf(cell)) : '',
  );
  const filled = texts.filter((text) => text !== '').length;
  if (filled < new Set(owners).size * MIN_FILLED || filled < 2) return undefined;
  const rows = ys.slice(1).map((_, row) => texts.slice(row * columns, (row + 1) * columns));
  const table = {
    rows: rows.filter((row) => row.some((text) => text !== '')),
    x: xs[0] ?? 0,
    y: ys[0] ?? 0,
    width: (xs.at(-1) ?? 0) - (xs[0] ?? 0),
  };
  return { table, used };
}

/**
 * Put the pieces of one cell together into its text: lines from the top down, joined as the wrapping of the cell broke
 * them; a space parts its paragraphs and numbered points.
 *
 * @param right - Right edge of the cell, in points.
 * @example
 * joinCell([piece('按期召开党', 140, 500), piece('员大会', 140, 480)], 210); // '按期召开党员大会'
 */
export function joinCell(items: readonly PdfItem[], right: number): string {
  const byPlace = items
    .filter(({ str }) => str.trim() !== '')
    .toSorted((one, other) =>
      Math.abs(one.y - other.y) < Math.min(one.fontSize, other.fontSize) / 2
        ? one.x - other.x
        : other.y - one.y,
    );
  const lines = toLines(byPlace);
  return lines.map((line, index) => separator(lines[index - 1], line, right) + line.text).join('');
}

function separator(last: PdfLine | undefined, line: PdfLine, right: number): string {
  if (last === undefined) return '';
  const isShort = last.right < right - last.size * SHORT_LINE;
  const isOver = /[。；：！？]$/u.test(last.text) && (isShort || POINT.test(line.text));
  return isOver || !(TIGHT.test(last.text.slice(-1)) || TIGHT.test(line.text.slice(0, 1)))
    ? ' '
    : '';
}

/** Index of the band between two edges in which a place lies; edges ascend. */
function bandOf(edges: readonly number[], place: number): number | undefined {
  const next = edges.findIndex((edge) => edge > place);
  return next <= 0 ? undefined : next - 1;
}

/** Where a reader took two cells for one piece with a space between them, cut it at the space that the edge meets. */
function cutAt(item: PdfItem, xs: readonly number[]): PdfItem[] {
  const edge = xs.find(
    (x) => x > item.x + item.fontSize && x < item.x + item.width - item.fontSize,
  );
  if (edge === undefined || !item.str.includes(' ')) return [item];
  const widths = Array.from(item.str, (character) => (TIGHT.test(character) ? 2 : 1));
  const unit =
    item.width /
    Math.max(
      1,
      widths.reduce((sum, width) => sum + width, 0),
    );
  let x = item.x;
  let best: { at: number; x: number } | undefined;
  Array.from(item.str).forEach((character, at) => {
    const next = x + (widths[at] ?? 1) * unit;
    if (character === ' ' && Math.abs((x + next) / 2 - edge) < item.fontSize * 2) {
      if (best === undefined || Math.abs(x - edge) < Math.abs(best.x - edge)) best = { at, x };
    }
    x = next;
  });
  if (best === undefined) return [item];
  const characters = Array.from(item.str);
  const head = { ...item, str: characters.slice(0, best.at).join(''), width: best.x - item.x };
  const start = best.x + unit;
  const tail = {
    ...item,
    str: characters.slice(best.at + 1).join(''),
    x: start,
    width: item.x + item.width - start,
  };
  return [head, ...cutAt(tail, xs)];
}
