/**
 * Whether a code unit belongs to a Han character: CJK unified ideographs (BMP), the iteration mark 々 and 〇.
 *
 * Surrogates of the supplementary planes answer `true` too, so that a scan by code units never cuts inside such a
 * character; emoji are the price, and no rule of ours turns on them.
 *
 * @param unit - A UTF-16 code unit.
 * @example
 * isHan('党'.charCodeAt(0)); // true
 * isHan('，'.charCodeAt(0)); // false
 */
export function isHan(unit: number): boolean {
  return (
    (unit >= 0x4e00 && unit <= 0x9fff) ||
    (unit >= 0x3400 && unit <= 0x4dbf) ||
    unit === 0x3005 ||
    unit === 0x3007 ||
    (unit >= 0xf900 && unit <= 0xfaff) ||
    (unit >= 0xd840 && unit <= 0xdfff)
  );
}

/**
 * How many Han characters stand in a text (code units, see {@link isHan}).
 *
 * @example
 * countHan('三会一课 3+1'); // 4
 */
export function countHan(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at += 1) if (isHan(text.charCodeAt(at))) count += 1;
  return count;
}
