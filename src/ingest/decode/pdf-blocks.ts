import type { PdfLine } from './pdf-lines.ts';
import { isTable, type PdfPiece } from './pdf-page.ts';
import type { PdfTable } from './pdf-table.ts';

/** What belongs together on a page. */
export type PdfBlock = PdfTextBlock | PdfTableBlock;

/** A block that is a table. */
export interface PdfTableBlock {
  readonly kind: 'table';
  readonly table: PdfTable;
}

/** A block of text: lines that belong together. */
export interface PdfTextBlock {
  readonly lines: readonly PdfLine[];
  /** Running heads, feet and page numbers are blocks of their own. */
  readonly kind: 'paragraph' | 'heading' | 'furniture';
  /** The paragraph fills its last line without ending a sentence: it may go on, on the next page. */
  readonly isOpen: boolean;
  /** Its first line is set in from the margin of the others. */
  readonly isIndented: boolean;
}

/** Lines this much larger than the body text are headings. */
const HEADING_RATIO = 1.15;
const HEADING_LENGTH = 60;
/** An indent (in ems) opens a paragraph; so does a line after one that ends this far (in ems) before the margin. */
const INDENT = 1.2;
const SHORT_LINE = 2;
/** Furniture returns on this share of the pages: heads may alternate between left and right pages. */
const RETURNS = 0.4;
const PAGE_NUMBER =
  /^(?:第\s*\d{1,4}\s*页(?:\s*[共/]\s*\d{1,4}\s*页?)?|[-—–·]?\s*\d{1,4}\s*[-—–·]?|\d{1,4}\s*\/\s*\d{1,4})$/u;

/**
 * Put the lines of each page together into blocks: furniture by its return at one place of the page, headings by the
 * size of print, paragraphs by indent and short lines.
 *
 * @param pages - Lines and tables of each page, in the order of reading.
 * @returns Blocks of each page, in the same order.
 * @example
 * toBlocks([lines]).flat().map((block) => block.kind); // ['furniture', 'heading'] of 党建研究 12, 一、总则
 */
export function toBlocks(pages: readonly (readonly PdfPiece[])[]): PdfBlock[][] {
  const lines = pages.map((pieces) => pieces.flatMap((piece) => (isTable(piece) ? [] : [piece])));
  const furniture = findFurniture(lines);
  const body = findBodySize(lines.flat().filter((line) => !furniture.has(line)));
  return pages.map((pieces) => blocksOf(pieces, furniture, body));
}

/**
 * The size of print of most characters, in points.
 *
 * @example
 * findBodySize(lines); // 12, where 一、总则 is set in 16 and its text in 12
 */
export function findBodySize(lines: readonly PdfLine[]): number {
  const sizes = new Map<number, number>();
  for (const { size, text } of lines) sizes.set(size, (sizes.get(size) ?? 0) + text.length);
  return Array.from(sizes).toSorted((one, other) => other[1] - one[1])[0]?.[0] ?? 0;
}

/** The outermost lines of pages that say the same (but for numbers) at the same height. */
function findFurniture(pages: readonly (readonly PdfLine[])[]): Set<PdfLine> {
  const places = new Map<string, PdfLine[]>();
  const furniture = new Set<PdfLine>();
  for (const lines of pages) {
    const byHeight = lines.toSorted((one, other) => other.y - one.y);
    for (const line of new Set([...byHeight.slice(0, 2), ...byHeight.slice(-2)])) {
      const key = `${line.text.replace(/\d+/g, '#')}@${Math.round(line.y / 3)}`;
      places.set(key, [...(places.get(key) ?? []), line]);
    }
    const last = byHeight.at(-1);
    if (last !== undefined && lines.length > 1 && PAGE_NUMBER.test(last.text)) furniture.add(last);
  }
  for (const group of places.values()) {
    if (group.length >= 2 && group.length >= pages.length * RETURNS)
      group.forEach((line) => furniture.add(line));
  }
  return furniture;
}

/** Margins are those of the column: the lines from one jump upwards to the next. */
function blocksOf(
  pieces: readonly PdfPiece[],
  furniture: ReadonlySet<PdfLine>,
  body: number,
): PdfBlock[] {
  const blocks: PdfBlock[] = [];
  let column: PdfLine[] = [];
  const closeColumn = () => {
    blocks.push(...cutColumn(column, body));
    column = [];
  };
  for (const line of pieces) {
    if (isTable(line)) {
      closeColumn();
      blocks.push({ kind: 'table', table: line });
      continue;
    }
    if (furniture.has(line)) {
      closeColumn();
      blocks.push({ lines: [line], kind: 'furniture', isOpen: false, isIndented: false });
      continue;
    }
    const last = column.at(-1);
    if (last !== undefined && line.y > last.y + line.size) closeColumn();
    column.push(line);
  }
  closeColumn();
  return blocks;
}

function cutColumn(lines: readonly PdfLine[], body: number): PdfTextBlock[] {
  const left = Math.min(
    ...lines.filter(({ size }) => size === findBodySize(lines)).map((line) => line.x),
  );
  const right = findMargin(lines);
  const isLarge = (line: PdfLine) =>
    line.size >= body * HEADING_RATIO && line.text.length <= HEADING_LENGTH;
  const isFull = (line: PdfLine) => line.right >= right - line.size * SHORT_LINE;
  const groups: PdfLine[][] = [];
  lines.forEach((line, index) => {
    const last = lines[index - 1];
    const opens =
      last === undefined ||
      last.size !== line.size ||
      // A heading of two lines has them one right below the other, centred or not.
      (isLarge(line)
        ? last.y - line.y > line.size * 2.2
        : line.x > left + line.size * INDENT || !isFull(last));
    if (opens) groups.push([line]);
    else groups.at(-1)?.push(line);
  });
  return groups.map((group) => {
    const [first, last] = [group[0], group.at(-1)];
    const isHeading = first !== undefined && isLarge(first);
    const isOpen =
      last !== undefined && !isHeading && isFull(last) && !/[。！？；：”]$/u.test(last.text);
    const isIndented = first !== undefined && first.x > left + first.size * INDENT;
    return { lines: group, kind: isHeading ? 'heading' : 'paragraph', isOpen, isIndented };
  });
}

/** Where most lines end, in points: a title or a table may reach beyond the column. */
function findMargin(lines: readonly PdfLine[]): number {
  const ends = new Map<number, number>();
  for (const { right } of lines)
    ends.set(Math.round(right / 5), (ends.get(Math.round(right / 5)) ?? 0) + 1);
  const most = Array.from(ends).toSorted((one, other) => other[1] - one[1] || other[0] - one[0])[0];
  return most !== undefined && most[1] > 1
    ? most[0] * 5
    : Math.max(...lines.map((line) => line.right));
}
