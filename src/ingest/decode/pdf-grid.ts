import type { PdfRule } from './pdf-rules.ts';

/** A table drawn with lines: where its rows and columns part, and which cells are one. Points, y upwards. */
export interface PdfGrid {
  /** Edges of the columns from left to right, one more than columns. */
  readonly xs: readonly number[];
  /** Edges of the rows from top to bottom, one more than rows. */
  readonly ys: readonly number[];
  /** For each cell (row by row) the cell at whose upper left it belongs; itself where nothing is merged. */
  readonly owners: readonly number[];
}

/** Ends and edges that lie this near (points) meet. */
const NEAR = 3;
/** A border parts two cells where it covers this share of their common side. */
const COVERS = 0.6;
/** Level lines that reach this far (points) beyond the outermost upright line close an open side of the table. */
const OPEN_SIDE = 12;
/** A drawing with more lines than this is a chart or a map. */
const MOST_RULES = 20_000;

/**
 * Find the tables that a page draws with lines: lines that touch each other and part an area into at least two rows and
 * two columns. Tables without lines at the left and right sides count too; a frame around text does not.
 *
 * @param rules - Lines of one page, from `readRules`.
 * @returns Grids in no particular order.
 * @example
 * findGrids(rules)[0]?.owners.length; // 6 for a table of 2 columns (项目, 分值) and 3 rows
 */
export function findGrids(rules: readonly PdfRule[]): PdfGrid[] {
  if (rules.length > MOST_RULES) return [];
  const level = rules.filter(({ y1, y2, x1, x2 }) => x2 - x1 > y2 - y1);
  const upright = rules.filter(({ y1, y2, x1, x2 }) => x2 - x1 <= y2 - y1);
  return groupTouching(mergeAlong(level, 'x'), mergeAlong(upright, 'y')).flatMap(toGrid);
}

/** Programs draw a border cell by cell: pieces in one line that meet are one. */
function mergeAlong(rules: readonly PdfRule[], axis: 'x' | 'y'): PdfRule[] {
  const across = (rule: PdfRule) => (axis === 'x' ? rule.y1 : rule.x1);
  const from = (rule: PdfRule) => (axis === 'x' ? rule.x1 : rule.y1);
  const to = (rule: PdfRule) => (axis === 'x' ? rule.x2 : rule.y2);
  const tracks = clusters(rules.map(across));
  const byTrack = new Map<number, PdfRule[]>();
  for (const rule of rules) {
    const track = nearest(tracks, across(rule));
    byTrack.set(track, [...(byTrack.get(track) ?? []), rule]);
  }
  return Array.from(byTrack).flatMap(([track, pieces]) => {
    const merged: { from: number; to: number }[] = [];
    for (const piece of pieces.toSorted((one, other) => from(one) - from(other))) {
      const last = merged.at(-1);
      if (last !== undefined && from(piece) <= last.to + NEAR)
        last.to = Math.max(last.to, to(piece));
      else merged.push({ from: from(piece), to: to(piece) });
    }
    return merged.map((run) =>
      axis === 'x'
        ? { x1: run.from, x2: run.to, y1: track, y2: track }
        : { x1: track, x2: track, y1: run.from, y2: run.to },
    );
  });
}

interface Group {
  readonly level: PdfRule[];
  readonly upright: PdfRule[];
}

function groupTouching(level: readonly PdfRule[], upright: readonly PdfRule[]): Group[] {
  const groups: Group[] = [];
  const free = { level: new Set(level), upright: new Set(upright) };
  for (const seed of upright) {
    if (!free.upright.delete(seed)) continue;
    const group: Group = { level: [], upright: [seed] };
    const queue = [seed];
    for (let rule = queue.pop(); rule !== undefined; rule = queue.pop()) {
      const side = rule.x1 === rule.x2 ? 'level' : 'upright';
      for (const other of free[side]) {
        if (!touches(rule, other)) continue;
        free[side].delete(other);
        group[side].push(other);
        queue.push(other);
      }
    }
    groups.push(group);
  }
  return groups;
}

function touches(one: PdfRule, other: PdfRule): boolean {
  return (
    one.x1 <= other.x2 + NEAR &&
    other.x1 <= one.x2 + NEAR &&
    one.y1 <= other.y2 + NEAR &&
    other.y1 <= one.y2 + NEAR
  );
}

function toGrid({ level, upright }: Group): PdfGrid[] {
  const ys = clusters(level.map(({ y1 }) => y1)).toReversed();
  const xs = clusters(upright.map(({ x1 }) => x1));
  const left = Math.min(...level.map(({ x1 }) => x1));
  const right = Math.max(...level.map(({ x2 }) => x2));
  const isOpenLeft = left < (xs[0] ?? 0) - OPEN_SIDE;
  const isOpenRight = right > (xs.at(-1) ?? 0) + OPEN_SIDE;
  if (isOpenLeft) xs.unshift(left);
  if (isOpenRight) xs.push(right);
  const columns = xs.length - 1;
  const rows = ys.length - 1;
  if (columns < 2 || rows < 2) return [];
  const owners = Array.from({ length: columns * rows }, (_, cell) => cell);
  const ownerOf = (cell: number): number => {
    const owner = owners[cell] ?? cell;
    return owner === cell ? cell : ownerOf(owner);
  };
  const join = (one: number, other: number) => {
    const [first, second] = [ownerOf(one), ownerOf(other)];
    owners[Math.max(first, second)] = Math.min(first, second);
  };
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const cell = row * columns + column;
      const [high = 0, low = 0] = [ys[row], ys[row + 1]];
      const [from = 0, to = 0] = [xs[column], xs[column + 1]];
      const isPartedRight = upright.some(
        (rule) =>
          Math.abs(rule.x1 - to) < NEAR &&
          Math.min(rule.y2, high) - Math.max(rule.y1, low) >= (high - low) * COVERS,
      );
      const isPartedBelow = level.some(
        (rule) =>
          Math.abs(rule.y1 - low) < NEAR &&
          Math.min(rule.x2, to) - Math.max(rule.x1, from) >= (to - from) * COVERS,
      );
      if (column < columns - 1 && !isPartedRight) join(cell, cell + 1);
      if (row < rows - 1 && !isPartedBelow) join(cell, cell + columns);
    }
  }
  const resolved = owners.map((_, cell) => ownerOf(cell));
  // Underlines that touch a frame part nothing: a table has two columns side by side in some row, and two rows.
  return new Set(resolved).size >= 3 ? [{ xs, ys, owners: resolved }] : [];
}

/** Values that lie near each other as one, in ascending order. */
function clusters(values: readonly number[]): number[] {
  const found: number[] = [];
  for (const value of values.toSorted((one, other) => one - other)) {
    const last = found.at(-1);
    if (last === undefined || value - last > NEAR) found.push(value);
  }
  return found;
}

function nearest(sorted: readonly number[], value: number): number {
  return sorted.findLast((one) => one <= value) ?? value;
}
