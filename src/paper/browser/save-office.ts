import type { Sheet } from '../sheet.ts';
import type { ResolvedChecklist } from '../types.ts';
import { loadScript, saveFile } from './files.ts';

/** Office files that a page makes of what was filled in. */
export type OfficeKind = 'docx' | 'xlsx' | 'summary';

/** What the files are made of. */
export interface OfficeInput {
  readonly checklist: ResolvedChecklist;
  /** The sheet on the table; absent where nothing is filled in. */
  readonly sheet: Sheet | undefined;
  /** All sheets of the checklist. */
  readonly sheets: readonly Sheet[];
  /** Address of a script by its name. */
  readonly addressOf: (name: string) => string;
}

/**
 * Make a Word or Excel file in the browser and offer it for saving. The script that makes it is loaded when it is first
 * asked for.
 *
 * @returns What was saved, in words for the reader.
 * @throws Error in words for the reader when the script does not come.
 * @example
 * await saveOffice('xlsx', { checklist, sheet, sheets, addressOf }); // 'Excel 文件已生成。'
 */
export async function saveOffice(kind: OfficeKind, input: OfficeInput): Promise<string> {
  const { checklist, sheet, sheets, addressOf } = input;
  const name = sheet ? `${checklist.title}-${sheet.name}` : checklist.title;
  if (kind === 'docx') {
    await loadScript(addressOf('checklist-docx.js'));
    saveFile(`${name}.docx`, await required(window.jgdjMakeDocx)(checklist, sheet));
    return 'Word 文件已生成。';
  }
  await loadScript(addressOf('checklist-xlsx.js'));
  const make = required(window.jgdjMakeXlsx);
  if (kind === 'xlsx') {
    saveFile(`${name}.xlsx`, await make.sheet(checklist, sheet));
    return 'Excel 文件已生成。';
  }
  saveFile(`${checklist.title}-汇总.xlsx`, await make.summary(checklist, sheets));
  return `已汇总 ${String(sheets.length)} 张表。`;
}

/** What a script was to set, and did not where a cache holds another one of its name. */
function required<T>(made: T | undefined): T {
  if (made === undefined) throw new Error('生成文件的程序没有装入，请刷新页面再试。');
  return made;
}
