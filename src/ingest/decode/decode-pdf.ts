import { renderTable } from '../emit/table-lines.ts';
import type { DecodedInput, IngestWarning, StructureMark } from '../types.ts';
import { endsSentence } from '../lines.ts';
import { readOrdinal } from '../outline/ordinals.ts';
import { DecodeError } from './decode-error.ts';
import { readPdf } from './io/read-pdf.ts';
import { toBlocks, type PdfBlock, type PdfTextBlock } from './pdf-blocks.ts';
import { readPage } from './pdf-page.ts';

/**
 * Read a PDF with a text layer: lines as they are printed, an empty line between paragraphs, with marks for pages,
 * furniture (running heads, page numbers), paragraphs, headings and tables. Joining lines and radicals are left to later stages.
 *
 * @param name - File name.
 * @param bytes - The file.
 * @throws {DecodeError} If it is a scan without text layer, encrypted or damaged.
 * @example
 * (await decodePdf('通知.pdf', bytes)).marks.filter((mark) => mark.kind === 'page-break').length; // pages − 1
 */
export async function decodePdf(name: string, bytes: Uint8Array): Promise<DecodedInput> {
  const pages = toBlocks((await readPdf(bytes)).map(readPage));
  if (pages.every((blocks) => blocks.length === 0)) {
    throw new DecodeError(
      '是扫描件，没有文字层；请先做文字识别（OCR），另存为带文字的 PDF 或 docx',
    );
  }
  const { text, marks, breaks } = placeBlocks(pages);
  return {
    name,
    format: 'pdf',
    encoding: 'utf-8',
    text,
    marks: marks.toSorted((one, other) => one.start - other.start || other.end - one.end),
    warnings: warnOfScans(pages, breaks),
  };
}

function placeBlocks(pages: readonly (readonly PdfBlock[])[]) {
  const headings = pages.flat().filter(isHeading);
  const sizes = levelsOf(headings);
  const title = findTitle(headings, pages[0] ?? []);
  const parts: string[] = [];
  const marks: StructureMark[] = [];
  const breaks: number[] = [];
  let length = 0;
  const add = (part: string) => {
    parts.push(part);
    length += part.length;
  };
  pages.forEach((blocks, page) => {
    if (page > 0) {
      breaks.push(length);
      marks.push({ start: length, end: length, kind: 'page-break' });
    }
    const last = blocks.findLast((block) => block.kind !== 'furniture');
    for (const [index, block] of blocks.entries()) {
      const start = length;
      if (block.kind === 'table') {
        const { rows } = block.table;
        add(rows.map((row) => row.join('\t')).join('\n'));
        marks.push({ start, end: length, kind: 'table', fixed: renderTable(rows) });
        add('\n\n');
        continue;
      }
      add(block.lines.map((line) => line.text).join('\n'));
      const end = length;
      add('\n');
      if (block.kind === 'heading') marks.push(...breaksOf({ ...block, isIndented: true }, start));
      if (block.kind === 'furniture') marks.push({ start, end: length, kind: 'chrome' });
      else if (block === title) marks.push({ start, end, kind: 'title', level: 1 });
      else if (block.kind === 'heading')
        marks.push({ start, end, kind: 'heading', level: sizes.get(sizeOf(block)) ?? 1 });
      else marks.push({ start, end, kind: 'paragraph' }, ...breaksOf(block, start));
      // An empty line tells later stages that the paragraph is over; one that the page or the column cuts goes on.
      const goesOn = block === last || isContinuation(blocks[index + 1]);
      if (block.kind !== 'furniture' && !(block.isOpen && goesOn)) add('\n');
    }
  });
  return { text: parts.join(''), marks, breaks };
}

function isContinuation(block: PdfBlock | undefined): boolean {
  return block?.kind === 'paragraph' && !block.isIndented;
}

/**
 * The line breaks inside a paragraph that are the page's for certain: all of them where the first line is indented and
 * the others are not, otherwise those inside a sentence.
 */
function breaksOf({ lines, isIndented }: PdfTextBlock, start: number): StructureMark[] {
  const marks: StructureMark[] = [];
  let at = start;
  lines.forEach((line, index) => {
    at += line.text.length;
    const next = lines[index + 1];
    if (next === undefined) return;
    const isInside = !endsSentence(line.text) && readOrdinal(next.text) === undefined;
    const fixed = /[A-Za-z,;]$/u.test(line.text) && /^[A-Za-z]/u.test(next.text) ? ' ' : '';
    if (isIndented || isInside) marks.push({ start: at, end: at + 1, kind: 'markup', fixed });
    at += 1;
  });
  return marks;
}

function isHeading(block: PdfBlock): block is PdfTextBlock {
  return block.kind === 'heading';
}

/** Ranks of the sizes of print of headings, the largest first. */
function levelsOf(headings: readonly PdfTextBlock[]): Map<number, number> {
  return new Map(
    Array.from(new Set(headings.map(sizeOf)))
      .toSorted((one, other) => other - one)
      .map((size, index) => [size, index + 1]),
  );
}

/** The largest print is the title where it stands once, on the first page. */
function findTitle(
  headings: readonly PdfTextBlock[],
  firstPage: readonly PdfBlock[],
): PdfBlock | undefined {
  const largest = Math.max(...headings.map(sizeOf));
  const candidates = headings.filter((block) => sizeOf(block) === largest);
  const [only] = candidates;
  return candidates.length === 1 && only !== undefined && firstPage.includes(only)
    ? only
    : undefined;
}

function sizeOf(block: PdfTextBlock): number {
  return block.lines[0]?.size ?? 0;
}

function warnOfScans(
  pages: readonly (readonly PdfBlock[])[],
  breaks: readonly number[],
): IngestWarning[] {
  return pages.flatMap((blocks, page) => {
    if (blocks.length > 0) return [];
    const at = page === 0 ? 0 : (breaks[page - 1] ?? 0);
    return [
      {
        rule: 'no-text-page',
        start: at,
        end: at,
        message: `第 ${page + 1} 页没有文字（空白页或扫描图），未读入`,
      },
    ];
  });
}
