import { joinCell, type PdfTable } from './pdf-table.ts';
import type { PdfItem } from './pdf-lines.ts';
import { toRows, type PdfRow, type PdfRun } from './pdf-rows.ts';

/** Cells stand further apart than this (in ems). */
const GAP = 1;
/** A table without lines has to show at least this many rows with all their cells. */
const MIN_ROWS = 3;
/** Edges (or middles) within this distance (in ems) are in line. */
const IN_LINE = 0.6;
/** Rows further apart than this (in ems) belong to different things. */
const FAR = 4;
/** Cells of one column that only count: the hanging numbers of a list. */
const NUMBERING = /^(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]|[①-⑳•●◆■□▪·*—-])$/u;

/**
 * Find tables that have no lines, by the position of their text: three or more rows one below the other whose cells stand
 * in line, with empty bands between the columns.
 *
 * Lists with hanging numbers and tables of contents have that shape too and are left alone.
 *
 * @param items - Pieces of one page or column, in the order of the file.
 * @returns Tables from the top down, each with the pieces it holds.
 * @example
 * findAlignedTables(items)[0]?.table.rows[0]; // ['事项', '谁来办', '时限']
 */
export function findAlignedTables(
  items: readonly PdfItem[],
): { table: PdfTable; used: ReadonlySet<PdfItem> }[] {
  const rows = toRows(items, GAP);
  const found: { table: PdfTable; used: ReadonlySet<PdfItem> }[] = [];
  for (let from = 0; from < rows.length;) {
    const run = growTable(rows, from);
    const table = run === undefined ? undefined : toTable(run.rows, run.bands);
    if (run === undefined || table === undefined) {
      from += 1;
      continue;
    }
    const used = new Set(run.rows.flatMap(({ runs }) => runs.flatMap((run) => run.items)));
    found.push({ table, used });
    from += run.rows.length;
  }
  return found;
}

type Band = readonly [number, number];

/** The rows from one on that fit the columns of that row, and these columns. */
function growTable(
  rows: readonly PdfRow[],
  from: number,
): { rows: PdfRow[]; bands: Band[] } | undefined {
  const head = rows[from];
  if (head === undefined || head.runs.length < 2) return undefined;
  let bands: Band[] = head.runs.map(({ x, right }) => [x, right]);
  const taken = [head];
  for (const row of rows.slice(from + 1)) {
    const last = taken.at(-1) ?? head;
    if (last.y - row.y > last.size * FAR) break;
    const wider = widen(bands, row, head.size * GAP);
    if (wider === undefined) break;
    bands = wider;
    taken.push(row);
  }
  while ((taken.at(-1)?.runs.length ?? 2) < 2 && bandIndex(bands, taken.at(-1)?.runs[0]) === 0)
    taken.pop();
  const full = taken.filter((row) => row.runs.length === bands.length);
  return full.length >= MIN_ROWS && isInLine(full, bands.length, head.size)
    ? { rows: taken, bands }
    : undefined;
}

/** The bands with the cells of a row put in; undefined where a cell would fill the room between two of them. */
function widen(bands: readonly Band[], row: PdfRow, gap: number): Band[] | undefined {
  const wider = bands.map(([x, right]) => ({ x, right, isTaken: false }));
  for (const cell of row.runs) {
    const touched = wider.filter((band) => cell.x < band.right && cell.right > band.x);
    const [only] = touched;
    if (only === undefined || touched.length > 1 || only.isTaken) return undefined;
    only.x = Math.min(only.x, cell.x);
    only.right = Math.max(only.right, cell.right);
    only.isTaken = true;
  }
  const isParted = wider.every(
    (band, index) => index === 0 || band.x - (wider[index - 1]?.right ?? 0) >= gap,
  );
  return isParted ? wider.map(({ x, right }) => [x, right]) : undefined;
}

function bandIndex(bands: readonly Band[], cell: PdfRun | undefined): number {
  return cell === undefined
    ? -1
    : bands.findIndex(([x, right]) => cell.x < right && cell.right > x);
}

/** In each column most cells share their left edge, their middle or their right edge. */
function isInLine(rows: readonly PdfRow[], columns: number, size: number): boolean {
  return Array.from({ length: columns }, (_, column) =>
    rows.flatMap((row) => row.runs[column] ?? []),
  ).every((cells) =>
    [
      (cell: PdfRun) => cell.x,
      (cell: PdfRun) => cell.right,
      (cell: PdfRun) => (cell.x + cell.right) / 2,
    ].some((edge) => {
      const places = cells.map(edge).toSorted((one, other) => one - other);
      const middle = places[Math.floor(places.length / 2)] ?? 0;
      const near = places.filter((place) => Math.abs(place - middle) <= size * IN_LINE);
      return near.length >= Math.max(2, places.length * 0.6);
    }),
  );
}

function toTable(rows: readonly PdfRow[], bands: readonly Band[]): PdfTable | undefined {
  const grid: PdfItem[][][] = [];
  for (const row of rows) {
    const places = row.runs.map((cell) => bandIndex(bands, cell));
    const isContinued = grid.length > 0 && !places.includes(0) && places.length < bands.length - 1;
    if (!isContinued) grid.push(bands.map(() => []));
    row.runs.forEach((cell, index) => grid.at(-1)?.[places[index] ?? 0]?.push(...cell.items));
  }
  const texts = grid.map((cells) =>
    cells.map((items, column) => joinCell(items, bands[column]?.[1] ?? 0)),
  );
  if (isNumbering(texts) || isContents(texts)) return undefined;
  const [left = 0, right = 0] = [bands[0]?.[0], bands.at(-1)?.[1]];
  const { y = 0, size = 0 } = rows[0] ?? {};
  return { rows: texts, x: left, y: y + size, width: right - left };
}

function isNumbering(rows: readonly (readonly string[])[]): boolean {
  return rows.filter((row) => NUMBERING.test(row[0] ?? '')).length >= rows.length / 2;
}

/** Every row ends in a page number, and these never fall. */
function isContents(rows: readonly (readonly string[])[]): boolean {
  const pages = rows.map((row) => row.at(-1) ?? '');
  return (
    pages.every((page) => /^\d{1,4}$/.test(page)) &&
    pages.every((page, index) => index === 0 || Number(page) >= Number(pages[index - 1]))
  );
}
