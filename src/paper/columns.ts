import type { ResolvedChecklist } from './types.ts';

/** What a column of the item table holds. */
export type ColumnKey =
  | 'number'
  | 'text'
  | 'frequency'
  | 'evidence'
  | 'result'
  | 'score'
  | 'points'
  | 'date'
  | 'handler'
  | 'note';

/** A column of the item table in every medium. */
export interface Column {
  readonly key: ColumnKey;
  readonly heading: string;
  /** Width in millimetres; the `text` column takes what is left. */
  readonly mm: number;
}

/** How the answer to an item is put: value in a saved sheet, and what the reader ticks. */
export interface ResultChoice {
  readonly value: 'yes' | 'no' | 'na';
  readonly label: string;
}

const JUDGED: readonly ResultChoice[] = [
  { value: 'yes', label: '是' },
  { value: 'no', label: '否' },
  { value: 'na', label: '不适用' },
];

const DONE: readonly ResultChoice[] = [
  { value: 'yes', label: '已办' },
  { value: 'no', label: '未办' },
  { value: 'na', label: '不适用' },
];

const COLUMNS: Record<ColumnKey, Column> = {
  number: { key: 'number', heading: '序号', mm: 11 },
  text: { key: 'text', heading: '检查内容', mm: 0 },
  frequency: { key: 'frequency', heading: '时限', mm: 26 },
  evidence: { key: 'evidence', heading: '佐证材料', mm: 32 },
  result: { key: 'result', heading: '结果', mm: 25 },
  score: { key: 'score', heading: '分值', mm: 12 },
  points: { key: 'points', heading: '得分', mm: 14 },
  date: { key: 'date', heading: '完成日期', mm: 22 },
  handler: { key: 'handler', heading: '经办人', mm: 18 },
  note: { key: 'note', heading: '备注', mm: 26 },
};

const KEYS_BY_USE: Record<ResolvedChecklist['use'], readonly ColumnKey[]> = {
  会议: ['number', 'text', 'evidence', 'result', 'score', 'points', 'note'],
  检查: ['number', 'text', 'evidence', 'result', 'score', 'points', 'note'],
  自评: ['number', 'text', 'evidence', 'result', 'score', 'points', 'note'],
  办理: [
    'number',
    'text',
    'frequency',
    'evidence',
    'result',
    'score',
    'points',
    'date',
    'handler',
    'note',
  ],
};

/** Widths that differ where scores squeeze the wording, or where the answers are two characters long. */
const SCORED_MM: Partial<Record<ColumnKey, number>> = { evidence: 27, note: 18 };
const PROCEDURE_MM: Partial<Record<ColumnKey, number>> = { result: 32 };

/** Width of the type area of a checklist page in millimetres: A4 less 25 mm for binding and 18 mm outside. */
export const TYPE_AREA_MM = { portrait: 167, landscape: 254 } as const;

/**
 * List the columns of a checklist in order, with the `text` column filling the line.
 *
 * Score columns stand only where an item has a score; dates and handlers only on a procedure (办理).
 *
 * @example
 * columnsOf(checklist).map((column) => column.heading);
 * // ['序号', '检查内容', '佐证材料', '结果', '备注']
 */
export function columnsOf(checklist: ResolvedChecklist): readonly Column[] {
  const scored = checklist.totalScore !== undefined;
  const keys = KEYS_BY_USE[checklist.use].filter(
    (key) => scored || (key !== 'score' && key !== 'points'),
  );
  const widths = {
    ...(scored && SCORED_MM),
    ...(checklist.use === '办理' && PROCEDURE_MM),
  };
  const columns = keys.map((key) => ({ ...COLUMNS[key], mm: widths[key] ?? COLUMNS[key].mm }));
  const taken = columns.reduce((sum, column) => sum + column.mm, 0);
  const rest = TYPE_AREA_MM[checklist.orientation] - taken;
  const heading = checklist.use === '办理' ? '步骤与要求' : '检查内容';
  return columns.map((column) =>
    column.key === 'text' ? { ...column, heading, mm: rest } : column,
  );
}

/**
 * List the answers an item can have.
 *
 * @example
 * choicesOf('会议').map((choice) => choice.label); // ['是', '否', '不适用']
 */
export function choicesOf(use: ResolvedChecklist['use']): readonly ResultChoice[] {
  return use === '办理' ? DONE : JUDGED;
}
