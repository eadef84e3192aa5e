import type { ResolvedChecklist, ResolvedItem } from './types.ts';

/**
 * A filled (or begun) checklist as kept on the reader's device and in export files.
 *
 * Values are keyed by the names of the form's controls: `head.unit`, `item.<item id>.result`, `item.<item id>.note`,
 * `rect.2.problem`, `foot.date`. Keys that the current checklist does not have are kept.
 */
export interface Sheet {
  readonly id: string;
  /** Name given by the reader. */
  readonly name: string;
  /** Id of the checklist. */
  readonly checklist: string;
  /** Version of the checklist for which the sheet was begun or last confirmed. */
  readonly version: string;
  /** Times in ISO 8601. */
  readonly created: string;
  readonly updated: string;
  /** Wording of every item when the sheet was begun or last confirmed, by item id. */
  readonly wording: Readonly<Record<string, string>>;
  /** Wording of answered items that have left the checklist, by item id. */
  readonly retired: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, string>>;
}

/** What changed in a checklist since a sheet was begun. */
export interface SheetChanges {
  readonly added: readonly ResolvedItem[];
  readonly reworded: readonly { readonly item: ResolvedItem; readonly before: string }[];
  /** Items that are no longer on the checklist, with the wording they had. */
  readonly removed: readonly { readonly id: string; readonly text: string }[];
}

/** An answered item that the checklist no longer has. */
export interface RetiredItem {
  readonly id: string;
  readonly text: string;
  /** `yes`, `no`, `na` or empty. */
  readonly result: string;
  /** Everything else that was written for it. */
  readonly note: string;
}

/** What a reader may have written for an item, in the order in which it is shown once the item has gone. */
const RETIRED_PARTS = [
  'points',
  'date',
  'handler',
  'note',
  'problem',
  'measure',
  'person',
  'deadline',
] as const;

/** A row of 整改事项 that comes from an item answered with 否. */
export interface RectificationRow {
  readonly item: string;
  readonly number: string;
  readonly problem: string;
  readonly measure: string;
  readonly person: string;
  readonly deadline: string;
}

/**
 * List the items of a checklist in order.
 *
 * @example
 * listItems(checklist).map((item) => item.text); // ['会议通知提前发出', …]
 */
export function listItems(checklist: ResolvedChecklist): readonly ResolvedItem[] {
  return checklist.phases.flatMap((phase) => phase.items);
}

/**
 * Begin an empty sheet.
 *
 * @param now - Time in ISO 8601.
 * @example
 * startSheet(checklist, { id: 's1', name: '第三季度', now: '2026-11-22T08:00:00Z' }).values; // {}
 */
export function startSheet(
  checklist: ResolvedChecklist,
  { id, name, now }: { id: string; name: string; now: string },
): Sheet {
  return {
    id,
    name,
    checklist: checklist.id,
    version: checklist.version,
    created: now,
    updated: now,
    wording: wordingOf(checklist),
    retired: {},
    values: {},
  };
}

/**
 * Compare a sheet with the checklist as it stands.
 *
 * @example
 * compareSheet(sheet, checklist).reworded[0].before; // '会议通知提前三天发出'
 */
export function compareSheet(sheet: Sheet, checklist: ResolvedChecklist): SheetChanges {
  const items = listItems(checklist);
  const current = new Set(items.map((item) => item.id));
  return {
    added: items.filter((item) => sheet.wording[item.id] === undefined),
    reworded: items.flatMap((item) => {
      const before = sheet.wording[item.id];
      return before === undefined || before === item.text ? [] : [{ item, before }];
    }),
    removed: Object.keys(sheet.wording)
      .filter((id) => !current.has(id))
      .map((id) => ({ id, text: sheet.wording[id] ?? id })),
  };
}

/**
 * Whether anything changed.
 *
 * @example
 * hasChanges(compareSheet(sheet, checklist)); // false（清单没有改动）
 */
export function hasChanges({ added, reworded, removed }: SheetChanges): boolean {
  return added.length + reworded.length + removed.length > 0;
}

/**
 * Carry a sheet over to the checklist as it stands: every value stays, and items that left the checklist stay with
 * their wording as long as they hold an answer.
 *
 * @example
 * confirmSheet(sheet, checklist).version; // '2026-11-22'（清单现行版本）
 */
export function confirmSheet(sheet: Sheet, checklist: ResolvedChecklist): Sheet {
  const kept = compareSheet(sheet, checklist).removed.filter(({ id }) => isAnswered(sheet, id));
  return {
    ...sheet,
    version: checklist.version,
    wording: wordingOf(checklist),
    retired: {
      ...sheet.retired,
      ...Object.fromEntries(kept.map(({ id, text }) => [id, text])),
    },
  };
}

/**
 * List the answered items of a sheet that the checklist no longer has, with what was answered.
 *
 * @example
 * retiredItems(sheet, checklist)[0].text; // '会议照片上墙'
 */
export function retiredItems(sheet: Sheet, checklist: ResolvedChecklist): readonly RetiredItem[] {
  const current = new Set(listItems(checklist).map((item) => item.id));
  const wording = { ...sheet.retired, ...sheet.wording };
  return Object.keys(wording)
    .filter((id) => !current.has(id) && isAnswered(sheet, id))
    .map((id) => ({
      id,
      text: wording[id] ?? id,
      result: sheet.values[`item.${id}.result`] ?? '',
      note: RETIRED_PARTS.map((part) => sheet.values[`item.${id}.${part}`] ?? '')
        .filter((value) => value !== '')
        .join('；'),
    }));
}

/**
 * Whether a sheet holds any value for an item.
 *
 * @example
 * isAnswered(sheet, 'check-theme-day.01'); // true（已经打过勾）
 */
export function isAnswered(sheet: Sheet, item: string): boolean {
  const prefix = `item.${item}.`;
  return Object.keys(sheet.values).some(
    (key) => key.startsWith(prefix) && !key.slice(prefix.length).includes('.') && sheet.values[key],
  );
}

/**
 * Make the rows of 整改事项 for all items answered with 否, in order of the checklist.
 *
 * The problem is what the reader wrote, else the wording of the item that was not met.
 *
 * @example
 * rectificationRows(checklist, { 'item.a.01.result': 'no' });
 * // [{ number: '1', problem: '会议通知提前发出', measure: '', person: '', deadline: '', item: 'a.01' }]
 */
export function rectificationRows(
  checklist: ResolvedChecklist,
  values: Readonly<Record<string, string>>,
): readonly RectificationRow[] {
  return listItems(checklist)
    .filter((item) => values[`item.${item.id}.result`] === 'no')
    .map((item) => {
      const value = (part: string) => values[`item.${item.id}.${part}`] ?? '';
      return {
        item: item.id,
        number: String(item.number),
        problem: value('problem') || item.text,
        measure: value('measure'),
        person: value('person'),
        deadline: value('deadline'),
      };
    });
}

/**
 * Add up the points given, or undefined where nothing was scored yet.
 *
 * @returns The sum, rounded to hundredths so that 0.1 + 0.2 prints as 0.3.
 * @example
 * sumPoints(checklist, { 'item.a.01.points': '2.5', 'item.a.02.points': '3' }); // 5.5（得分合计）
 */
export function sumPoints(
  checklist: ResolvedChecklist,
  values: Readonly<Record<string, string>>,
): number | undefined {
  const points = listItems(checklist)
    .map((item) => values[`item.${item.id}.points`] ?? '')
    .filter((value) => value.trim() !== '')
    .map(Number)
    .filter((value) => Number.isFinite(value));
  if (points.length === 0) return undefined;
  return Math.round(points.reduce((sum, value) => sum + value, 0) * 100) / 100;
}

function wordingOf(checklist: ResolvedChecklist): Record<string, string> {
  return Object.fromEntries(listItems(checklist).map((item) => [item.id, item.text]));
}
