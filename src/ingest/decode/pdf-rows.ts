import type { PdfItem } from './pdf-lines.ts';

/** What stands on one height of a page. Points, y upwards. */
export interface PdfRow {
  readonly y: number;
  /** Size of its first piece. */
  readonly size: number;
  readonly runs: readonly PdfRun[];
}

/** Pieces of a row that stand together, from left to right. */
export interface PdfRun {
  readonly items: readonly PdfItem[];
  readonly x: number;
  readonly right: number;
}

/** Baselines that differ by less than this share of the size are one row. */
const SAME_ROW = 0.5;

/**
 * Put pieces of a page together by height, whatever their order in the file, and part each row where a gap is.
 *
 * @param items - Pieces of one page; those that hold only spaces are left out.
 * @param gap - Pieces this far apart (in ems) do not stand together.
 * @returns Rows from the top down.
 * @example
 * toRows([piece('项目', 72, 700), piece('分值', 300, 700)], 1)[0]?.runs.length; // 2
 */
export function toRows(items: readonly PdfItem[], gap: number): PdfRow[] {
  const rows: { y: number; size: number; items: PdfItem[] }[] = [];
  for (const item of items.toSorted((one, other) => other.y - one.y)) {
    if (item.str.trim() === '') continue;
    const row = rows.at(-1);
    const size = Math.max(item.fontSize, 1);
    if (row !== undefined && row.y - item.y < Math.max(row.size, size) * SAME_ROW)
      row.items.push(item);
    else rows.push({ y: item.y, size, items: [item] });
  }
  return rows.map(({ y, size, items: all }) => ({ y, size, runs: toRuns(all, size * gap) }));
}

function toRuns(items: readonly PdfItem[], gap: number): PdfRun[] {
  const runs: { items: PdfItem[]; x: number; right: number }[] = [];
  for (const item of items.toSorted((one, other) => one.x - other.x)) {
    const last = runs.at(-1);
    if (last !== undefined && item.x - last.right < gap) {
      last.items.push(item);
      last.right = Math.max(last.right, item.x + item.width);
    } else runs.push({ items: [item], x: item.x, right: item.x + item.width });
  }
  return runs;
}
