import type { Sheet } from './sheet.ts';

/** What an export file says about itself. */
const FORMAT = 'jiguan-dangjian-sheets';
const FORMAT_VERSION = 1;

/** The result of reading an export file: sheets, or one sentence on what is wrong. */
export type SheetFile =
  | { readonly ok: true; readonly sheets: readonly Sheet[] }
  | { readonly ok: false; readonly message: string };

/**
 * Write sheets as the text of an export file (JSON, two spaces).
 *
 * @example
 * writeSheetFile([sheet]); // '{\n  "format": "jiguan-dangjian-sheets", …'（“第三季度”一张表）
 */
export function writeSheetFile(sheets: readonly Sheet[]): string {
  return `${JSON.stringify({ format: FORMAT, formatVersion: FORMAT_VERSION, sheets }, null, 2)}\n`;
}

/**
 * Read an export file. Nothing is taken over from a file that has any fault.
 *
 * @param text - Content of the file.
 * @param checklist - Id of the checklist into which it is read.
 * @example
 * readSheetFile('{}', 'check-theme-day');
 * // { ok: false, message: '这不是本站导出的清单文件。请选择用“导出本表”得到的 .json 文件。' }
 */
export function readSheetFile(text: string, checklist: string): SheetFile {
  const parsed = parseJson(text);
  if (!isRecord(parsed) || parsed['format'] !== FORMAT || !Array.isArray(parsed['sheets'])) {
    return fault('这不是本站导出的清单文件。请选择用“导出本表”得到的 .json 文件。');
  }
  if (parsed['formatVersion'] !== FORMAT_VERSION) {
    return fault('文件由较新的版本导出，本页读不了。请在导出它的站点打开。');
  }
  const sheets: unknown[] = parsed['sheets'];
  if (!sheets.every(isSheet)) return fault('文件内容不完整，没有导入任何内容。请重新导出一次。');
  const foreign = sheets.find((sheet) => sheet.checklist !== checklist);
  if (foreign) {
    return fault(
      `文件里的“${foreign.name}”属于另一张清单（${foreign.checklist}），请到那张清单的页面导入。`,
    );
  }
  if (sheets.length === 0) return fault('文件里没有填写的表。');
  return { ok: true, sheets };
}

/**
 * Tell a sheet from anything else that storage or a file may hold.
 *
 * @example
 * isSheet({ name: '第三季度' }); // false
 */
export function isSheet(value: unknown): value is Sheet {
  if (!isRecord(value)) return false;
  const texts = ['id', 'name', 'checklist', 'version', 'created', 'updated'];
  return (
    texts.every((key) => typeof value[key] === 'string') &&
    isTextRecord(value['wording']) &&
    isTextRecord(value['retired']) &&
    isTextRecord(value['values'])
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/u, '')) as unknown;
  } catch {
    return undefined;
  }
}

function fault(message: string): SheetFile {
  return { ok: false, message };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isTextRecord(value: unknown): value is Record<string, string> {
  return isRecord(value) && Object.keys(value).every((key) => typeof value[key] === 'string');
}
