import { localDay } from '../local-day.ts';
import { confirmSheet, startSheet, type Sheet } from '../sheet.ts';
import type { ResolvedChecklist } from '../types.ts';
import {
  addSheets,
  clearSheet,
  currentSheet,
  freeName,
  removeSheet,
  replaceSheet,
  restoreSheet,
} from './shelf-edits.ts';
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
  const shelf = keepShelf(checklist.id);
  const change = (edit: (sheet: Sheet) => Sheet): Stored =>
    shelf.edit((stored) => {
      const sheet = currentSheet(stored);
      return sheet && replaceSheet(stored, edit(sheet));
    });
  const create = (name?: string): Stored =>
    shelf.edit((stored) => {
      const now = new Date().toISOString();
      const free = freeName(name ?? localDay(now), stored.sheets);
      const sheet = startSheet(checklist, { id: freshId(), name: free, now });
      return { ...stored, sheets: [...stored.sheets, sheet], current: sheet.id };
    });

  return {
    sheets: () => shelf.read().sheets,
    current: () => currentSheet(shelf.read()),
    canUndo: () => shelf.read().undo !== undefined,
    choose: (id) => shelf.edit((stored) => ({ ...stored, current: id })),
    create,
    rename: (name) => change((sheet) => ({ ...sheet, name, updated: new Date().toISOString() })),
    write: (values) => {
      if (!currentSheet(shelf.read())) create();
      return change((sheet) => ({
        ...sheet,
        updated: new Date().toISOString(),
        values: withoutEmpty({ ...sheet.values, ...values }),
      }));
    },
    clear: () => shelf.edit((stored) => clearSheet(stored, new Date().toISOString())),
    remove: () => shelf.edit(removeSheet),
    undo: () => shelf.edit((stored) => restoreSheet(stored, freshId)),
    confirm: () => change((sheet) => confirmSheet(sheet, checklist)),
    add: (sheets) => shelf.edit((stored) => addSheets(stored, sheets, freshId)),
    reload: shelf.reload,
  };
}

/** The shelf as this page knows it. */
interface KeptShelf {
  readonly read: () => Shelf;
  readonly reload: () => void;
  /** Read the shelf again, change and store it; where the edit gives nothing, nothing is stored. */
  readonly edit: (edit: (shelf: Shelf) => Shelf | undefined) => Stored;
}

function keepShelf(checklist: string): KeptShelf {
  let shelf = loadShelf(checklist);
  /** Once storing has failed, the device holds less than this page: reading it again would lose entries. */
  let trusted = true;

  const reload = (): void => {
    if (!trusted) return;
    const chosen = currentSheet(shelf)?.id;
    const stored = loadShelf(checklist);
    shelf =
      chosen !== undefined && stored.sheets.some((sheet) => sheet.id === chosen)
        ? { ...stored, current: chosen }
        : stored;
  };
  return {
    read: () => shelf,
    reload,
    edit: (edit) => {
      reload();
      const next = edit(shelf);
      if (!next) return { ok: true };
      shelf = next;
      const stored = storeShelf(checklist, shelf);
      trusted = stored.ok;
      return stored;
    },
  };
}

function withoutEmpty(values: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));
}

function freshId(offset = 0): string {
  return `${Date.now().toString(36)}-${String(offset)}-${Math.random().toString(36).slice(2, 8)}`;
}
