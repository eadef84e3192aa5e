import type { Heading } from './find-headings.ts';

/**
 * Give headings their levels, from 1: a style that ranks deeper opens a level below, a style of the same or higher rank
 * closes what is open. Levels never skip, whatever styles an article leaves out; 引言 and 结语 are always level 1.
 *
 * @returns Levels in the order of the headings.
 * @example
 * levelsOf([chinese, bracket, bracket, chinese]); // [1, 2, 2, 1] for 一、（一）（二）二、
 */
export function levelsOf(headings: readonly Heading[]): number[] {
  const open: number[] = [];
  return headings.map(({ rank, depth }) => {
    if (rank < 0) {
      open.length = 0;
      return 1;
    }
    const weight = rank + (depth - 1) * 0.5;
    while (open.length > 0 && (open.at(-1) ?? 0) >= weight) open.pop();
    open.push(weight);
    return open.length;
  });
}
