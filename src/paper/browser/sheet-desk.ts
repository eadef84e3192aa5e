import { localDay } from '../local-day.ts';
import { confirmSheet, startSheet, type Sheet } from '../sheet.ts';
import type { ResolvedChecklist } from '../types.ts';
import { loadShelf, storeShelf, type Shelf, type Stored } from './shelf.ts';

/** The sheets of one checklist while its page is open. Every change is stored at once. */
export interface SheetDesk {
  readonly sheets: () => readonly Sheet[];
  readonly current: () => Sheet | undefined;
  readonly canUndo: () => boolean;
  readonly choose: (id: string) => Stored;
  readonly create: (name?: string) => Stored;
  readonly rename: (name: string) => Stored;
  /** Set values of the current sheet, beginning one where there is none. Other tabs' values stay. */
  readonly write: (values: Readonly<Record<string, string>>) => Stored;
  readonly clear: () => Stored;
  readonly remove: () => Stored;
  readonly undo: () => Stored;
  readonly confirm: () => Stored;
  readonly add: (sheets: readonly Sheet[]) => Stored;
  /** Read the device again, after another tab wrote to it. */
  readonly reload: () => void;
}

/**
 * Open the sheets of a checklist.
 *
 * The shelf is read again before every change, so that two tabs with the same sheet do not undo each other's entries.
 *
 * @example
 * openDesk(checklist).write({ 'head.unit': '机关第一党支部' }); // { ok: true }
 */
export function openDesk(checklist: ResolvedChecklist): SheetDesk {
  let shelf = loadShelf(checklist.id);
  /** Once storing has failed, the device holds less than this page: reading it again would lose entries. */
  let trusted = true;

  const current = (): Sheet | undefined =>
    shelf.sheets.find((sheet) => sheet.id === shelf.current) ?? shelf.sheets[0];
  const reload = (): void => {
    if (!trusted) return;
    const chosen = current()?.id;
    const stored = loadShelf(checklist.id);
    shelf =
      chosen !== undefined && stored.sheets.some((sheet) => sheet.id === chosen)
        ? { ...stored, current: chosen }
        : stored;
  };
  const store = (next: Shelf): Stored => {
    shelf = next;
    const stored = storeShelf(checklist.id, shelf);
    trusted = stored.ok;
    return stored;
  };
  const change = (edit: (sheet: Sheet) => Sheet): Stored => {
    reload();
    const sheet = current();
    return sheet ? store(replaceSheet(shelf, edit(sheet))) : { ok: true };
  };
  const create = (name?: string): Stored => {
    reload();
    const now = new Date().toISOString();
    const sheet = startSheet(checklist, {
      id: freshId(),
      name: freeName(name ?? localDay(now), shelf.sheets),
      now,
    });
    return store({ ...shelf, sheets: [...shelf.sheets, sheet], current: sheet.id });
  };

  return {
    sheets: () => shelf.sheets,
    current,
    canUndo: () => shelf.undo !== undefined,
    choose: (id) => {
      reload();
      return store({ ...shelf, current: id });
    },
    create,
    rename: (name) => change((sheet) => ({ ...sheet, name, updated: new Date().toISOString() })),
    write: (values) => {
      if (!current()) create();
      return change((sheet) => ({
        ...sheet,
        updated: new Date().toISOString(),
        values: withoutEmpty({ ...sheet.values, ...values }),
      }));
    },
    clear: () => {
      reload();
      const sheet = current();
      if (!sheet) return { ok: true };
      const emptied = { ...sheet, values: {}, retired: {}, updated: new Date().toISOString() };
      return store({ ...replaceSheet(shelf, emptied), undo: sheet });
    },
    remove: () => {
      reload();
      const sheet = current();
      if (!sheet) return { ok: true };
      return store({ sheets: shelf.sheets.filter(({ id }) => id !== sheet.id), undo: sheet });
    },
    undo: () => {
      reload();
      return store(restoreSheet(shelf));
    },
    confirm: () => change((sheet) => confirmSheet(sheet, checklist)),
    add: (sheets) => {
      reload();
      const added = sheets.reduce<Sheet[]>((list, sheet) => {
        const name = freeName(sheet.name, [...shelf.sheets, ...list]);
        return [...list, { ...sheet, id: freshId(list.length), name }];
      }, []);
      const first = added[0];
      return store({
        ...shelf,
        sheets: [...shelf.sheets, ...added],
        ...(first && { current: first.id }),
      });
    },
    reload,
  };
}

/** Bring back what was cleared or deleted; a sheet that has been filled again meanwhile stays beside it. */
function restoreSheet(shelf: Shelf): Shelf {
  const { undo, ...rest } = shelf;
  if (!undo) return shelf;
  const now = shelf.sheets.find((sheet) => sheet.id === undo.id);
  if (!now) return { ...rest, sheets: [...shelf.sheets, undo], current: undo.id };
  if (Object.keys(now.values).length === 0)
    return { ...replaceSheet(rest, undo), current: undo.id };
  const copy = { ...undo, id: freshId(), name: freeName(undo.name, shelf.sheets) };
  return { ...rest, sheets: [...shelf.sheets, copy], current: copy.id };
}

function replaceSheet(shelf: Shelf, sheet: Sheet): Shelf {
  return {
    ...shelf,
    sheets: shelf.sheets.map((other) => (other.id === sheet.id ? sheet : other)),
    current: sheet.id,
  };
}

function withoutEmpty(values: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));
}

/** The name itself, or with （2）, （3） … where another sheet has it. */
function freeName(name: string, sheets: readonly Sheet[]): string {
  const taken = new Set(sheets.map((sheet) => sheet.name));
  let free = name;
  for (let count = 2; taken.has(free); count += 1) free = `${name}（${String(count)}）`;
  return free;
}

function freshId(offset = 0): string {
  return `${Date.now().toString(36)}-${String(offset)}-${Math.random().toString(36).slice(2, 8)}`;
}
