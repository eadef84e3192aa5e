import { decodeTextBytes, type DecodedText } from './decode-text-bytes.ts';

/** Where browsers look for `<meta charset>`, in bytes; many sites put scripts before it, so we look further. */
const HEAD_BYTES = 8192;

const DECLARED = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)|<\?xml[^>]+encoding\s*=\s*["']([\w-]+)/i;

/**
 * Turn the bytes of a web page into characters: what the editor says, byte order mark, strict UTF-8, `<meta charset>`,
 * evidence. Strict UTF-8 stands before the declaration because pages are re-saved without changing it.
 *
 * @throws {DecodeError} If no encoding gives readable text.
 * @example
 * decodeHtmlBytes(bytesOf('<meta charset="gb2312"><p>党建')); // { text: …, encoding: 'gb18030' }
 */
export function decodeHtmlBytes(bytes: Uint8Array, encoding?: string): DecodedText {
  if (encoding !== undefined || isUtf8(bytes)) return decodeTextBytes(bytes, encoding);
  const found = DECLARED.exec(new TextDecoder('latin1').decode(bytes.subarray(0, HEAD_BYTES)));
  const declared = toSuperset(found?.[1] ?? found?.[2]);
  if (declared === undefined) return decodeTextBytes(bytes);
  const guessed = new TextDecoder(declared).decode(bytes);
  // A wrong declaration shows in characters that the encoding does not have.
  const broken = guessed.split('�').length - 1;
  return broken > 1 + guessed.length / 100
    ? decodeTextBytes(bytes)
    : decodeTextBytes(bytes, declared);
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    return !new TextDecoder('utf-8', { fatal: true }).decode(bytes).includes('\0');
  } catch {
    // Not UTF-8: that is the answer, not a failure.
    return false;
  }
}

/** GB2312 and GBK pages use characters of GB18030; unknown labels and UTF-8 (which it is not) are left to evidence. */
function toSuperset(label: string | undefined): string | undefined {
  const name = label?.toLowerCase();
  if (name === undefined) return undefined;
  if (['gb2312', 'gbk', 'gb18030', 'gb_2312-80', 'x-gbk'].includes(name)) return 'gb18030';
  return ['big5', 'big5-hkscs', 'utf-16', 'utf-16le', 'utf-16be'].includes(name) ? name : undefined;
}
