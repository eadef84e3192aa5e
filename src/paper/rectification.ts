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

/** Blank rows below the rows that come from items answered with 否. */
export const BLANK_LEDGER_ROWS = 3;
