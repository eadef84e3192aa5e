import type { Sheet } from '../sheet.ts';
import type { Shelf } from './shelf.ts';

/**
 * The sheet that a shelf shows: the one shown last, else the first.
 *
 * @example
 * currentSheet({ sheets: [sheet] })?.name; // '第三季度'
 */
export function currentSheet(shelf: Shelf): Sheet | undefined {
  return shelf.sheets.find((sheet) => sheet.id === shelf.current) ?? shelf.sheets[0];
}

/**
 * Put a sheet in the place of the one with its id, and show it.
 *
 * @example
 * replaceSheet(shelf, { ...sheet, name: '第四季度' }); // 只有这张表改了名称
 */
export function replaceSheet(shelf: Shelf, sheet: Sheet): Shelf {
  return {
    ...shelf,
    sheets: shelf.sheets.map((other) => (other.id === sheet.id ? sheet : other)),
    current: sheet.id,
  };
}

/**
 * Empty the sheet that is shown; {@link restoreSheet} brings its entries back.
 *
 * @param now - Time of the change, in ISO 8601.
 * @example
 * clearSheet(shelf, now)?.undo?.name; // '第三季度'
 */
export function clearSheet(shelf: Shelf, now: string): Shelf | undefined {
  const sheet = currentSheet(shelf);
  if (!sheet) return undefined;
  return {
    ...replaceSheet(shelf, { ...sheet, values: {}, retired: {}, updated: now }),
    undo: sheet,
  };
}

/**
 * Take the sheet that is shown off the shelf; {@link restoreSheet} brings it back.
 *
 * @example
 * removeSheet(shelf)?.undo?.name; // '第三季度'
 */
export function removeSheet(shelf: Shelf): Shelf | undefined {
  const sheet = currentSheet(shelf);
  return sheet && { sheets: shelf.sheets.filter(({ id }) => id !== sheet.id), undo: sheet };
}

/**
 * Bring back what was cleared or deleted; a sheet that has been filled again meanwhile stays beside it.
 *
 * @param makeId - Makes an id that no sheet has.
 * @example
 * restoreSheet(shelf, makeId).sheets.map((sheet) => sheet.name); // ['第三季度', '第三季度（2）']
 */
export function restoreSheet(shelf: Shelf, makeId: () => string): Shelf {
  const { undo, ...rest } = shelf;
  if (!undo) return shelf;
  const now = shelf.sheets.find((sheet) => sheet.id === undo.id);
  if (!now) return { ...rest, sheets: [...shelf.sheets, undo], current: undo.id };
  if (Object.keys(now.values).length === 0)
    return { ...replaceSheet(rest, undo), current: undo.id };
  const copy = { ...undo, id: makeId(), name: freeName(undo.name, shelf.sheets) };
  return { ...rest, sheets: [...shelf.sheets, copy], current: copy.id };
}

/**
 * Add sheets from files under ids of their own and names that are free, and show the first of them.
 *
 * @param makeId - Makes an id that no sheet has, from the number of sheets added before.
 * @example
 * addSheets(shelf, [sheet], makeId).sheets.map(({ name }) => name); // ['第三季度', '第三季度（2）']
 */
export function addSheets(
  shelf: Shelf,
  sheets: readonly Sheet[],
  makeId: (added: number) => string,
): Shelf {
  const added = sheets.reduce<Sheet[]>((list, sheet) => {
    const name = freeName(sheet.name, [...shelf.sheets, ...list]);
    return [...list, { ...sheet, id: makeId(list.length), name }];
  }, []);
  const first = added[0];
  return {
    ...shelf,
    sheets: [...shelf.sheets, ...added],
    ...(first && { current: first.id }),
  };
}

/**
 * The name itself, or with （2）, （3） … where another sheet has it.
 *
 * @example
 * freeName('第三季度', [{ ...sheet, name: '第三季度' }]); // '第三季度（2）'
 */
export function freeName(name: string, sheets: readonly Sheet[]): string {
  const taken = new Set(sheets.map((sheet) => sheet.name));
  let free = name;
  for (let count = 2; taken.has(free); count += 1) free = `${name}（${String(count)}）`;
  return free;
}
