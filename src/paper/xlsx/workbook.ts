import type { Cell, Row } from 'write-excel-file/universal';
import { answeredKey } from '../answered-field.ts';
import { choicesOf } from '../columns.ts';
import { holdsProse } from '../field-rows.ts';
import { basisLine, basisOf, joinEvidence } from '../foot-note.ts';
import { ledgerRows } from '../ledger-rows.ts';
import { localDay } from '../local-day.ts';
import { listItems, retiredItems, type Sheet } from '../sheet.ts';
import { LEDGER, SIGN_IN } from '../table-kinds.ts';
import type { ResolvedChecklist, ResolvedItem } from '../types.ts';
import { bodyCell, columnLetter, HEAD, headCell, textRow, titleRow } from './cells.ts';
import type { WorkbookSheet } from './cells.ts';
import { fillBlanks, tableSheet } from './table-sheet.ts';

/** An item with what a sheet holds for it. */
interface FilledItem {
  readonly item: ResolvedItem;
  readonly phase: string;
  /** What is written for a part of the item: `result`, `note`, `measure` … */
  readonly written: (part: string) => string;
}

/** A column of the spreadsheet: one row an item, so that sheets of several units can be put under one another. */
interface ItemColumn {
  readonly heading: string;
  /** Width in characters. */
  readonly width: number;
  readonly value: (filled: FilledItem) => string | number | null;
}

const GIVEN: readonly ItemColumn[] = [
  { heading: '序号', width: 6, value: ({ item }) => item.number },
  { heading: '编号', width: 16, value: ({ item }) => item.id },
  { heading: '部分', width: 10, value: ({ phase }) => phase },
  { heading: '检查内容', width: 42, value: ({ item }) => item.text },
  { heading: '依据', width: 24, value: ({ item }) => basisOf(item) ?? null },
  { heading: '频次或时限', width: 12, value: ({ item }) => item.frequency ?? null },
  { heading: '佐证材料', width: 20, value: ({ item }) => joinEvidence(item) || null },
  { heading: '编者标注', width: 9, value: ({ item }) => item.editorial ?? null },
];

const SCORE: readonly ItemColumn[] = [
  { heading: '分值', width: 7, value: ({ item }) => item.score ?? null },
  { heading: '得分', width: 7, value: ({ written }) => toNumber(written('points')) },
];

const PROCEDURE: readonly ItemColumn[] = [
  { heading: '完成日期', width: 12, value: ({ written }) => written('date') },
  { heading: '经办人', width: 10, value: ({ written }) => written('handler') },
];

/** What 否 asks for; anything written under another answer is no part of the form as it stands. */
const ACTION: readonly ItemColumn[] = [
  { heading: '存在问题', width: 22, value: (filled) => whenNo(filled, 'problem') },
  { heading: '整改措施', width: 22, value: (filled) => whenNo(filled, 'measure') },
  { heading: '责任人', width: 10, value: (filled) => whenNo(filled, 'person') },
  { heading: '完成时限', width: 12, value: (filled) => whenNo(filled, 'deadline') },
];

/** Head of the column of answers begins with this. */
const RESULT = '结果';

/** Rows above the items: title, blanks, column heads. They stay in view while the items scroll. */
const HEAD_ROWS = 3;

/**
 * Lay out a checklist as a workbook, blank or with what a sheet holds: the items, 整改台账 with a row for every 否, for
 * a meeting 签到表, and the answers to items that have left the checklist.
 *
 * @example
 * checklistWorkbook(checklist).map((sheet) => sheet.sheet); // ['清单', '整改台账', '签到表']
 */
export function checklistWorkbook(checklist: ResolvedChecklist, sheet?: Sheet): WorkbookSheet[] {
  return [
    itemSheet(checklist, sheet),
    ...(checklist.rectification ? [ledgerSheet(checklist, sheet)] : []),
    ...(checklist.use === '会议' ? [tableSheet(SIGN_IN)] : []),
    ...(sheet ? retiredSheet(checklist, sheet) : []),
  ];
}

/**
 * Say an answer in the words of the form.
 *
 * @example
 * answerLabel(checklist, 'no'); // '否'（办理类清单为“未办”）
 */
export function answerLabel({ use }: ResolvedChecklist, result: string): string {
  return choicesOf(use).find(({ value }) => value === result)?.label ?? '';
}

/**
 * Read a number that was typed; anything else stays as it was written.
 *
 * @example
 * toNumber('2.5'); // 2.5（得分）
 */
export function toNumber(text: string): string | number {
  const value = Number(text);
  return text.trim() === '' || !Number.isFinite(value) ? text : value;
}

function itemSheet(checklist: ResolvedChecklist, sheet: Sheet | undefined): WorkbookSheet {
  const values = sheet?.values ?? {};
  const columns = itemColumns(checklist);
  const size = {
    count: columns.length,
    width: columns.reduce((sum, column) => sum + column.width, 0),
  };
  const rows = checklist.phases.flatMap(({ title, items }) =>
    items.map((item): Row => {
      const written = (part: string) => values[`item.${item.id}.${part}`] ?? '';
      return columns.map(({ value }) => bodyCell(value({ item, phase: title, written })));
    }),
  );
  const head = fillBlanks(
    checklist.head.map(({ label }) => label),
    labelled(checklist, 'head', values),
  );
  return {
    sheet: '清单',
    orientation: 'landscape',
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: HEAD_ROWS,
    choices: {
      column: columns.findIndex(({ heading }) => heading.startsWith(RESULT)),
      rows: [HEAD_ROWS + 1, HEAD_ROWS + rows.length],
      labels: choicesOf(checklist.use).map(({ label }) => label),
    },
    data: [
      titleRow(checklist.title, columns.length),
      textRow(head, size),
      columns.map(({ heading }) => headCell(heading)),
      ...rows,
      ...sumRow(checklist, columns),
      ...footLines(checklist, values).map((line) => textRow(line, size)),
      textRow(closingLine(checklist, sheet), size),
    ],
  };
}

function itemColumns(checklist: ResolvedChecklist): readonly ItemColumn[] {
  const choices = choicesOf(checklist.use)
    .map((choice) => choice.label)
    .join('/');
  return [
    ...GIVEN,
    {
      heading: `${RESULT}（${choices}）`,
      width: 12,
      value: ({ written }) => answerLabel(checklist, written('result')),
    },
    ...(checklist.totalScore === undefined ? [] : SCORE),
    ...(checklist.use === '办理' ? PROCEDURE : []),
    { heading: '备注', width: 18, value: ({ written }) => written('note') },
    ...(checklist.rectification ? ACTION : []),
  ];
}

/** Blanks at the foot: what takes sentences on a line of its own, signatures and dates together. */
function footLines(checklist: ResolvedChecklist, values: Sheet['values']): string[] {
  const known = labelled(checklist, 'foot', values);
  const prose = checklist.foot.filter((field) => holdsProse('foot', field));
  const others = checklist.foot.filter((field) => !holdsProse('foot', field));
  return [
    ...prose.map(({ label }) => fillBlanks([label], known)),
    fillBlanks(
      others.map(({ label }) => label),
      known,
    ),
  ].filter((line) => line !== '');
}

function closingLine(checklist: ResolvedChecklist, sheet: Sheet | undefined): string {
  const count = String(listItems(checklist).length);
  const made = sheet
    ? `本表“${sheet.name}”按 ${sheet.version} 版填写，最后填写于 ${localDay(sheet.updated)}。`
    : '';
  return `${basisLine(checklist)}清单版本 ${checklist.version}，共 ${count} 项。${made}`;
}

/** Sums of the scores and of the points given, as formulas that follow what is typed. */
function sumRow(checklist: ResolvedChecklist, columns: readonly ItemColumn[]): Row[] {
  if (checklist.totalScore === undefined) return [];
  const first = HEAD_ROWS + 1;
  const last = HEAD_ROWS + listItems(checklist).length;
  return [
    columns.map(({ heading }, at): Cell => {
      if (heading === '序号') return headCell('合计');
      if (heading !== '分值' && heading !== '得分') return bodyCell('');
      const letter = columnLetter(at);
      const value = `=SUM(${letter}${String(first)}:${letter}${String(last)})`;
      return { type: 'Formula', value, ...HEAD };
    }),
  ];
}

function ledgerSheet(checklist: ResolvedChecklist, sheet: Sheet | undefined): WorkbookSheet {
  if (!sheet) return tableSheet(LEDGER);
  return tableSheet(LEDGER, {
    head: {
      单位: headValue(checklist, sheet, 'unit'),
      检查事项: checklist.title,
      检查日期: headValue(checklist, sheet, 'date'),
    },
    rows: ledgerRows(checklist, sheet.values).map((row) => ({ ...row })),
  });
}

/**
 * Find what a sheet says at its head about the unit or the date.
 *
 * @returns An empty text where nothing is written or the form does not ask.
 * @example
 * headValue(checklist, sheet, 'unit'); // '机关第一党支部'
 */
export function headValue(
  { head }: ResolvedChecklist,
  { values }: Sheet,
  key: 'unit' | 'date',
): string {
  const field = head.find(({ label }) => answeredKey(label) === key);
  return field ? (values[`head.${field.id}`] ?? '') : '';
}

function retiredSheet(checklist: ResolvedChecklist, sheet: Sheet): WorkbookSheet[] {
  const items = retiredItems(sheet, checklist);
  if (items.length === 0) return [];
  const headings = ['编号', '项目', '结果', '所填内容'];
  return [
    {
      sheet: '已取消的项目',
      columns: [{ width: 20 }, { width: 60 }, { width: 10 }, { width: 50 }],
      stickyRowsCount: 1,
      data: [
        headings.map((heading) => headCell(heading)),
        ...items.map(({ id, text, result, note }): Row =>
          [id, text, answerLabel(checklist, result), note].map((value) => bodyCell(value)),
        ),
      ],
    },
  ];
}

function labelled(
  checklist: ResolvedChecklist,
  area: 'head' | 'foot',
  values: Sheet['values'],
): Record<string, string> {
  return Object.fromEntries(
    checklist[area].map(({ id, label }) => [label, values[`${area}.${id}`] ?? '']),
  );
}

function whenNo({ written }: FilledItem, part: string): string {
  return written('result') === 'no' ? written(part) : '';
}
