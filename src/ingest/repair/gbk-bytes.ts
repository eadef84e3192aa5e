/**
 * The two-byte part of GB18030 both ways, without an encoder package: every pair 81–FE × 40–FE is decoded once with
 * the platform's decoder, which also knows the user-defined characters (U+E000–) that plain GBK tables lack.
 */
const { toChar, toPair } = readPairs();

/**
 * The bytes of a text in GB18030, for ASCII and two-byte characters; `undefined` where a character has neither.
 *
 * @example
 * gbkBytes('基h'); // [0xbb, 0xf9, 0x68]
 */
export function gbkBytes(text: string): number[] | undefined {
  const bytes: number[] = [];
  for (const char of text) {
    const code = char.charCodeAt(0);
    if (code < 0x80) {
      bytes.push(code);
      continue;
    }
    const pair = toPair.get(char);
    if (pair === undefined) return undefined;
    bytes.push(pair >> 8, pair & 0xff);
  }
  return bytes;
}

/**
 * The text of a run of GB18030 bytes; `undefined` where a pair is unassigned or cut.
 *
 * @example
 * gbkText([0xa1, 0xa3, 0xbb, 0xf9]); // '。基'
 */
export function gbkText(bytes: readonly number[]): string | undefined {
  let text = '';
  for (let at = 0; at < bytes.length; at += 1) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) {
      text += String.fromCharCode(lead);
      continue;
    }
    const trail = bytes[at + 1];
    const char = trail === undefined ? undefined : toChar.get((lead << 8) | trail);
    if (char === undefined) return undefined;
    text += char;
    at += 1;
  }
  return text;
}

function readPairs(): { toChar: ReadonlyMap<number, string>; toPair: ReadonlyMap<string, number> } {
  const pairs: number[] = [];
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1)
      if (trail !== 0x7f) pairs.push((lead << 8) | trail);
  }
  const bytes = Uint8Array.from(pairs.flatMap((pair) => [pair >> 8, pair & 0xff, 0x0a]));
  const lines = new TextDecoder('gb18030').decode(bytes).split('\n');
  const byPair = new Map<number, string>();
  const byChar = new Map<string, number>();
  pairs.forEach((pair, index) => {
    const char = lines[index];
    if (char?.length !== 1 || char === '\ufffd') return;
    byPair.set(pair, char);
    byChar.set(char, pair);
  });
  return { toChar: byPair, toPair: byChar };
}
