import type { DecodedInput, IngestWarning, StructureMark } from '../types.ts';
import { DecodeError } from './decode-error.ts';
import { readPdf } from './io/read-pdf.ts';
import { toLines, type PdfLine } from './pdf-lines.ts';

/** Lines this much larger than the body text are headings. */
const HEADING_RATIO = 1.15;
const HEADING_LENGTH = 60;
/** An indent (in ems) opens a paragraph; so does a line after one that ends this far (in ems) before the margin. */
const INDENT = 1.2;
const SHORT_LINE = 2;

interface PlacedLine extends PdfLine {
  readonly start: number;
  readonly end: number;
}

/**
 * Read a PDF with a text layer: lines as they are printed, with marks for pages, paragraphs (by indent and short lines)
 * and headings (by font size). Joining lines, running heads and radicals are left to the later stages.
 *
 * @param name - File name.
 * @param bytes - The file.
 * @throws {DecodeError} If it is a scan without text layer, encrypted or damaged.
 * @example
 * (await decodePdf('通知.pdf', bytes)).marks.filter((mark) => mark.kind === 'page-break').length; // pages − 1
 */
export async function decodePdf(name: string, bytes: Uint8Array): Promise<DecodedInput> {
  const pages = (await readPdf(bytes)).map(toLines);
  if (pages.every((lines) => lines.length === 0)) {
    throw new DecodeError(
      '是扫描件，没有文字层；请先做文字识别（OCR），另存为带文字的 PDF 或 docx',
    );
  }
  const { text, placed, breaks } = placeLines(pages);
  const body = findBodySize(placed.flat());
  const marks: StructureMark[] = breaks.map((at) => ({ start: at, end: at, kind: 'page-break' }));
  for (const lines of placed) marks.push(...markParagraphs(lines));
  marks.push(...markHeadings(placed, body));
  return {
    name,
    format: 'pdf',
    encoding: 'utf-8',
    text,
    marks: marks.toSorted((one, other) => one.start - other.start || other.end - one.end),
    warnings: warnOfScans(pages, breaks),
  };
}

function placeLines(pages: readonly (readonly PdfLine[])[]) {
  const breaks: number[] = [];
  let length = 0;
  const placed = pages.map((lines, page) => {
    if (page > 0) breaks.push(length);
    return lines.map((line): PlacedLine => {
      const start = length;
      length += line.text.length + 1;
      return { ...line, start, end: start + line.text.length };
    });
  });
  const text = placed.map((lines) => lines.map((line) => `${line.text}\n`).join('')).join('');
  return { text, placed, breaks };
}

function findBodySize(lines: readonly PdfLine[]): number {
  const sizes = new Map<number, number>();
  for (const { size, text } of lines) sizes.set(size, (sizes.get(size) ?? 0) + text.length);
  return Array.from(sizes).toSorted((one, other) => other[1] - one[1])[0]?.[0] ?? 0;
}

/** Margins are those of the column: the lines from one jump upwards to the next. */
function markParagraphs(lines: readonly PlacedLine[]): StructureMark[] {
  const marks: StructureMark[] = [];
  let column: PlacedLine[] = [];
  lines.forEach((line, index) => {
    const last = lines[index - 1];
    if (last !== undefined && line.y > last.y + line.size) {
      marks.push(...markColumn(column));
      column = [];
    }
    column.push(line);
  });
  return [...marks, ...markColumn(column)];
}

function markColumn(lines: readonly PlacedLine[]): StructureMark[] {
  const body = findBodySize(lines);
  const left = Math.min(...lines.filter(({ size }) => size === body).map((line) => line.x));
  const right = findMargin(lines);
  const marks: { start: number; end: number; kind: 'paragraph' }[] = [];
  lines.forEach((line, index) => {
    const last = lines[index - 1];
    const open = marks.at(-1);
    const opens =
      last === undefined ||
      open === undefined ||
      last.size !== line.size ||
      line.x > left + line.size * INDENT ||
      last.right < right - line.size * SHORT_LINE;
    if (opens) marks.push({ start: line.start, end: line.end, kind: 'paragraph' });
    else open.end = line.end;
  });
  return marks;
}

/** Where most lines end, in points: a title or a table may reach beyond the column. */
function findMargin(lines: readonly PlacedLine[]): number {
  const ends = new Map<number, number>();
  for (const { right } of lines)
    ends.set(Math.round(right / 5), (ends.get(Math.round(right / 5)) ?? 0) + 1);
  const most = Array.from(ends).toSorted((one, other) => other[1] - one[1] || other[0] - one[0])[0];
  return most !== undefined && most[1] > 1
    ? most[0] * 5
    : Math.max(...lines.map((line) => line.right));
}

function markHeadings(pages: readonly (readonly PlacedLine[])[], body: number): StructureMark[] {
  const large = pages
    .flat()
    .filter((line) => line.size >= body * HEADING_RATIO && line.text.length <= HEADING_LENGTH);
  const sizes = Array.from(new Set(large.map((line) => line.size))).toSorted(
    (one, other) => other - one,
  );
  const marks: { start: number; end: number; kind: 'title' | 'heading'; level: number }[] = [];
  let last: PlacedLine | undefined;
  for (const line of large) {
    const open = marks.at(-1);
    // A heading of two lines has them one right after the other.
    if (open !== undefined && last?.size === line.size && last.end + 1 === line.start)
      open.end = line.end;
    else
      marks.push({
        start: line.start,
        end: line.end,
        kind: 'heading',
        level: sizes.indexOf(line.size) + 1,
      });
    last = line;
  }
  const first = marks[0];
  const isTitle =
    first !== undefined &&
    first.level === 1 &&
    (pages[0] ?? []).some((line) => line.start === first.start);
  // The largest print is the title only where it stands once.
  if (isTitle && marks.filter((mark) => mark.level === 1).length === 1) first.kind = 'title';
  return marks;
}

function warnOfScans(
  pages: readonly (readonly PdfLine[])[],
  breaks: readonly number[],
): IngestWarning[] {
  return pages.flatMap((lines, page) => {
    if (lines.length > 0) return [];
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
