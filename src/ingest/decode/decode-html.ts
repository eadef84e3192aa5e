import type { DecodedInput } from '../types.ts';
import { decodeHtmlBytes } from './decode-html-bytes.ts';
import { measurePage } from './html-density.ts';
import { findMainText } from './html-main-text.ts';
import { markHtml } from './html-marks.ts';
import { parseHtml } from './html-tree.ts';

/**
 * Read a web page: the text is its source, and the marks say which parts of it are the article.
 *
 * @param name - File name.
 * @param bytes - The page as it was saved.
 * @param encoding - What the editor says the encoding is.
 * @throws {DecodeError} If no encoding gives readable text.
 * @example
 * decodeHtml('通知.html', bytesOf('<title>通知</title><p>各支部：')).marks;
 */
export function decodeHtml(name: string, bytes: Uint8Array, encoding?: string): DecodedInput {
  const { text, encoding: found } = decodeHtmlBytes(bytes, encoding);
  const root = parseHtml(text);
  const page = measurePage(root);
  const marks = markHtml(text, root, findMainText(root, page), page.tables);
  return { name, format: 'html', encoding: found, text, marks };
}
