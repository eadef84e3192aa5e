import { extractText, getDocumentProxy } from 'unpdf';
import { normaliseWithPositions } from '../../src/text/normalise.ts';

/** A PDF file as a test looks at it. */
export interface PrintedFile {
  /** Text of each page without white space, radicals and widths folded. */
  readonly pages: readonly string[];
  /** Size of the first page in points. */
  readonly size: readonly [width: number, height: number];
}

/**
 * Read a PDF page by page.
 *
 * @example
 * (await readPrinted(bytes)).pages[0]; // '会议记录核对清单(样例)…第1页共2页'
 */
export async function readPrinted(bytes: Uint8Array): Promise<PrintedFile> {
  const document = await getDocumentProxy(new Uint8Array(bytes));
  const { text } = await extractText(document, { mergePages: false });
  const [, , width = 0, height = 0] = (await document.getPage(1)).view;
  return { pages: text.map(squeeze), size: [width, height] };
}

/**
 * Fold what a PDF does to characters and drop white space, so that wording can be looked for.
 *
 * @example
 * squeeze('会 议⽣活'); // '会议生活'
 */
export function squeeze(text: string): string {
  return normaliseWithPositions(text).text.replace(/\s+/gu, '');
}
