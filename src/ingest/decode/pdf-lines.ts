/** A piece of text as a PDF places it; positions in points, y upwards. */
export interface PdfItem {
  readonly str: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly fontSize: number;
}

/** A line of a page. */
export interface PdfLine {
  readonly text: string;
  readonly x: number;
  readonly right: number;
  readonly y: number;
  /** Font size of most of its characters, in points, rounded to halves. */
  readonly size: number;
}

/** Pieces whose baselines differ by less than this share of the font size stand on one line (superscripts). */
const SAME_LINE = 0.6;
/** A gap wider than this share of the font size separates words or columns. */
const WORD_GAP = 0.3;
const COLUMN_GAP = 1;
/** Word sets bullets in the fonts Symbol and Wingdings, whose characters a PDF gives from the private use area. */
const SYMBOL_BULLET = /^[\uf020-\uf0ff] ?/;
const HAN_OR_WIDE = /[\p{Script=Han}　-〿！-￯]/u;

/**
 * Put the pieces of a page together into lines, in the order in which the file draws them, which is the order of
 * reading also for pages with two columns.
 *
 * @param items - Pieces of one page.
 * @returns Lines that hold text; runs of spaces are one space.
 * @example
 * toLines([piece('党建', 72, 700), piece('工作', 96, 700)]).map((line) => line.text); // ['党建工作']
 */
export function toLines(items: readonly PdfItem[]): PdfLine[] {
  const lines: PdfItem[][] = [];
  let line: PdfItem[] = [];
  for (const item of items) {
    // Empty pieces only say that a line has ended, with a position that may be that of the next.
    if (item.str === '') continue;
    const last = line.at(-1);
    if (last !== undefined && !isSameLine(last, item)) {
      lines.push(line);
      line = [];
    }
    line.push(item);
  }
  lines.push(line);
  return lines.map(toLine).filter(({ text }) => text !== '');
}

function isSameLine(last: PdfItem, item: PdfItem): boolean {
  const size = Math.max(last.fontSize, item.fontSize, 1);
  return Math.abs(last.y - item.y) < size * SAME_LINE && item.x > last.x + last.width - size * 2;
}

function toLine(items: readonly PdfItem[]): PdfLine {
  let text = '';
  let right = items[0]?.x ?? 0;
  const sizes = new Map<number, number>();
  let isSpaced = false;
  for (const item of items) {
    if (item.str.trim() === '' && item.width < item.fontSize / 2) {
      // The narrow space that programs set between Han and digits is no text; between words it is.
      isSpaced = true;
      right = item.x + item.width;
      continue;
    }
    const gap = (item.x - right) / Math.max(item.fontSize, 1);
    const tight = HAN_OR_WIDE.test(text.slice(-1)) || HAN_OR_WIDE.test(item.str.slice(0, 1));
    if (text !== '' && (gap > (tight ? COLUMN_GAP : WORD_GAP) || (isSpaced && !tight))) text += ' ';
    isSpaced = false;
    text += item.str;
    right = item.x + item.width;
    const size = Math.round(item.fontSize * 2) / 2;
    if (item.str.trim() !== '') sizes.set(size, (sizes.get(size) ?? 0) + item.str.length);
  }
  const size = Array.from(sizes).toSorted((one, other) => other[1] - one[1])[0]?.[0] ?? 0;
  const first = items.find((item) => item.str.trim() !== '') ?? items[0];
  return {
    text: text.replace(/\s+/gu, ' ').trim().replace(SYMBOL_BULLET, '• '),
    x: first?.x ?? 0,
    right,
    y: first?.y ?? 0,
    size,
  };
}
