import { extractText, getDocumentProxy } from 'unpdf';
import { normaliseWithPositions } from '../../src/text/normalise.ts';

/** A PDF file as a test looks at it. */
export interface PrintedFile {
  /** Lines of each page from top to bottom, with the white space inside them dropped. */
  readonly lines: readonly (readonly string[])[];
  /** Titles of the outline's first level. */
  readonly outline: readonly string[];
  /** Whether the file is tagged for screen readers. */
  readonly tagged: boolean;
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
  const outline = (await document.getOutline()) as { title: string }[] | null;
  const lines: string[][] = [];
  for (let at = 1; at <= document.numPages; at += 1) {
    const { items } = await (await document.getPage(at)).getTextContent();
    lines.push(toLines(items.flatMap((item) => ('str' in item ? [item] : []))));
  }
  return {
    pages: text.map(squeeze),
    size: [width, height],
    lines,
    outline: (outline ?? []).map(({ title }) => title),
    tagged: (await document.getMarkInfo())?.Marked === true,
  };
}

/** Put pieces of text of one height together, from top to bottom. */
function toLines(items: readonly { str: string; transform: unknown[] }[]): string[] {
  const byHeight = new Map<number, string>();
  for (const { str, transform } of items) {
    const height = Math.round(Number(transform[5]));
    if (str.trim() !== '') byHeight.set(height, (byHeight.get(height) ?? '') + str);
  }
  return [...byHeight].sort(([a], [b]) => b - a).map(([, line]) => line.replace(/\s/gu, ''));
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
