import type { Blob } from 'node:buffer';
import type Stream from 'node:stream';
import { Packer, type Document } from 'docx';
import writeXlsx from 'write-excel-file/node';
import type { Graph } from '../../graph/types.ts';
import { buildBlankTableDocx } from '../docx/blank-table-docx.ts';
import { buildChecklistDocx } from '../docx/checklist-docx.ts';
import { resolveChecklist } from '../resolve-checklist.ts';
import { LEDGER, SIGN_IN } from '../table-kinds.ts';
import type { WorkbookSheet } from '../xlsx/cells.ts';
import { printSetup } from '../xlsx/print-setup.ts';
import { tableSheet } from '../xlsx/table-sheet.ts';
import { checklistWorkbook } from '../xlsx/workbook.ts';

/** A file below `/downloads/`, made when it is asked for. */
export interface Download {
  /** File name, e.g. `check-theme-day.docx`. */
  readonly name: string;
  readonly make: () => Promise<Buffer>;
}

/**
 * List the Word and Excel files of a site: two for each checklist, and 签到表 and 整改台账.
 *
 * @example
 * listDownloads(graph).map((file) => file.name); // ['check-theme-day.docx', …]（“主题党日六步清单”等）
 */
export function listDownloads(graph: Graph): Download[] {
  const checklists = graph.entries.flatMap((entry) =>
    entry.kind === 'checklist' ? [resolveChecklist(graph, entry)] : [],
  );
  return [
    ...checklists.flatMap((checklist): Download[] => [
      { name: `${checklist.id}.docx`, make: () => packDocx(buildChecklistDocx(checklist)) },
      {
        name: `${checklist.id}.xlsx`,
        make: () => packXlsx(checklistWorkbook(checklist)),
      },
    ]),
    ...[SIGN_IN, LEDGER].flatMap((table): Download[] => [
      { name: `${table.id}.docx`, make: () => packDocx(buildBlankTableDocx(table)) },
      { name: `${table.id}.xlsx`, make: () => packXlsx([tableSheet(table)]) },
    ]),
  ];
}

function packDocx(document: Document): Promise<Buffer> {
  return Packer.toBuffer(document);
}

function packXlsx(sheets: WorkbookSheet[]): Promise<Buffer> {
  return writeXlsx(sheets, printSetup<Buffer | Blob | Stream>(sheets)).toBuffer();
}
