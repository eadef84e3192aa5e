/**
 * Write text in an encoding that Node only reads, by reading all its characters once.
 *
 * @param text - Characters that the encoding has.
 * @param encoding - `utf-8`, `utf-16le`, `utf-16be`, `gb18030` (two-byte part) or `big5`.
 * @throws {RangeError} If the encoding does not have a character.
 * @example
 * encodeWith('党', 'gb18030'); // Uint8Array [0xb5, 0xb3]
 */
export function encodeWith(text: string, encoding: string): Uint8Array<ArrayBuffer> {
  if (encoding === 'utf-8') return new TextEncoder().encode(text);
  if (encoding.startsWith('utf-16')) {
    const view = new DataView(new ArrayBuffer(text.length * 2));
    for (let at = 0; at < text.length; at += 1)
      view.setUint16(at * 2, text.charCodeAt(at), encoding === 'utf-16le');
    return new Uint8Array(view.buffer);
  }
  const table = readTable(encoding);
  const bytes = Array.from(text, (char) => {
    const code = char.codePointAt(0) ?? 0;
    const pair = code < 0x80 ? [code] : table.get(char);
    if (pair === undefined) throw new RangeError(`${encoding} has no ${char}`);
    return pair;
  });
  return Uint8Array.from(bytes.flat());
}

function readTable(encoding: string): Map<string, number[]> {
  const decoder = new TextDecoder(encoding);
  const table = new Map<string, number[]>();
  for (let high = 0x81; high <= 0xfe; high += 1) {
    for (let low = 0x40; low <= 0xfe; low += 1) {
      const char = decoder.decode(Uint8Array.from([high, low]));
      if (Array.from(char).length === 1 && char !== '\ufffd' && !table.has(char))
        table.set(char, [high, low]);
    }
  }
  return table;
}
