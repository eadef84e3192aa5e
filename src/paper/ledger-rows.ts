import { rectificationRows } from './sheet.ts';
import type { ResolvedChecklist } from './types.ts';

/** A row of 整改台账 that comes from a filled checklist; the rest of the columns is written as the work goes on. */
export interface LedgerRow {
  /** Id of the item answered with 否; absent for a problem that was added by hand below the form. */
  readonly item?: string;
  readonly problem: string;
  /** 具体表现: what the reader noted beside the item. */
  readonly detail: string;
  readonly measure: string;
  readonly person: string;
  readonly deadline: string;
  /** 备注: which item of the checklist it is. */
  readonly note: string;
}

type Values = Readonly<Record<string, string>>;

/**
 * Take from a filled checklist what belongs into 整改台账: the items answered with 否, in their order, then the
 * problems that were added by hand in 整改事项.
 *
 * @example
 * ledgerRows(checklist, { 'item.a.03.result': 'no', 'item.a.03.note': '缺四月记录' });
 * // [{ item: 'a.03', problem: '会议记录完整', detail: '缺四月记录', note: '清单第 3 项', … }]
 */
export function ledgerRows(checklist: ResolvedChecklist, values: Values): readonly LedgerRow[] {
  if (!checklist.rectification) return [];
  const answered = rectificationRows(checklist, values).map(({ item, number, ...row }) => ({
    item,
    ...row,
    detail: values[`item.${item}.note`] ?? '',
    note: `清单第 ${number} 项`,
  }));
  return [...answered, ...addedRows(values)];
}

/** Every row of 整改事项 below those of the items, if anything is written on it. */
function addedRows(values: Values): LedgerRow[] {
  const written = Object.keys(values).flatMap((key) => {
    const row = /^rect\.(\d{1,3})\./u.exec(key)?.[1];
    return row === undefined || values[key] === '' ? [] : [Number(row)];
  });
  return [...new Set(written)]
    .sort((one, other) => one - other)
    .map((row) => {
      const value = (part: string) => values[`rect.${String(row)}.${part}`] ?? '';
      const number = value('number');
      return {
        problem: value('problem'),
        detail: '',
        measure: value('measure'),
        person: value('person'),
        deadline: value('deadline'),
        note: /^\d+$/u.test(number) ? `清单第 ${number} 项` : number,
      };
    });
}
