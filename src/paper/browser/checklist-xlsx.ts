import writeXlsx from 'write-excel-file/universal';
import type { WorkbookSheet } from '../xlsx/cells.ts';
import { printSetup } from '../xlsx/print-setup.ts';
import { summaryWorkbook } from '../xlsx/summary-workbook.ts';
import { checklistWorkbook } from '../xlsx/workbook.ts';

window.jgdjMakeXlsx = {
  sheet: (checklist, sheet) => pack(checklistWorkbook(checklist, sheet)),
  summary: (checklist, sheets) => pack(summaryWorkbook(checklist, sheets)),
};

function pack(sheets: WorkbookSheet[]): Promise<Blob> {
  return writeXlsx(sheets, printSetup<Blob>(sheets)).toBlob();
}
