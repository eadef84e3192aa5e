import { DecodeError } from './decode-error.ts';
import { scoreChinese, type ChineseScore } from './score-chinese.ts';

/** Text with the encoding it was read in. */
export interface DecodedText {
  readonly text: string;
  /** WHATWG label, e.g. `gb18030`. */
  readonly encoding: string;
}

/** Bytes looked at when encodings are compared; enough to be sure, cheap for a file of any size. */
const SAMPLE_BYTES = 65_536;

/** A file with more broken characters than this share is not text in that encoding. */
const MAX_BROKEN = 0.02;

/** Real Chinese prose scores 0.5 to 0.9, bytes read wrongly below 0.15; lists of names lie between. */
const MIN_COMMON = 0.2;

/** Encodings tried where the bytes are not strict UTF-8; on a tie the earlier one wins. */
const CANDIDATES = ['gb18030', 'big5', 'utf-8', 'utf-16le', 'utf-16be'] as const;

const BOMS = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
] as const;

/**
 * Turn the bytes of a text file into characters: byte order mark, then strict UTF-8, then by evidence.
 *
 * GB18030 and Big5 accept nearly the same bytes, so all candidates are read and the one whose text looks most like
 * Chinese wins. A byte order mark is not part of the text. A few broken bytes become U+FFFD, they do not change the verdict.
 *
 * @param bytes - The whole file.
 * @param encoding - What the editor says the encoding is; then nothing is guessed.
 * @throws {DecodeError} If the bytes are no text, or no encoding gives readable Chinese.
 * @example
 * decodeTextBytes(new Uint8Array([0xb5, 0xb3, 0xbd, 0xa8])); // { text: '党建', encoding: 'gb18030' }
 */
export function decodeTextBytes(bytes: Uint8Array, encoding?: string): DecodedText {
  if (encoding !== undefined) return decodeAsTold(bytes, encoding);
  const bom = BOMS.find((mark) => mark.bytes.every((byte, index) => bytes[index] === byte));
  if (bom !== undefined)
    return checkReadable({ text: decodeLoose(bytes, bom.encoding), encoding: bom.encoding });
  const utf8 = decodeStrict(bytes, 'utf-8');
  // NUL in valid UTF-8 means UTF-16 of Latin text, or a binary file: let the evidence decide.
  if (utf8 !== undefined && !utf8.includes('\0'))
    return checkReadable({ text: utf8, encoding: 'utf-8' });
  const best = findBestEncoding(bytes);
  return { text: decodeLoose(bytes, best), encoding: best };
}

function decodeAsTold(bytes: Uint8Array, encoding: string): DecodedText {
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(encoding);
  } catch (cause) {
    const message = `不认识编码“${encoding}”，可用 utf-8、gb18030、big5、utf-16le、utf-16be`;
    throw new DecodeError(message, { cause });
  }
  const label = decoder.encoding === 'gbk' ? 'gb18030' : decoder.encoding;
  const text = decodeLoose(bytes, label);
  const score = scoreChinese(text.slice(0, SAMPLE_BYTES));
  if (isTooBroken(score, Math.min(text.length, SAMPLE_BYTES))) {
    throw new DecodeError(`按 ${label} 读不通（乱码太多），请换一个 --encoding`);
  }
  return { text, encoding: label };
}

function findBestEncoding(bytes: Uint8Array): string {
  const sample = cutSample(bytes);
  const rated = CANDIDATES.map((encoding) => {
    const text = decodeLoose(sample, encoding);
    const score = scoreChinese(text);
    return { encoding, score, usable: !isTooBroken(score, text.length) };
  }).filter((candidate) => candidate.usable && candidate.score.nonAscii > 0);
  const best = rated.reduce<(typeof rated)[number] | undefined>(
    (winner, candidate) =>
      winner === undefined || candidate.score.common > winner.score.common ? candidate : winner,
    undefined,
  );
  if (best !== undefined && best.score.common >= MIN_COMMON) return best.encoding;
  if (countNul(sample) > 0)
    throw new DecodeError('不是文本文件（含二进制数据），请先转成 txt、html、docx 或 pdf');
  throw new DecodeError('读不出文字编码，请用 --encoding 指明（如 gb18030、big5）');
}

function checkReadable(decoded: DecodedText): DecodedText {
  const sample = decoded.text.slice(0, SAMPLE_BYTES);
  if (isTooBroken(scoreChinese(sample), sample.length)) {
    throw new DecodeError('不是文本文件（含二进制数据），请先转成 txt、html、docx 或 pdf');
  }
  return decoded;
}

function isTooBroken(score: ChineseScore, length: number): boolean {
  // One broken place is forgiven in any file: a character of UTF-8 leaves up to three marks.
  return score.broken > Math.max(3, length * MAX_BROKEN);
}

/** The sample ends at a line feed where there is one, so that it does not end inside a character. */
function cutSample(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= SAMPLE_BYTES) return bytes;
  const end = bytes.lastIndexOf(0x0a, SAMPLE_BYTES);
  return bytes.subarray(0, end > SAMPLE_BYTES / 2 ? end - (end % 2) : SAMPLE_BYTES);
}

function countNul(bytes: Uint8Array): number {
  let count = 0;
  for (const byte of bytes) if (byte === 0) count += 1;
  return count;
}

function decodeStrict(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    // Not this encoding: that is the answer, not a failure.
    return undefined;
  }
}

function decodeLoose(bytes: Uint8Array, encoding: string): string {
  return new TextDecoder(encoding).decode(bytes);
}
