import { RUN } from './fingerprints.ts';

/** A run of code units that two texts share: [start, end) in the first and the second. */
export interface CommonRun {
  readonly left: readonly [number, number];
  readonly right: readonly [number, number];
}

/**
 * Widen seeds into the longest common runs around them.
 *
 * @param left - One text.
 * @param right - The other.
 * @param seeds - Places where equal fingerprints stand; chance collisions of hashes give nothing.
 * @returns Runs of at least {@link RUN} code units, in the order of the seeds, none twice.
 * @example
 * const run = '机关党建工作'.repeat(5); // 30 code units
 * findCommonRuns(run, `各级党组织${run}`, [[0, 5]]); // [{ left: [0, 30], right: [5, 35] }]
 */
export function findCommonRuns(
  left: string,
  right: string,
  seeds: readonly (readonly [number, number])[],
): CommonRun[] {
  const runs: CommonRun[] = [];
  /** On each diagonal, how far the last run reaches in the left text. */
  const reached = new Map<number, number>();
  for (const [p, q] of seeds) {
    const diagonal = p - q;
    if ((reached.get(diagonal) ?? -1) > p) continue;
    let before = 0;
    while (
      before < p &&
      before < q &&
      left.charCodeAt(p - before - 1) === right.charCodeAt(q - before - 1)
    )
      before += 1;
    let after = 0;
    while (
      p + after < left.length &&
      q + after < right.length &&
      left.charCodeAt(p + after) === right.charCodeAt(q + after)
    ) {
      after += 1;
    }
    reached.set(diagonal, p + after);
    const isWhole = after === left.length - p && after === right.length - q;
    if (before + after < RUN && !isWhole) continue;
    runs.push({ left: [p - before, p + after], right: [q - before, q + after] });
  }
  return runs;
}

/**
 * Join ranges that overlap or touch.
 *
 * @example
 * mergeRanges([[2, 6], [0, 4]]); // [[0, 6]]: 党建工作 and 机关党建 are the one passage 机关党建工作
 */
export function mergeRanges(ranges: readonly (readonly [number, number])[]): [number, number][] {
  const merged: [number, number][] = [];
  for (const [start, end] of ranges.toSorted((one, other) => one[0] - other[0])) {
    const last = merged.at(-1);
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}
