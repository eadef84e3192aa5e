import type { ReviewRow } from './review-rows.ts';

/** A page holds about this much raw text (code units): a browser lays it out without a pause. */
const PAGE_TEXT = 40_000;
/** Nor more pieces than this, each an element of the page. */
const PAGE_PIECES = 4_000;

/**
 * Share rows out over pages, so that an article of 10 MB opens as fast as a short one.
 *
 * @returns At least one page, in order.
 * @example
 * paginateRows(rows).length; // 1 for 机关党建.txt of 20,000 characters
 */
export function paginateRows(rows: readonly ReviewRow[]): ReviewRow[][] {
  const pages: ReviewRow[][] = [[]];
  let text = 0;
  let pieces = 0;
  for (const row of rows) {
    const length = row.pieces.reduce(
      (sum, piece) => sum + piece.raw.length + piece.clean.length,
      0,
    );
    if ((text + length > PAGE_TEXT || pieces + row.pieces.length > PAGE_PIECES) && text > 0) {
      pages.push([]);
      text = 0;
      pieces = 0;
    }
    pages.at(-1)?.push(row);
    text += length;
    pieces += row.pieces.length;
  }
  return pages;
}
