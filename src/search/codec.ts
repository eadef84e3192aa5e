/** Digits of the variable-length numbers: 5 bits each, least significant first; the upper half says “more follows”. */
const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const MORE = 32;

const VALUE_OF: readonly number[] = Array.from({ length: 128 }, (_, code) =>
  DIGITS.indexOf(String.fromCharCode(code)),
);

/**
 * Write a number ≥ 0 as characters that need no escaping in a script: one character below 32, two below 1024 …
 *
 * @throws RangeError when the number is negative, fractional or above 2^31.
 * @example
 * encodeNumber(40); // 'oB' (党建 stands 40 sections further on)
 */
export function encodeNumber(value: number): string {
  if (!Number.isInteger(value) || value < 0 || value > 0x7fffffff)
    throw new RangeError(`Cannot encode ${value}: expected a whole number from 0 to 2^31.`);
  let rest = value;
  let out = '';
  while (rest >= MORE) {
    out += DIGITS.charAt((rest & 31) | MORE);
    rest = Math.floor(rest / MORE);
  }
  return out + DIGITS.charAt(rest);
}

/**
 * Write a list of numbers, see {@link encodeNumber}.
 *
 * @example
 * encodeNumbers([0, 31, 32]); // 'Af' + 'gB' (三个数)
 */
export function encodeNumbers(values: Iterable<number>): string {
  let out = '';
  for (const value of values) out += encodeNumber(value);
  return out;
}

/**
 * Read what {@link encodeNumbers} wrote.
 *
 * @throws RangeError on any character it never writes.
 * @example
 * decodeNumbers('AfgB'); // [0, 31, 32] (“党建”的三个位置)
 */
export function decodeNumbers(text: string): number[] {
  const out: number[] = [];
  let value = 0;
  let scale = 1;
  for (let i = 0; i < text.length; i += 1) {
    const digit = VALUE_OF[text.charCodeAt(i)] ?? -1;
    if (digit < 0) throw new RangeError(`Unexpected “${text.charAt(i)}” at ${i} of a number list.`);
    value += (digit & 31) * scale;
    if (digit >= MORE) scale *= 32;
    else {
      out.push(value);
      value = 0;
      scale = 1;
    }
  }
  return out;
}

/**
 * Join sorted strings, each as the number of leading units it shares with the one before (at most 9) and the rest.
 *
 * @example
 * frontCode(['党建', '党支', '组织']); // '0党建\n1支\n0组织'
 */
export function frontCode(sorted: readonly string[]): string {
  let before = '';
  return sorted
    .map((term) => {
      let shared = 0;
      while (shared < 9 && shared < term.length && term[shared] === before[shared]) shared += 1;
      before = term;
      return `${shared}${term.slice(shared)}`;
    })
    .join('\n');
}

/**
 * Read what {@link frontCode} wrote.
 *
 * @example
 * frontDecode('0党建\n1支'); // ['党建', '党支']
 */
export function frontDecode(text: string): string[] {
  if (text === '') return [];
  let before = '';
  return text.split('\n').map((line) => {
    before = before.slice(0, line.charCodeAt(0) - 48) + line.slice(1);
    return before;
  });
}
