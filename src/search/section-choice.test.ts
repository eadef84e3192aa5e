import { describe, expect, test } from 'vitest';
import { chooseSections, type SectionOrder } from './section-choice.ts';

/** Sections 8 and 9 are lists of links; the lower number is the better one. */
const order: SectionOrder = {
  aside: (unit) => unit >= 8,
  score: () => 1,
  compare: (a, b) => Number(a >= 8) - Number(b >= 8) || a - b,
};

describe('chooseSections', () => {
  test.each([
    { why: 'one section holds all', holders: [[4, 7], [7]], together: true, units: [7] },
    { why: 'no section holds all', holders: [[4], [7]], together: false, units: [4, 7] },
    { why: 'a list of links holds it, too', holders: [[9, 3]], together: true, units: [3, 9] },
    { why: 'only a list of links holds it', holders: [[9]], together: true, units: [9] },
    {
      why: 'only a list of links holds all, other sections each word',
      holders: [
        [2, 9],
        [5, 9],
      ],
      together: true,
      units: [2, 5, 9],
    },
    {
      why: 'a word stands in lists of links only',
      holders: [[2, 9], [9]],
      together: true,
      units: [9],
    },
  ])('$why', ({ holders, together, units }) => {
    expect(chooseSections(holders, order)).toEqual({ together, units });
  });
});
