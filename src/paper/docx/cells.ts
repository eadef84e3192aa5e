import {
  AlignmentType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import { FONTS } from './fonts.ts';
import { toTwips } from './page-setup.ts';

/** One paragraph of a cell. */
export interface CellLine {
  readonly text: string;
  /** Small type (小五) for basis and frequency. */
  readonly small?: boolean;
}

/** Width in millimetres, columns spanned, and type of a cell. */
export interface CellOptions {
  readonly mm: number;
  readonly span?: number;
  readonly bold?: boolean;
  readonly centre?: boolean;
  /** Keep the row on the page of the next one. */
  readonly keep?: boolean;
}

/** Cell margins in twips: about 1.2 mm at the sides, 0.7 mm above and below. */
const CELL_MARGINS = { top: 40, bottom: 40, left: 70, right: 70 };

/**
 * Make a table cell.
 *
 * @param lines - Paragraphs; none makes an empty cell, which still needs one paragraph for Word to accept it.
 * @example
 * makeCell([{ text: '会议通知提前发出' }, { text: '频次：每次会议', small: true }], { mm: 73 });
 */
export function makeCell(lines: readonly CellLine[], options: CellOptions): TableCell {
  const { mm, span, bold = false, centre = false, keep = false } = options;
  const shown = lines.length > 0 ? lines : [{ text: '' }];
  return new TableCell({
    width: { size: toTwips(mm), type: WidthType.DXA },
    ...(span !== undefined && span > 1 && { columnSpan: span }),
    margins: CELL_MARGINS,
    verticalAlign: bold || centre ? VerticalAlign.CENTER : VerticalAlign.TOP,
    children: shown.flatMap((line) => toParagraphs(line, { bold, centre, keep })),
  });
}

/**
 * Make the head row of a table; Word repeats it on every page.
 *
 * @example
 * makeHeadRow([{ heading: '序号', mm: 11 }, { heading: '检查内容', mm: 73 }]);
 */
export function makeHeadRow(
  columns: readonly { readonly heading: string; readonly mm: number }[],
): TableRow {
  return new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(({ heading, mm }) =>
      makeCell([{ text: heading }], { mm, bold: true, centre: true, keep: true }),
    ),
  });
}

/**
 * Make a row that is never cut in two.
 *
 * @param minMm - Smallest height in millimetres.
 * @example
 * makeRow([makeCell([{ text: '1' }], { mm: 11 })], 9); // 签到表的一行，高 9 毫米
 */
export function makeRow(cells: readonly TableCell[], minMm?: number): TableRow {
  return new TableRow({
    cantSplit: true,
    ...(minMm !== undefined && { height: { value: toTwips(minMm), rule: 'atLeast' } }),
    children: cells,
  });
}

/**
 * Make a table with fixed column widths.
 *
 * @param widths - Column widths in millimetres.
 * @example
 * makeTable([makeHeadRow(columns), ...rows], columns.map((column) => column.mm)); // “整改台账”
 */
export function makeTable(rows: readonly TableRow[], widths: readonly number[]): Table {
  return new Table({
    rows,
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, mm) => sum + toTwips(mm), 0), type: WidthType.DXA },
    columnWidths: widths.map((mm) => toTwips(mm)),
  });
}

function toParagraphs(
  { text, small = false }: CellLine,
  { bold, centre, keep }: { bold: boolean; centre: boolean; keep: boolean },
): Paragraph[] {
  // A line break typed by the reader is a new paragraph: a raw newline inside a run would print as a blank.
  return text.split('\n').map(
    (part) =>
      new Paragraph({
        alignment: centre ? AlignmentType.CENTER : AlignmentType.LEFT,
        keepNext: keep,
        children: [
          new TextRun({
            text: part,
            font: bold ? FONTS.hei : FONTS.song,
            size: small ? 18 : 21,
          }),
        ],
      }),
  );
}
