import type { Row } from 'write-excel-file/universal';
import { choicesOf } from '../columns.ts';
import { countAnswers } from '../count-answers.ts';
import { ledgerRows } from '../ledger-rows.ts';
import { localDay } from '../local-day.ts';
import { compareSheet, listItems, retiredItems, sumPoints, type Sheet } from '../sheet.ts';
import type { ResolvedChecklist } from '../types.ts';
import { bodyCell, headCell, titleRow, type WorkbookSheet } from './cells.ts';
import { answerLabel, headValue, toNumber } from './workbook.ts';

type Value = string | number;

/** A table of a workbook before it has a look. */
interface PlainTable {
  readonly name: string;
  readonly title: string;
  readonly columns: readonly { readonly heading: string; readonly width: number }[];
  readonly rows: readonly (readonly Value[])[];
}

const ITEM_COLUMNS = [
  { heading: '序号', width: 6 },
  { heading: '编号', width: 20 },
  { heading: '检查内容', width: 48 },
];
const ANSWERS = ['yes', 'no', 'na'] as const;

/**
 * Put the sheets of several units side by side in one workbook: every item with the answers of all sheets and their
 * counts, the points where there are scores, one list of everything that has to be mended, and the heads and feet of the
 * sheets.
 *
 * @param sheets - Sheets of this checklist, in the order of the columns.
 * @example
 * summaryWorkbook(checklist, sheets).map((sheet) => sheet.sheet); // ['汇总', '整改汇总', '各表情况']
 */
export function summaryWorkbook(
  checklist: ResolvedChecklist,
  sheets: readonly Sheet[],
): WorkbookSheet[] {
  return [
    answerTable(checklist, sheets),
    ...(checklist.totalScore === undefined ? [] : [pointsTable(checklist, sheets)]),
    ...(checklist.rectification ? [rectificationTable(checklist, sheets)] : []),
    sheetTable(checklist, sheets),
  ].map(layOut);
}

function answerTable(checklist: ResolvedChecklist, sheets: readonly Sheet[]): PlainTable {
  const labels = [...choicesOf(checklist.use).map(({ label }) => label), '未填'];
  const counts = sheets.map((sheet) => countAnswers(checklist, sheet.values));
  const rows = listItems(checklist).map(({ id, number, text }) => {
    const answers = sheets.map(({ values }) => values[`item.${id}.result`] ?? '');
    const tally = ANSWERS.map((answer) => answers.filter((one) => one === answer).length);
    const open = sheets.length - tally.reduce((sum, count) => sum + count, 0);
    return [number, id, text, ...answers.map((one) => answerLabel(checklist, one)), ...tally, open];
  });
  const sums = labels.map((label, at): Value[] => {
    const each = counts.map((count) => [count.yes, count.no, count.na, count.open][at] ?? 0);
    const total = each.reduce((sum, count) => sum + count, 0);
    return [
      '',
      '',
      `${label}（项）`,
      ...each,
      ...labels.map((_, row) => (row === at ? total : '')),
    ];
  });
  return {
    name: '汇总',
    title: `${checklist.title}汇总（${String(sheets.length)} 张表）`,
    columns: [
      ...ITEM_COLUMNS,
      ...sheetColumns(checklist, sheets),
      ...labels.map((label) => ({ heading: `${label}（张）`, width: 10 })),
    ],
    rows: [...rows, ...sums],
  };
}

function pointsTable(checklist: ResolvedChecklist, sheets: readonly Sheet[]): PlainTable {
  const rows = listItems(checklist).map(({ id, number, text, score }) => [
    number,
    id,
    text,
    score ?? '',
    ...sheets.map(({ values }) => toNumber(values[`item.${id}.points`] ?? '')),
  ]);
  const sums = sheets.map(({ values }) => sumPoints(checklist, values) ?? '');
  return {
    name: '得分',
    title: `${checklist.title}得分`,
    columns: [...ITEM_COLUMNS, { heading: '分值', width: 8 }, ...sheetColumns(checklist, sheets)],
    rows: [...rows, ['', '', '合计', checklist.totalScore ?? '', ...sums]],
  };
}

function rectificationTable(checklist: ResolvedChecklist, sheets: readonly Sheet[]): PlainTable {
  const headings = [
    { heading: '序号', width: 6 },
    { heading: '单位', width: 24 },
    { heading: '表名', width: 16 },
    { heading: '检查日期', width: 14 },
    { heading: '编号', width: 20 },
    { heading: '问题', width: 40 },
    { heading: '具体表现', width: 36 },
    { heading: '整改措施', width: 36 },
    { heading: '责任人', width: 10 },
    { heading: '完成时限', width: 12 },
    { heading: '备注', width: 16 },
  ];
  const rows = sheets.flatMap((sheet) =>
    ledgerRows(checklist, sheet.values).map((row) => [
      headValue(checklist, sheet, 'unit'),
      sheet.name,
      headValue(checklist, sheet, 'date'),
      row.item ?? '',
      row.problem,
      row.detail,
      row.measure,
      row.person,
      row.deadline,
      row.note,
    ]),
  );
  return {
    name: '整改汇总',
    title: `${checklist.title}整改汇总（${String(rows.length)} 条）`,
    columns: headings,
    rows: rows.map((row, at) => [at + 1, ...row]),
  };
}

/** One row a sheet: everything at its head and foot, its version, its counts, and what of it no longer fits. */
function sheetTable(checklist: ResolvedChecklist, sheets: readonly Sheet[]): PlainTable {
  const fields = [
    ...checklist.head.map(({ id, label }) => ({ key: `head.${id}`, label })),
    ...checklist.foot.map(({ id, label }) => ({ key: `foot.${id}`, label })),
  ];
  const labels = [...choicesOf(checklist.use).map(({ label }) => label), '未填'];
  const rows = sheets.map((sheet) => {
    const { yes, no, na, open } = countAnswers(checklist, sheet.values);
    const { reworded } = compareSheet(sheet, checklist);
    return [
      sheet.name,
      ...fields.map(({ key }) => sheet.values[key] ?? ''),
      yes,
      no,
      na,
      open,
      ...(checklist.totalScore === undefined ? [] : [sumPoints(checklist, sheet.values) ?? '']),
      sheet.version,
      localDay(sheet.updated),
      reworded.map(({ item }) => String(item.number)).join('、'),
      retiredItems(sheet, checklist)
        .map(({ text, result, note }) =>
          [text, answerLabel(checklist, result), note].filter((part) => part !== '').join('：'),
        )
        .join('\n'),
    ];
  });
  return {
    name: '各表情况',
    title: `${checklist.title}各表情况`,
    columns: [
      { heading: '表名', width: 18 },
      ...fields.map(({ label }) => ({ heading: label, width: 16 })),
      ...labels.map((label) => ({ heading: label, width: 8 })),
      ...(checklist.totalScore === undefined ? [] : [{ heading: '得分', width: 8 }]),
      { heading: '按哪版填写', width: 13 },
      { heading: '最后填写', width: 13 },
      { heading: '措辞已改的项', width: 16 },
      { heading: '已取消的项目所填', width: 30 },
    ],
    rows,
  };
}

/** Columns of the sheets: the unit where one is written, and the name that tells two sheets of one unit apart. */
function sheetColumns(
  checklist: ResolvedChecklist,
  sheets: readonly Sheet[],
): { heading: string; width: number }[] {
  return sheets.map((sheet) => {
    const unit = headValue(checklist, sheet, 'unit');
    return { heading: unit === '' ? sheet.name : `${unit}（${sheet.name}）`, width: 16 };
  });
}

function layOut({ name, title, columns, rows }: PlainTable): WorkbookSheet {
  return {
    sheet: name,
    orientation: 'landscape',
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: 2,
    data: [
      titleRow(title, columns.length),
      columns.map(({ heading }) => headCell(heading)),
      ...rows.map((row): Row => row.map((value) => bodyCell(value))),
    ],
  };
}
