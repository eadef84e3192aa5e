import type { InputFormat } from '../types.ts';
import { DecodeError } from './decode-error.ts';

/** Formats that are recognised only to say what they are and what to do about it. */
const REFUSED = [
  { magic: '\x89PNG', what: '图片（PNG）', mend: '请先做文字识别' },
  { magic: '\xff\xd8\xff', what: '图片（JPEG）', mend: '请先做文字识别' },
  { magic: 'GIF8', what: '图片（GIF）', mend: '请先做文字识别' },
  { magic: 'BM', what: '图片（BMP）', mend: '请先做文字识别', binary: true },
  { magic: 'II*\0', what: '图片（TIFF）', mend: '请先做文字识别' },
  { magic: 'MM\0*', what: '图片（TIFF）', mend: '请先做文字识别' },
  { magic: 'Rar!', what: '压缩包（RAR）', mend: '请先解压' },
  { magic: '7z\xbc\xaf', what: '压缩包（7z）', mend: '请先解压' },
  { magic: '\x1f\x8b', what: '压缩包（gzip）', mend: '请先解压' },
  { magic: '{\\rtf', what: 'RTF 文档', mend: '请用 Word 或 WPS 另存为 docx' },
  { magic: 'MIME-Version:', what: '网页归档（MHT）', mend: '请在浏览器中另存为 html' },
  { magic: 'From: <Saved', what: '网页归档（MHT）', mend: '请在浏览器中另存为 html' },
  { magic: '\x7fELF', what: '程序文件', mend: '请换成文档' },
  { magic: 'MZ', what: '程序文件', mend: '请换成文档', binary: true },
  { magic: 'CAJ', what: 'CAJ 文献', mend: '请在 CAJViewer 中另存为 pdf 或 txt', binary: true },
  { magic: 'HN\0\0', what: 'CAJ 文献', mend: '请在 CAJViewer 中另存为 pdf 或 txt' },
] as const;

/** What a ZIP container is, by a name in its directory. */
const ZIP_KINDS = [
  { entry: 'word/document.xml', format: 'docx' },
  { entry: 'xl/workbook.xml', refused: '是 Excel 表格，请另存为 docx 或 csv 文本' },
  { entry: 'ppt/presentation.xml', refused: '是演示文稿，请另存为 docx 或 pdf' },
  { entry: 'mimetypeapplication/vnd.oasis', refused: '是 OpenDocument 文档，请另存为 docx' },
  { entry: 'OFD.xml', refused: '是 OFD 版式文件，请用阅读器另存为 pdf 或 txt' },
] as const;

const OLE_MAGIC = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';
const ZIP_MAGIC = 'PK\x03\x04';
const HTML_OPENING =
  /^(?:\s|<!--[^]*?-->|<\?xml[^>]*>)*<(?:!doctype\s+html|html|head|body|meta|title)[\s>]/i;
const MARKDOWN_NAME = /\.(?:md|markdown)$/i;
const HTML_NAME = /\.(?:x?html?|shtml)$/i;

/**
 * Tell the format of a file by its first bytes, and by its name only where the bytes leave a choice.
 *
 * @param bytes - The whole file.
 * @param name - File name; its extension separates txt, md and fragments of html.
 * @throws {DecodeError} If the file is empty or of a kind that holds no text; the message says what to do.
 * @example
 * sniffFormat(new TextEncoder().encode('<!DOCTYPE html><p>党建'), '通知.doc'); // 'html'
 */
export function sniffFormat(bytes: Uint8Array, name: string): InputFormat {
  if (bytes.length === 0) throw new DecodeError('是空文件，请检查是否下载完整');
  const head = toLatin1(bytes.subarray(0, 4096));
  if (head.slice(0, 1024).includes('%PDF-')) return 'pdf';
  if (head.startsWith(OLE_MAGIC)) return 'doc';
  if (head.startsWith(ZIP_MAGIC)) return sniffZip(bytes);
  const refused = REFUSED.find(
    (row) => head.startsWith(row.magic) && (!('binary' in row) || head.includes('\0')),
  );
  if (refused !== undefined) throw new DecodeError(`是${refused.what}，${refused.mend}`);
  // UTF-16 puts a NUL beside every Latin letter, so tags are looked for without them.
  const opening = head.replaceAll('\0', '').replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '');
  if (HTML_OPENING.test(opening) || (HTML_NAME.test(name) && opening.includes('<'))) return 'html';
  return MARKDOWN_NAME.test(name) ? 'md' : 'txt';
}

function sniffZip(bytes: Uint8Array): InputFormat {
  // The directory stands at the end of a ZIP; the first entry's name at the start.
  const head = toLatin1(bytes.subarray(0, 4096));
  const tail = toLatin1(bytes.subarray(Math.max(0, bytes.length - 65_536)));
  const kind = ZIP_KINDS.find((row) => tail.includes(row.entry) || head.includes(row.entry));
  if (kind === undefined) throw new DecodeError('是压缩包（ZIP），请先解压');
  if ('refused' in kind) throw new DecodeError(kind.refused);
  return kind.format;
}

function toLatin1(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
}
