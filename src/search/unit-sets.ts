/** Where a term stands: section numbers, ascending, and how it stands in each (`CLASS`). */
export interface Postings {
  readonly units: Int32Array;
  readonly classes: Uint8Array;
}

/** Postings of a term that stands in no section. */
export const NOWHERE: Postings = { units: new Int32Array(0), classes: new Uint8Array(0) };

/**
 * Sections that hold every term.
 *
 * @param lists - Ascending section numbers of each term (党建 in 1, 4, 9; 建业 in 4, 9); empty list of lists: nothing.
 * @example
 * intersect([Int32Array.of(1, 4, 9), Int32Array.of(4, 9)]); // Int32Array [4, 9] (“党建业”)
 */
export function intersect(lists: readonly Int32Array[]): Int32Array {
  const [shortest, ...others] = [...lists].sort((a, b) => a.length - b.length);
  if (shortest === undefined) return NOWHERE.units;
  return others.reduce(intersectTwo, shortest);
}

/** `few` is the shorter list; a list more than 16 times longer is searched, not walked. */
function intersectTwo(few: Int32Array, many: Int32Array): Int32Array {
  const out: number[] = [];
  const search = many.length > few.length * 16;
  let from = 0;
  for (const unit of few) {
    if (search) from = lowerBound(many, unit, from);
    else while (from < many.length && (many[from] ?? 0) < unit) from += 1;
    if (many[from] === unit) out.push(unit);
  }
  return Int32Array.from(out);
}

/**
 * First place at or after `from` whose value is not below `value`.
 *
 * @example
 * lowerBound(Int32Array.of(1, 4, 9), 5, 0); // 2 (第三处)
 */
export function lowerBound(sorted: Int32Array, value: number, from = 0): number {
  let low = from;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * One list from many, as if all terms were one (every pair that begins with 党): each section once, in its strongest
 * class.
 *
 * @param units - Number of sections of the index.
 * @example
 * merge([{ units: Int32Array.of(2), classes: Uint8Array.of(0) }], 5).units; // Int32Array [2] (“党…”)
 */
export function merge(lists: readonly Postings[], units: number): Postings {
  const [only] = lists;
  if (only !== undefined && lists.length === 1) return only;
  const strongest = new Uint8Array(units);
  let count = 0;
  for (const list of lists) {
    list.units.forEach((unit, i) => {
      const as = (list.classes[i] ?? 0) + 1;
      if (strongest[unit] === 0) count += 1;
      if (as > (strongest[unit] ?? 0)) strongest[unit] = as;
    });
  }
  const merged = { units: new Int32Array(count), classes: new Uint8Array(count) };
  let at = 0;
  strongest.forEach((as, unit) => {
    if (as === 0) return;
    merged.units[at] = unit;
    merged.classes[at] = as - 1;
    at += 1;
  });
  return merged;
}
