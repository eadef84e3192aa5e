/** A reproducible source of numbers in [0, 1). */
export type Random = () => number;

/**
 * Mulberry32: the same seed gives the same numbers on every machine.
 *
 * @example
 * const random = seeded(7); // 同一种子，同一语料
 */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * One of a list.
 *
 * @throws RangeError on an empty list.
 * @example
 * pick(random, ['党建', '业务']);
 */
export function pick<T>(random: Random, items: readonly T[]): T {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new RangeError('Cannot pick from an empty list.');
  return item;
}
