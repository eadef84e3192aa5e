import type { DecodedInput, InputFormat } from '../types.ts';
import { DecodeError } from './decode-error.ts';
import { decodeTextBytes } from './decode-text-bytes.ts';
import { sniffFormat } from './sniff-format.ts';

/** One file as it lies on disk. */
export interface RawInput {
  /** File name without folders. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What the editor says the encoding of a text or HTML file is. */
  readonly encoding?: string | undefined;
}

type Decoder = (input: RawInput) => DecodedInput | Promise<DecodedInput>;

/** Above this size (bytes) a file is no article, and its text would not fit into one string. */
const MAX_BYTES = 200 * 1024 * 1024;

// Loaded when the first file of a format comes: the readers of Word and PDF take longer to load than most articles.
const DECODERS: Record<InputFormat, Decoder> = {
  txt: decodePlain,
  md: async ({ name, bytes, encoding }) =>
    (await import('./decode-markdown.ts')).decodeMarkdown(name, bytes, encoding),
  html: async ({ name, bytes, encoding }) =>
    (await import('./decode-html.ts')).decodeHtml(name, bytes, encoding),
  docx: async ({ name, bytes }) => (await import('./decode-docx.ts')).decodeDocx(name, bytes),
  doc: async ({ name, bytes }) => (await import('./decode-doc.ts')).decodeDoc(name, bytes),
  pdf: async ({ name, bytes }) => (await import('./decode-pdf.ts')).decodePdf(name, bytes),
};

/**
 * Read one file of any supported format into text with the structure its format states.
 *
 * @param input - Name and bytes; the format is told by the bytes first.
 * @throws {DecodeError} With one Chinese line for the editor if the file cannot be read.
 * @example
 * await decodeInput({ name: '通知.txt', bytes: new TextEncoder().encode('关于开展主题党日的通知') });
 */
export async function decodeInput(input: RawInput): Promise<DecodedInput> {
  if (input.bytes.length > MAX_BYTES) throw new DecodeError('超过 200 MB，请先拆成几份');
  const format = sniffFormat(input.bytes, input.name);
  const decoded = await DECODERS[format](input);
  if (!/[\p{L}\p{N}]/u.test(decoded.text)) throw new DecodeError('里面没有文字，请检查文件内容');
  return decoded;
}

function decodePlain({ name, bytes, encoding }: RawInput): DecodedInput {
  const decoded = decodeTextBytes(bytes, encoding);
  return { name, format: 'txt', ...decoded, marks: [] };
}
