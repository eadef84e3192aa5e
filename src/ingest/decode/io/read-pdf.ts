import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { extractTextItems, getDocumentProxy } from 'unpdf';
import { DecodeError } from '../decode-error.ts';
import type { PdfItem } from '../pdf-lines.ts';

/** What pdf.js throws, by name, and what to tell the editor. */
const REFUSALS: Readonly<Record<string, string>> = {
  PasswordException: 'PDF 加了密码，请先取消密码再导入',
  InvalidPDFException: 'PDF 已损坏，打不开；请重新下载或另存一份',
  FormatError: 'PDF 已损坏，打不开；请重新下载或另存一份',
};

/**
 * Take the text of a PDF out of it, page by page, with positions.
 *
 * Older Chinese PDFs name their fonts without carrying them (GBK-EUC-H and the like); the tables of character codes
 * for these come with the package pdfjs-dist.
 *
 * @param bytes - The file; its memory is handed over to the reader.
 * @returns Pieces of text for each page, in the order of the file, positions in points from the lower left.
 * @throws {DecodeError} If the file is encrypted or damaged.
 * @example
 * (await readPdf(bytes)).length; // number of pages
 */
export async function readPdf(bytes: Uint8Array): Promise<PdfItem[][]> {
  const resources = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  try {
    const document = await getDocumentProxy(new Uint8Array(bytes), {
      cMapUrl: join(resources, 'cmaps') + sep,
      cMapPacked: true,
      standardFontDataUrl: join(resources, 'standard_fonts') + sep,
      verbosity: 0,
    });
    try {
      return (await extractTextItems(document)).items;
    } finally {
      await document.loadingTask.destroy();
    }
  } catch (cause) {
    const name = cause instanceof Error ? cause.name : '';
    throw new DecodeError(REFUSALS[name] ?? 'PDF 读不出来，请用阅读器另存一份再试', { cause });
  }
}
