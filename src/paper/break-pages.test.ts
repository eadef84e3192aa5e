import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fillPage, type PageRange, type Piece } from './break-pages.ts';

/** Pieces of given heights under one another; a negative height is a heading. */
function stack(heights: readonly number[], repeatedHead = 0): Piece[] {
  let top = 0;
  return heights.map((height) => {
    const piece = { top, bottom: top + Math.abs(height), keepNext: height < 0, repeatedHead };
    top = piece.bottom;
    return piece;
  });
}

function cut(pieces: readonly Piece[], height: number): PageRange[] {
  const pages: PageRange[] = [];
  for (let start = 0; start < pieces.length;) {
    const end = fillPage(pieces, start, height);
    pages.push({ start, end });
    start = end;
  }
  return pages;
}

describe('cutting a form into pages', () => {
  const cases = [
    { name: 'fills the page', heights: [40, 40, 20, 10], ends: [3, 4] },
    { name: 'moves a heading to the next page', heights: [40, 40, -20, 30], ends: [2, 4] },
    { name: 'moves several headings', heights: [60, -20, -20, 30], ends: [1, 4] },
    { name: 'keeps headings that fill a page alone', heights: [-60, -60, 10], ends: [1, 3] },
    {
      name: 'gives a piece taller than the page its own page',
      heights: [10, 300, 10],
      ends: [1, 2, 3],
    },
    { name: 'leaves a heading at the very end', heights: [40, -20], ends: [2] },
  ];
  test.each(cases)('$name', ({ heights, ends }) => {
    expect(cut(stack(heights), 100).map((page) => page.end)).toEqual(ends);
  });

  test('counts the repeated table head on every page but that of the first row', () => {
    const [first, ...rows] = stack([30, 30, 30, 30, 30, 30], 20);
    const pieces = first ? [{ ...first, repeatedHead: 0 }, ...rows] : [];
    expect(cut(pieces, 100).map((page) => page.end)).toEqual([3, 5, 6]);
  });

  test('loses no piece, repeats none, and overfills a page only with a single piece', () => {
    const height = fc.integer({ min: -80, max: 150 }).filter((value) => value !== 0);
    fc.assert(
      fc.property(fc.array(height), (heights) => {
        const pieces = stack(heights);
        const pages = cut(pieces, 100);
        expect(pages.flatMap(({ start, end }) => pieces.slice(start, end))).toEqual(pieces);
        for (const { start, end } of pages) {
          const used = (pieces[end - 1]?.bottom ?? 0) - (pieces[start]?.top ?? 0);
          expect(used <= 100 || end === start + 1).toBe(true);
        }
      }),
    );
  });
});
