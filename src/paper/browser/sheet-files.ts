import { readSheetFile, writeSheetFile } from '../sheet-file.ts';
import type { Sheet } from '../sheet.ts';
import { readFile, saveFile } from './files.ts';

/**
 * Save sheets as an export file.
 *
 * @param name - Name of the file without its ending.
 * @example
 * exportSheets('主题党日六步清单-全部', desk.sheets()); // 主题党日六步清单-全部.json
 */
export function exportSheets(name: string, sheets: readonly Sheet[]): void {
  const content = new Blob([writeSheetFile(sheets)], { type: 'application/json' });
  saveFile(`${name}.json`, content);
}

/**
 * Read several export files. None is taken over when one of them has a fault.
 *
 * @param checklist - Id of the checklist that the sheets must belong to.
 * @throws Error naming the file, in Chinese for the reader.
 * @example
 * (await readSheets([file], 'check-theme-day')).map((sheet) => sheet.name); // ['十一月主题党日']
 */
export async function readSheets(files: readonly File[], checklist: string): Promise<Sheet[]> {
  const sheets: Sheet[] = [];
  for (const file of files) {
    const read = readSheetFile(await readFile(file), checklist);
    if (!read.ok) throw new Error(`${file.name}：${read.message}`);
    sheets.push(...read.sheets);
  }
  return sheets;
}
