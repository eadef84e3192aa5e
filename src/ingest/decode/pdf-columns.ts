import type { PdfItem } from './pdf-lines.ts';
import { toRows, type PdfRun } from './pdf-rows.ts';

/** A line of a page, or the part of one before or behind a gap. */
interface Fragment extends PdfRun {
  readonly y: number;
  readonly size: number;
}

/** Pieces further apart than this (in ems) do not belong to one line of prose. */
const GAP = 0.9;
/** Lines that both columns must have side by side. */
const MIN_LINES = 5;
/** A column of prose is at least this wide (in ems); the cells of a table are narrower. */
const MIN_WIDTH = 9;
/** The narrower column has at least this share of the wider one's width. */
const ALIKE = 0.65;
/** Most lines of prose fill their column by this share; the lines of a table do not. */
const FULL = 0.85;
const MOST = 0.5;

/**
 * Put the pieces of a page into reading order where the page has two columns: what stands over both columns first, then
 * the left column, then the right one, and so from one full-width line to the next.
 *
 * The gutter has to be proved: an upright band as wide as a character which no line crosses, with at least five lines
 * of prose of like width on both sides. Otherwise the order of the file is kept.
 *
 * @param items - Pieces of one page, in the order of the file.
 * @returns Runs of pieces in reading order; lines and tables never run from one run into the next. A page without
 * proven columns is one run.
 * @example
 * orderColumns([piece('左一', 50, 700), piece('右一', 310, 700), …]).length; // 2
 */
export function orderColumns(items: readonly PdfItem[]): PdfItem[][] {
  const fragments = toRows(items, GAP).flatMap(({ y, size, runs }) =>
    runs.map((run) => ({ ...run, y, size })),
  );
  const gutter = findGutter(fragments);
  if (gutter === undefined) return [[...items]];
  const runs: PdfItem[][] = [];
  let zone: Fragment[] = [];
  const closeZone = () => {
    const left = zone.filter((one) => one.right <= gutter);
    const right = zone.filter((one) => one.right > gutter);
    for (const side of [left, right])
      if (side.length > 0) runs.push(side.flatMap((one) => one.items));
    zone = [];
  };
  for (const fragment of fragments) {
    if (crosses(fragment, gutter)) {
      closeZone();
      runs.push([...fragment.items]);
    } else zone.push(fragment);
  }
  closeZone();
  return joinFullWidth(runs, gutter);
}

/** Full-width lines that follow each other are one run, so that their paragraphs stay whole. */
function joinFullWidth(runs: readonly PdfItem[][], gutter: number): PdfItem[][] {
  const joined: { items: PdfItem[]; isFull: boolean }[] = [];
  for (const items of runs) {
    const isFull =
      items.some(({ x }) => x < gutter) && items.some(({ x, width }) => x + width > gutter);
    const last = joined.at(-1);
    if (last?.isFull === true && isFull) last.items.push(...items);
    else joined.push({ items: [...items], isFull });
  }
  return joined.map(({ items }) => items);
}

function crosses({ x, right }: Fragment, gutter: number): boolean {
  return x < gutter && right > gutter;
}

/** The middle of the band between the columns, in points; undefined where none is proved. */
function findGutter(fragments: readonly Fragment[]): number | undefined {
  const left = Math.min(...fragments.map(({ x }) => x));
  const right = Math.max(...fragments.map((one) => one.right));
  const width = right - left;
  // Columns of like width part near the middle; each line that begins there proposes a gutter just before it.
  const starts = new Set(
    fragments
      .filter(({ x }) => x > left + width * 0.35 && x < left + width * 0.65)
      .map(({ x }) => Math.round(x) - 1),
  );
  return [...starts]
    .map((gutter) => proveGutter(fragments, gutter))
    .filter((proof) => proof !== undefined)
    .toSorted((one, other) => other.lines - one.lines)[0]?.middle;
}

function proveGutter(
  fragments: readonly Fragment[],
  gutter: number,
): { middle: number; lines: number } | undefined {
  const sides = { left: [] as Fragment[], right: [] as Fragment[] };
  for (const one of fragments)
    if (!crosses(one, gutter)) (one.right <= gutter ? sides.left : sides.right).push(one);
  const columns = [sides.left, sides.right].map(measureColumn);
  const [one, other] = columns;
  if (one === undefined || other === undefined || !one.isProse || !other.isProse) return undefined;
  const widths = [one.right - one.x, other.right - other.x];
  if (Math.min(...widths) < Math.max(...widths) * ALIKE) return undefined;
  // Side by side: the heights of the columns overlap by most of the lower one.
  const overlap = Math.min(one.top, other.top) - Math.max(one.bottom, other.bottom);
  if (overlap < (MIN_LINES - 1) * one.size) return undefined;
  if (other.x - one.right < one.size * GAP) return undefined;
  return { middle: (one.right + other.x) / 2, lines: sides.left.length + sides.right.length };
}

function measureColumn(fragments: readonly Fragment[]) {
  if (fragments.length < MIN_LINES) return undefined;
  const x = Math.min(...fragments.map((one) => one.x));
  const right = Math.max(...fragments.map((one) => one.right));
  const ys = fragments.map((one) => one.y);
  const size = fragments[Math.floor(fragments.length / 2)]?.size ?? 1;
  const full = fragments.filter((one) => one.right - one.x >= (right - x) * FULL);
  return {
    x,
    right,
    size,
    top: Math.max(...ys),
    bottom: Math.min(...ys),
    isProse: right - x >= size * MIN_WIDTH && full.length >= fragments.length * MOST,
  };
}
