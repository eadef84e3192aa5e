import { isSheet } from '../sheet-file.ts';
import type { Sheet } from '../sheet.ts';

/** All sheets of one checklist on this device. */
export interface Shelf {
  /** Id of the sheet shown last. */
  readonly current?: string;
  readonly sheets: readonly Sheet[];
  /** The sheet as it was before it was last cleared or deleted. */
  readonly undo?: Sheet;
}

/** How storing went; the message is for the reader. */
export type Stored = { readonly ok: true } | { readonly ok: false; readonly message: string };

/**
 * Read the sheets of a checklist from this device. Storage that cannot be read counts as empty, and `storeShelf`
 * will say so on the first change.
 *
 * @example
 * loadShelf('check-theme-day').sheets.map((sheet) => sheet.name); // ['十一月主题党日']
 */
export function loadShelf(checklist: string): Shelf {
  const parsed = readStored(checklist);
  if (typeof parsed !== 'object' || parsed === null) return { sheets: [] };
  const { current, sheets, undo } = parsed as Record<string, unknown>;
  return {
    sheets: Array.isArray(sheets) ? sheets.filter(isSheet) : [],
    ...(typeof current === 'string' && { current }),
    ...(isSheet(undo) && { undo }),
  };
}

/**
 * Write the sheets of a checklist to this device.
 *
 * @example
 * storeShelf('check-theme-day', { sheets: [] }); // { ok: true }（主题党日清单，空）
 */
export function storeShelf(checklist: string, shelf: Shelf): Stored {
  try {
    window.localStorage.setItem(storageKey(checklist), JSON.stringify(shelf));
    return { ok: true };
  } catch (error) {
    const reason = error instanceof Error ? error.name : String(error);
    return {
      ok: false,
      message: `这个浏览器没能保存（${reason}）。关闭页面前请用“导出本表”存成文件。`,
    };
  }
}

/**
 * The key under which a checklist's sheets are stored.
 *
 * @example
 * storageKey('check-theme-day'); // 'jgdj.sheets.check-theme-day'（主题党日六步清单）
 */
export function storageKey(checklist: string): string {
  return `jgdj.sheets.${checklist}`;
}

function readStored(checklist: string): unknown {
  try {
    return JSON.parse(window.localStorage.getItem(storageKey(checklist)) ?? 'null') as unknown;
  } catch {
    // Storage is switched off, or another program wrote something else under the key.
    return undefined;
  }
}
