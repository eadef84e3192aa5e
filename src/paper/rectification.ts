/** A column of the table 整改事项 that closes a checklist. */
export interface RectificationColumn {
  readonly key: 'number' | 'problem' | 'measure' | 'person' | 'deadline';
  readonly heading: string;
  /** Width in millimetres on a portrait page; `problem` and `measure` share what is left on a landscape page. */
  readonly mm: number;
}

/** What must be written down for every item that was answered with 否. */
export const RECTIFICATION_COLUMNS: readonly RectificationColumn[] = [
  { key: 'number', heading: '项号', mm: 13 },
  { key: 'problem', heading: '存在问题', mm: 56 },
  { key: 'measure', heading: '整改措施', mm: 52 },
  { key: 'person', heading: '责任人', mm: 21 },
  { key: 'deadline', heading: '完成时限', mm: 25 },
];

/** Free rows of a fresh form, below the rows that come from items answered with 否. */
export const BLANK_LEDGER_ROWS = 3;

/**
 * Count the free rows a form needs: those of a fresh form, and always one more than the last row that is written on.
 *
 * @example
 * countFreeRows({ 'rect.3.problem': '宣传栏没有更新' }); // 4
 */
export function countFreeRows(values: Readonly<Record<string, string>>): number {
  const written = Object.keys(values)
    .filter((key) => values[key] !== '')
    .map((key) => Number(/^rect\.(\d{1,3})\./u.exec(key)?.[1] ?? 0));
  return Math.max(BLANK_LEDGER_ROWS, ...written.map((row) => row + 1));
}
