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
  score: { key: 'score', heading: '分值', mm: 14 },
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
const SCORED_MM: Partial<Record<ColumnKey, number>> = { evidence: 25, note: 18 };
const PROCEDURE_MM: Partial<Record<ColumnKey, number>> = { result: 32 };

/** Width of the type area of a checklist page in millimetres: A4 less 25 mm for binding and 18 mm outside. */
export const TYPE_AREA_MM = { portrait: 167, landscape: 254 } as const;

/** Below this width the wording of an item would run down the page in a ribbon. */
const LEAST_TEXT_MM = 45;

/** What decides the columns of a checklist. */
export interface ColumnNeeds {
  readonly use: ResolvedChecklist['use'];
  /** Whether any item has a score. */
  readonly scored: boolean;
  /** Whether any item has a frequency or a deadline. */
  readonly timed: boolean;
}

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
  const columns = neededColumns({
    use: checklist.use,
    scored: checklist.totalScore !== undefined,
    timed: checklist.phases.some((phase) =>
      phase.items.some((item) => item.frequency !== undefined),
    ),
  });
  const text: Column = {
    ...COLUMNS.text,
    heading: checklist.use === '办理' ? '步骤与要求' : COLUMNS.text.heading,
    mm: textWidth(columns, checklist.orientation),
  };
  return columns.map((column) => (column.key === 'text' ? text : column));
}

/**
 * Whether the columns leave too little room for the wording on an upright page.
 *
 * @example
 * needsLandscape({ use: '办理', scored: false, timed: true }); // true（时限、完成日期、经办人各占一栏）
 */
export function needsLandscape(needs: ColumnNeeds): boolean {
  return textWidth(neededColumns(needs), 'portrait') < LEAST_TEXT_MM;
}

function neededColumns({ use, scored, timed }: ColumnNeeds): readonly Column[] {
  const widths = { ...(scored && SCORED_MM), ...(use === '办理' && PROCEDURE_MM) };
  return KEYS_BY_USE[use]
    .filter((key) => scored || (key !== 'score' && key !== 'points'))
    .filter((key) => timed || key !== 'frequency')
    .map((key) => ({ ...COLUMNS[key], mm: widths[key] ?? COLUMNS[key].mm }));
}

function textWidth(columns: readonly Column[], orientation: 'portrait' | 'landscape'): number {
  return TYPE_AREA_MM[orientation] - columns.reduce((sum, column) => sum + column.mm, 0);
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
