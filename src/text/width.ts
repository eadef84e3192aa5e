/** Half-width marks that Chinese text writes in full width, as pairs half → full. */
const FULL_WIDTH: ReadonlyMap<string, string> = new Map([
  [',', '，'],
  [';', '；'],
  [':', '：'],
  ['?', '？'],
  ['!', '！'],
  ['(', '（'],
  [')', '）'],
]);

/**
 * The full-width form of a half-width punctuation mark; `undefined` for all that Chinese text keeps in half width
 * (the full stop of decimals, quotes, slashes, brackets of references).
 *
 * @example
 * fullWidthOf(','); // '，'
 * fullWidthOf('.'); // undefined（“3.5 小时”里的点不动）
 */
export function fullWidthOf(mark: string): string | undefined {
  return FULL_WIDTH.get(mark);
}

/**
 * Fold full-width ASCII (U+FF01–FF5E) and the ideographic space to plain ASCII. Length stays the same.
 *
 * @example
 * toHalfWidth('１＋Ｘ，（试行）'); // '1+X,(试行)'
 */
export function toHalfWidth(text: string): string {
  return text.replace(/[\uff01-\uff5e\u3000]/g, (char) =>
    char === '\u3000' ? ' ' : String.fromCharCode(char.charCodeAt(0) - 0xfee0),
  );
}
