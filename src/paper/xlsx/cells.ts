import type { Cell, Row, Sheet } from 'write-excel-file/universal';

/** A sheet of a workbook, as the library takes it; ours hold no pictures. */
export interface WorkbookSheet extends Sheet<never> {
  readonly columns: { width: number }[];
  /** Rows that stay in view on screen and stand on every page on paper. */
  readonly stickyRowsCount: number;
  /** Cells in which one of a few answers is chosen from a list: column from 0, rows from 1. */
  readonly choices?: {
    readonly column: number;
    readonly rows: readonly [first: number, last: number];
    readonly labels: readonly string[];
  };
}

type StyledCell = Exclude<Cell, string | number | boolean | Date | null | undefined>;

const BORDER = { borderStyle: 'thin', borderColor: '#000000' } as const;
/** Style of the heads of columns and of sums. */
export const HEAD = {
  ...BORDER,
  fontWeight: 'bold',
  align: 'center',
  alignVertical: 'center',
  wrap: true,
} as const;
/** Style of everything else in a table. */
export const BODY = { ...BORDER, wrap: true, alignVertical: 'top' } as const;
const TITLE = { fontWeight: 'bold', fontSize: 16, align: 'center' } as const;

/** Height of a line of text in points, with the default type of spreadsheet programs. */
export const LINE_POINTS = 16;

/**
 * Make a cell of a table; numbers stay numbers, so that they can be added up.
 *
 * @example
 * bodyCell('会议记录；签到表'); // { value: '会议记录；签到表', wrap: true, … }
 */
export function bodyCell(value: string | number | null): StyledCell {
  return { value: value ?? '', ...BODY };
}

/**
 * Make the head of a column.
 *
 * @example
 * headCell('佐证材料').fontWeight; // 'bold'
 */
export function headCell(value: string): StyledCell {
  return { value, ...HEAD };
}

/**
 * Make a row whose text runs over all columns of a table.
 *
 * @param count - Number of columns.
 * @example
 * wideRow({ value: '单位：＿＿＿＿＿＿' }, 9).length; // 9
 */
export function wideRow(cell: StyledCell, count: number): Row {
  return [{ ...cell, columnSpan: count }, ...Array<null>(count - 1).fill(null)];
}

/**
 * Make the row with the title of a sheet.
 *
 * @example
 * titleRow('整改台账', 9)[0]; // { value: '整改台账', fontSize: 16, …, columnSpan: 9 }
 */
export function titleRow(title: string, count: number): Row {
  return wideRow({ value: title, ...TITLE, height: 28 }, count);
}

/**
 * Make a row of running text over all columns, as high as the text needs: programs fit the height of a row to its
 * text, but not where cells are merged.
 *
 * @param width - Sum of the widths of the columns, in characters of one half em.
 * @example
 * textRow('清单版本 2026-11-22，共 40 项。', { count: 9, width: 150 }); // 一行高
 */
export function textRow(
  value: string,
  { count, width }: { readonly count: number; readonly width: number },
): Row {
  const lines = countLines(value, width);
  return wideRow({ value, wrap: true, alignVertical: 'top', height: lines * LINE_POINTS }, count);
}

/**
 * Count the lines that a text takes in a cell.
 *
 * @param width - Width of the cell in characters of one half em.
 * @example
 * countLines('党员大会每季度召开一次', 12); // 3
 */
export function countLines(text: string, width: number): number {
  return text
    .split('\n')
    .map((line) => Math.max(1, Math.ceil(halfEms(line) / Math.max(1, width - 1))))
    .reduce((sum, lines) => sum + lines, 0);
}

/** A Han character or full-width sign is a little over two digits wide in the type of spreadsheet programs. */
function halfEms(line: string): number {
  return [...line].reduce((sum, char) => sum + (char > '\u2e7f' ? 2.1 : 1.1), 0);
}

/**
 * Give a cell, and with it its row, a least height in millimetres.
 *
 * @example
 * withHeight(bodyCell(''), 9).height; // 26（签到表一行，磅）
 */
export function withHeight(cell: StyledCell, mm: number): StyledCell {
  return { ...cell, height: Math.round((mm * 72) / 25.4) };
}

/**
 * Name a column as spreadsheets do, from 0.
 *
 * @example
 * columnLetter(27); // 'AB'（第二十八栏）
 */
export function columnLetter(at: number): string {
  const letter = String.fromCharCode('A'.charCodeAt(0) + (at % 26));
  return at < 26 ? letter : `${columnLetter(Math.floor(at / 26) - 1)}${letter}`;
}
