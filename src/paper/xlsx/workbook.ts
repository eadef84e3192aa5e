import type { Cell, Row, Sheet } from 'write-excel-file/node';
import { choicesOf } from '../columns.ts';
import { basisLine, basisOf, joinEvidence } from '../foot-note.ts';
import { listItems } from '../sheet.ts';
import { LEDGER, SIGN_IN, type BlankTable } from '../table-kinds.ts';
import type { ResolvedChecklist, ResolvedItem } from '../types.ts';

/** A column of the spreadsheet: one row an item, so that sheets of several units can be put under one another. */
interface SheetColumn {
  readonly heading: string;
  /** Width in characters. */
  readonly width: number;
  readonly value: (item: ResolvedItem, phase: string) => string | number | null;
}

type WorkbookSheet = Sheet<never>;

const GIVEN: readonly SheetColumn[] = [
  { heading: '序号', width: 6, value: (item) => item.number },
  { heading: '编号', width: 20, value: (item) => item.id },
  { heading: '部分', width: 12, value: (_item, phase) => phase },
  { heading: '检查内容', width: 48, value: (item) => item.text },
  { heading: '依据', width: 30, value: (item) => basisOf(item) ?? null },
  { heading: '频次或时限', width: 14, value: (item) => item.frequency ?? null },
  { heading: '佐证材料', width: 24, value: (item) => joinEvidence(item) || null },
  { heading: '编者标注', width: 10, value: (item) => item.editorial ?? null },
];

const SCORE: readonly SheetColumn[] = [
  { heading: '分值', width: 7, value: (item) => item.score ?? null },
  { heading: '得分', width: 7, value: () => null },
];

const PROCEDURE: readonly SheetColumn[] = [
  { heading: '完成日期', width: 12, value: () => null },
  { heading: '经办人', width: 10, value: () => null },
];

const ACTION: readonly SheetColumn[] = [
  { heading: '整改措施', width: 30, value: () => null },
  { heading: '责任人', width: 10, value: () => null },
  { heading: '完成时限', width: 12, value: () => null },
];

const BORDER = { borderStyle: 'thin', borderColor: '#000000' } as const;
const HEAD = { ...BORDER, fontWeight: 'bold', align: 'center', alignVertical: 'center' } as const;
const BODY = { ...BORDER, wrap: true, alignVertical: 'top' } as const;

/** Rows above the items: title, blanks, column heads. They stay in view while the items scroll. */
export const HEAD_ROWS = 3;

/**
 * Lay out a checklist as a workbook: the items, 整改台账, and for a meeting 签到表.
 *
 * @example
 * checklistWorkbook(checklist).map((sheet) => sheet.sheet); // ['清单', '整改台账', '签到表']
 */
export function checklistWorkbook(checklist: ResolvedChecklist): WorkbookSheet[] {
  return [
    itemSheet(checklist),
    ...(checklist.rectification ? [blankSheet(LEDGER)] : []),
    ...(checklist.use === '会议' ? [blankSheet(SIGN_IN)] : []),
  ];
}

/**
 * Lay out 签到表 or 整改台账 as a sheet of a workbook.
 *
 * @example
 * blankSheet(LEDGER).sheet; // '整改台账'
 */
export function blankSheet(table: BlankTable): WorkbookSheet {
  const count = table.columns.length;
  const rows = Array.from({ length: table.rows }, (_, at): Row =>
    table.columns.map(({ key }) =>
      key === 'number' ? { value: at + 1, ...BODY, align: 'center' } : { value: '', ...BODY },
    ),
  );
  return {
    sheet: table.title,
    ...(table.orientation === 'landscape' && { orientation: 'landscape' }),
    columns: table.columns.map(({ mm }) => ({ width: Math.round(mm / 1.9) })),
    stickyRowsCount: HEAD_ROWS,
    data: [
      wideRow({ value: table.title, fontWeight: 'bold', fontSize: 16, align: 'center' }, count),
      wideRow({ value: blanks(table.head) }, count),
      table.columns.map(({ heading }): Cell => ({ value: heading, ...HEAD })),
      ...rows.map((row) => row?.map((cell) => withHeight(cell, table.rowMm)) ?? null),
      wideRow({ value: blanks(table.foot) }, count),
    ],
  };
}

function itemSheet(checklist: ResolvedChecklist): WorkbookSheet {
  const columns = sheetColumns(checklist);
  const rows = checklist.phases.flatMap((phase) =>
    phase.items.map((item): Row =>
      columns.map((column) => {
        const value = column.value(item, phase.title);
        return value === null ? { value: '', ...BODY } : { value, ...BODY };
      }),
    ),
  );
  const labels = [...checklist.head, ...checklist.foot].map((field) => field.label);
  return {
    sheet: '清单',
    orientation: 'landscape',
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: HEAD_ROWS,
    data: [
      wideRow(
        { value: checklist.title, fontWeight: 'bold', fontSize: 16, align: 'center' },
        columns.length,
      ),
      wideRow({ value: blanks(labels), wrap: true, height: 32 }, columns.length),
      columns.map(({ heading }): Cell => ({ value: heading, ...HEAD })),
      ...rows,
      ...sumRow(checklist, columns),
      wideRow(
        {
          value: `${basisLine(checklist)}清单版本 ${checklist.version}，共 ${String(rows.length)} 项。`,
          wrap: true,
          height: 32,
        },
        columns.length,
      ),
    ],
  };
}

function sheetColumns(checklist: ResolvedChecklist): readonly SheetColumn[] {
  const choices = choicesOf(checklist.use)
    .map((choice) => choice.label)
    .join('/');
  return [
    ...GIVEN,
    { heading: `结果（${choices}）`, width: 20, value: () => null },
    ...(checklist.totalScore === undefined ? [] : SCORE),
    ...(checklist.use === '办理' ? PROCEDURE : []),
    { heading: '备注', width: 20, value: () => null },
    ...(checklist.rectification ? ACTION : []),
  ];
}

/** Sums of the scores and of the points given, as formulas that follow what is typed. */
function sumRow(checklist: ResolvedChecklist, columns: readonly SheetColumn[]): Row[] {
  if (checklist.totalScore === undefined) return [];
  const first = HEAD_ROWS + 1;
  const last = HEAD_ROWS + listItems(checklist).length;
  return [
    columns.map(({ heading }, at): Cell => {
      if (heading === '序号') return { value: '合计', ...HEAD };
      if (heading !== '分值' && heading !== '得分') return { value: '', ...BODY };
      const letter = columnLetter(at);
      const value = `=SUM(${letter}${String(first)}:${letter}${String(last)})`;
      return { type: 'Formula', value, ...HEAD };
    }),
  ];
}

/** Letter of a column, from 0; a checklist has far fewer than 26. */
function columnLetter(at: number): string {
  return String.fromCharCode('A'.charCodeAt(0) + at);
}

function blanks(labels: readonly string[]): string {
  return labels.map((label) => `${label}：＿＿＿＿＿＿`).join('　');
}

function wideRow(cell: Exclude<Cell, string | number | null | undefined>, count: number): Row {
  return [{ ...(cell as object), columnSpan: count }, ...Array<null>(count - 1).fill(null)];
}

function withHeight(cell: Cell, mm: number): Cell {
  if (typeof cell !== 'object' || cell === null || cell instanceof Date) return cell;
  return { ...cell, height: Math.round((mm * 72) / 25.4) };
}
