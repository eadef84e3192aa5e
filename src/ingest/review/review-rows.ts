import type { IngestWarning, LedgerRow } from '../types.ts';

/** A run of the input that one rule decided on, or a part of it. */
export interface ReviewPiece {
  readonly action: LedgerRow['action'];
  readonly rule: string;
  /** What stood there; of a very long removal only its two ends. */
  readonly raw: string;
  /** What stands in the clean text. */
  readonly clean: string;
  /** Where it starts in the decoded input. */
  readonly start: number;
  /** Code units left out of `raw`. */
  readonly hidden: number;
  /** Indexes of the warnings that cover it; the first piece of each carries its anchor. */
  readonly warnings: readonly number[];
}

/** One line of the review page: about a paragraph, the raw text beside the clean one. */
export interface ReviewRow {
  readonly pieces: readonly ReviewPiece[];
  /** Where the row starts in the clean text. */
  readonly cleanStart: number;
}

/** A row is cut at this length (code units), so that a text without line breaks can be shown. */
const LONGEST_ROW = 3000;

/** Of a longer removal (code units) only the ends are shown: other articles of a compilation, link farms. */
const LONGEST_REMOVAL = 400;
const SHOWN_END = 60;

/**
 * Lay out a ledger as rows: a new row begins after each line break of the clean text.
 *
 * Raw text stands in the order of the input. Work and memory are linear in the ledger.
 *
 * @param ledger - All rows, in order.
 * @param warnings - Their ranges get pieces of their own where the text was kept.
 * @example
 * toReviewRows([keep(0, 4, '一、总则')], []).length; // 1
 */
export function toReviewRows(
  ledger: readonly LedgerRow[],
  warnings: readonly IngestWarning[],
): ReviewRow[] {
  const bounds = warnings
    .flatMap(({ start, end }) => [start, end])
    .toSorted((one, other) => one - other);
  const covering = coverOf(warnings);
  const rows: ReviewRow[] = [];
  let pieces: ReviewPiece[] = [];
  let clean = 0;
  let cleanStart = 0;
  let length = 0;
  const closeRow = () => {
    if (pieces.length > 0) rows.push({ pieces, cleanStart });
    pieces = [];
    cleanStart = clean;
    length = 0;
  };
  for (const row of ledger) {
    for (const piece of cutRow(row, bounds)) {
      pieces.push({
        ...piece,
        warnings: covering(piece.start, piece.start + piece.raw.length + piece.hidden),
      });
      clean += piece.clean.length;
      length += piece.raw.length;
      if (piece.clean.endsWith('\n') || length > LONGEST_ROW) closeRow();
    }
  }
  closeRow();
  return rows;
}

type BarePiece = Omit<ReviewPiece, 'warnings'>;

function cutRow(row: LedgerRow, bounds: readonly number[]): BarePiece[] {
  const { action, rule, start } = row;
  if (action === 'replace')
    return [{ action, rule, raw: row.raw, clean: row.fixed ?? '', start, hidden: 0 }];
  if (action === 'remove' && row.raw.length > LONGEST_REMOVAL) {
    const raw = row.raw.slice(0, SHOWN_END) + row.raw.slice(-SHOWN_END);
    return [{ action, rule, raw, clean: '', start, hidden: row.raw.length - raw.length }];
  }
  return cutsOf(row, bounds).map(([from, to]) => {
    const raw = row.raw.slice(from, to);
    return {
      action,
      rule,
      raw,
      clean: action === 'keep' ? raw : '',
      start: start + from,
      hidden: 0,
    };
  });
}

/** Cuts after line breaks of kept text, at the ends of warnings, and where a part would be too long. */
function cutsOf(row: LedgerRow, bounds: readonly number[]): [number, number][] {
  const points = new Set([row.raw.length]);
  for (let at = lowerBound(bounds, row.start + 1); at < bounds.length; at += 1) {
    const point = (bounds[at] ?? row.end) - row.start;
    if (point >= row.raw.length) break;
    points.add(point);
  }
  if (row.action === 'keep') {
    for (let at = row.raw.indexOf('\n'); at >= 0; at = row.raw.indexOf('\n', at + 1))
      points.add(at + 1);
  }
  const cuts: [number, number][] = [];
  let from = 0;
  for (const point of Array.from(points).toSorted((one, other) => one - other)) {
    for (; point - from > LONGEST_ROW; from += LONGEST_ROW) cuts.push([from, from + LONGEST_ROW]);
    if (point > from) cuts.push([from, point]);
    from = point;
  }
  return cuts;
}

/** Finds the warnings that touch a range; a warning without length touches the piece it stands before. */
function coverOf(warnings: readonly IngestWarning[]): (start: number, end: number) => number[] {
  const order = warnings
    .map((warning, index) => ({
      start: warning.start,
      end: Math.max(warning.end, warning.start + 1),
      index,
    }))
    .toSorted((one, other) => one.start - other.start);
  let next = 0;
  let open: typeof order = [];
  return (start, end) => {
    for (; next < order.length && (order[next]?.start ?? Infinity) < end; next += 1)
      open.push(...order.slice(next, next + 1));
    open = open.filter((warning) => warning.end > start);
    return open.map(({ index }) => index);
  };
}

function lowerBound(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? Infinity) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
