import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { extractTextItems, getDocumentProxy, getResolvedPDFJS } from 'unpdf';
import { DecodeError } from '../decode-error.ts';
import type { PdfPage } from '../pdf-page.ts';
import { readRules, type PaintCodes, type PdfOperator } from '../pdf-rules.ts';

/** What pdf.js throws, by name, and what to tell the editor. */
const REFUSALS: Readonly<Record<string, string>> = {
  PasswordException: 'PDF 加了密码，请先取消密码再导入',
  InvalidPDFException: 'PDF 已损坏，打不开；请重新下载或另存一份',
  FormatError: 'PDF 已损坏，打不开；请重新下载或另存一份',
};

/** How pdf.js names the ways to paint a path. */
const STROKES = ['stroke', 'closeStroke', 'fillStroke', 'eoFillStroke', 'closeFillStroke'] as const;
const FILLS = ['fill', 'eoFill'] as const;

/**
 * Take the text of a PDF out of it, page by page, with positions, and the lines that the pages draw.
 *
 * Older Chinese PDFs name their fonts without carrying them (GBK-EUC-H and the like); the tables of character codes
 * for these come with the package pdfjs-dist.
 *
 * @param bytes - The file; its memory is handed over to the reader.
 * @returns Pieces of text and lines for each page, in the order of the file, positions in points from the lower left.
 * @throws {DecodeError} If the file is encrypted or damaged.
 * @example
 * (await readPdf(bytes)).length; // 12, the pages of 党支部工作手册.pdf
 */
export async function readPdf(bytes: Uint8Array): Promise<PdfPage[]> {
  const resources = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  try {
    const document = await getDocumentProxy(new Uint8Array(bytes), {
      cMapUrl: join(resources, 'cmaps') + sep,
      cMapPacked: true,
      standardFontDataUrl: join(resources, 'standard_fonts') + sep,
      verbosity: 0,
    });
    try {
      const { items } = await extractTextItems(document);
      const pages: PdfPage[] = [];
      // One page at a time: the operators of a page hold its pictures too.
      for (const [index, own] of items.entries())
        pages.push({
          items: own,
          rules: own.length === 0 ? [] : await rulesOf(document, index + 1),
        });
      return pages;
    } finally {
      await document.loadingTask.destroy();
    }
  } catch (cause) {
    const name = cause instanceof Error ? cause.name : '';
    throw new DecodeError(REFUSALS[name] ?? 'PDF 读不出来，请用阅读器另存一份再试', { cause });
  }
}

type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>;

async function rulesOf(document: PdfDocument, number: number) {
  const { OPS } = await getResolvedPDFJS();
  const names = new Map<number, string>(Object.entries(OPS).map(([name, code]) => [code, name]));
  const codes: PaintCodes = {
    stroke: new Set(STROKES.map((name) => OPS[name])),
    fill: new Set(FILLS.map((name) => OPS[name])),
  };
  const page = await document.getPage(number);
  const { fnArray, argsArray } = await page.getOperatorList();
  const operators = fnArray.map((code, index): PdfOperator => {
    const args: unknown = argsArray[index];
    return { name: names.get(code) ?? '', args };
  });
  page.cleanup();
  return readRules(operators, codes);
}
