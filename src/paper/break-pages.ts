/** A piece of a part that must not be cut, as laid out in one endless column. */
export interface Piece {
  /** Distances from the top of the part to the upper and lower edge of the piece; any unit. */
  readonly top: number;
  readonly bottom: number;
  /** Never the last piece of a page: headings, table captions, the heading of a group of rows. */
  readonly keepNext: boolean;
  /** Height of the table head that is repeated when a page begins with this piece. */
  readonly repeatedHead: number;
}

/** Pieces `start` to `end` (exclusive) stand on one page. */
export interface PageRange {
  readonly start: number;
  readonly end: number;
}

/**
 * Find how many pieces fit on a page that begins with a given piece.
 *
 * At least one piece is taken, even one taller than the page.
 *
 * @param height - Height of the page in the unit of the pieces.
 * @returns Index after the last piece on the page.
 * @example
 * fillPage(pieces, 0, 900); // 12（第一页放得下前十二项）
 */
export function fillPage(pieces: readonly Piece[], start: number, height: number): number {
  const first = pieces[start];
  if (!first) return start;
  let end = start + 1;
  while (end < pieces.length) {
    const piece = pieces[end];
    if (!piece || piece.bottom - first.top + first.repeatedHead > height) break;
    end += 1;
  }
  return pullBack(pieces, start, end);
}

/**
 * Move the end of a page up so that no heading stands last; a page of headings only stays as it is.
 *
 * @example
 * pullBack(pieces, 0, 5); // 4（第五件是“会后”这样的小标题，移到下一页）
 */
export function pullBack(pieces: readonly Piece[], start: number, end: number): number {
  if (end >= pieces.length) return end;
  let kept = end;
  while (kept > start + 1 && pieces[kept - 1]?.keepNext) kept -= 1;
  return pieces[kept - 1]?.keepNext ? end : kept;
}
