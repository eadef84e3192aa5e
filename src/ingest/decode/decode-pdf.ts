import type { DecodedInput, IngestWarning, StructureMark } from '../types.ts';
import { DecodeError } from './decode-error.ts';
import { readPdf } from './io/read-pdf.ts';
import { toBlocks, type PdfBlock } from './pdf-blocks.ts';
import { toLines } from './pdf-lines.ts';

/**
 * Read a PDF with a text layer: lines as they are printed, an empty line between paragraphs, with marks for pages,
 * furniture (running heads, page numbers), paragraphs and headings. Joining lines and radicals are left to later stages.
 *
 * @param name - File name.
 * @param bytes - The file.
 * @throws {DecodeError} If it is a scan without text layer, encrypted or damaged.
 * @example
 * (await decodePdf('通知.pdf', bytes)).marks.filter((mark) => mark.kind === 'page-break').length; // pages − 1
 */
export async function decodePdf(name: string, bytes: Uint8Array): Promise<DecodedInput> {
  const pages = toBlocks((await readPdf(bytes)).map(toLines));
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
  const sizes = levelsOf(pages.flat());
  const title = findTitle(pages);
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
    for (const block of blocks) {
      const start = length;
      add(block.lines.map((line) => line.text).join('\n'));
      const end = length;
      add('\n');
      if (block.kind === 'furniture') marks.push({ start, end: length, kind: 'chrome' });
      else if (block === title) marks.push({ start, end, kind: 'title', level: 1 });
      else if (block.kind === 'heading')
        marks.push({ start, end, kind: 'heading', level: sizes.get(sizeOf(block)) ?? 1 });
      else marks.push({ start, end, kind: 'paragraph' });
      // An empty line tells later stages that the paragraph is over; one that the page cuts goes on.
      if (block.kind !== 'furniture' && !(block === last && block.isOpen)) add('\n');
    }
  });
  return { text: parts.join(''), marks, breaks };
}

/** Ranks of the sizes of print of headings, the largest first. */
function levelsOf(blocks: readonly PdfBlock[]): Map<number, number> {
  const sizes = new Set(blocks.filter(({ kind }) => kind === 'heading').map(sizeOf));
  return new Map(
    Array.from(sizes)
      .toSorted((one, other) => other - one)
      .map((size, index) => [size, index + 1]),
  );
}

/** The largest print is the title where it stands once, on the first page. */
function findTitle(pages: readonly (readonly PdfBlock[])[]): PdfBlock | undefined {
  const headings = pages.flat().filter(({ kind }) => kind === 'heading');
  const largest = Math.max(...headings.map(sizeOf));
  const candidates = headings.filter((block) => sizeOf(block) === largest);
  const [only] = candidates;
  return candidates.length === 1 && only !== undefined && (pages[0] ?? []).includes(only)
    ? only
    : undefined;
}

function sizeOf(block: PdfBlock): number {
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
