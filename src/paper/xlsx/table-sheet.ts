import type { Row } from 'write-excel-file/universal';
import type { BlankTable } from '../table-kinds.ts';
import { bodyCell, headCell, textRow, titleRow, withHeight, type WorkbookSheet } from './cells.ts';

/** What stands in a table that is not blank. */
export interface TableContent {
  /** What is written in the blanks above the table, by label. */
  readonly head: Readonly<Record<string, string>>;
  /** The written rows, by key of the column; 序号 is counted. */
  readonly rows: readonly Readonly<Record<string, string>>[];
}

/** Rows above the table: title, blanks, column heads. They stay in view while the rows scroll. */
const HEAD_ROWS = 3;
/** Rows left free below what is written. */
const SPARE_ROWS = 3;

/**
 * Lay out 签到表 or 整改台账 as a sheet of a workbook: blank, or with rows written in.
 *
 * @example
 * tableSheet(LEDGER).sheet; // '整改台账'
 */
export function tableSheet(table: BlankTable, content?: TableContent): WorkbookSheet {
  const columns = table.columns.map(({ mm }) => ({ width: Math.round(mm / 1.9) }));
  const size = {
    count: columns.length,
    width: columns.reduce((sum, { width }) => sum + width, 0),
  };
  const written = content?.rows ?? [];
  const total = Math.max(table.rows, written.length + (written.length > 0 ? SPARE_ROWS : 0));
  const rows = Array.from({ length: total }, (_, at): Row => {
    const own = written[at];
    return table.columns.map(({ key }) => {
      const cell =
        key === 'number'
          ? { ...bodyCell(at + 1), align: 'center' as const }
          : bodyCell(own?.[key] ?? '');
      // A fixed height is for handwriting; what is typed may need more.
      return own ? cell : withHeight(cell, table.rowMm);
    });
  });
  return {
    sheet: table.title,
    ...(table.orientation === 'landscape' && { orientation: 'landscape' }),
    columns,
    stickyRowsCount: HEAD_ROWS,
    data: [
      titleRow(table.title, size.count),
      textRow(fillBlanks(table.head, content?.head), size),
      table.columns.map(({ heading }) => headCell(heading)),
      ...rows,
      textRow(fillBlanks(table.foot), size),
    ],
  };
}

/**
 * Write blanks in one line, with what is known filled in.
 *
 * @example
 * fillBlanks(['单位', '日期'], { 单位: '机关第一党支部' }); // '单位：机关第一党支部　日期：＿＿＿＿＿＿'
 */
export function fillBlanks(
  labels: readonly string[],
  known: Readonly<Record<string, string>> = {},
): string {
  return labels.map((label) => `${label}：${known[label] || '＿＿＿＿＿＿'}`).join('　');
}
