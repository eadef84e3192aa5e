import type { Options, Row } from 'write-excel-file/universal';
import { columnLetter, countLines, LINE_POINTS, type WorkbookSheet } from './cells.ts';

/**
 * What the library leaves to its callers: every sheet as wide as a page, its heads on every page, page numbers, rows as
 * high as their text, and lists of answers to choose from.
 *
 * @typeParam File - What the library takes pictures from; ours have none.
 * @param sheets - The sheets that are written with these options, in order.
 * @example
 * writeXlsx(sheets, printSetup(sheets)).toBlob(); // 打印“整改台账”时不会有几栏落到另一页
 */
export function printSetup<File>(sheets: readonly WorkbookSheet[]): Options<File> {
  return {
    features: [
      {
        files: {
          transform: {
            'xl/worksheets/sheet{id}.xml': {
              transform: (xml, _options, { sheetIndex }) => addSheetParts(xml, sheets[sheetIndex]),
              transformElementAttributes: (tag, attributes, index, _options, { sheetIndex }) => {
                if (tag !== 'row' || attributes['ht'] !== undefined) return attributes;
                return { ...attributes, ht: rowPoints(sheets[sheetIndex], index ?? 0) };
              },
            },
            'xl/workbook.xml': {
              transform: (xml) => xml.replace('</sheets>', `</sheets>${printTitles(sheets)}`),
            },
          },
        },
      },
    ],
  };
}

/** Inches, with room for the binding at the left. */
const MARGINS = 'left="0.8" right="0.5" top="0.6" bottom="0.7" header="0.3" footer="0.3"';
const FOOT = '<headerFooter><oddFooter>&amp;C第 &amp;P 页　共 &amp;N 页</oddFooter></headerFooter>';

/**
 * The library sets a page only for a landscape sheet, and there without a width: its two elements give way to ours. The
 * format fixes the order of the parts; pictures, whose place the library holds open, come after them.
 */
function addSheetParts(xml: string, sheet: WorkbookSheet | undefined): string {
  const page = `<pageSetup paperSize="9" orientation="${sheet?.orientation ?? 'portrait'}" fitToWidth="1" fitToHeight="0"/>`;
  return xml
    .replace(/<page(?:Margins|Setup) [^>]*\/>/gu, '')
    .replace('<sheetViews>', '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>')
    .replace('<drawing ', `${answerLists(sheet)}<pageMargins ${MARGINS}/>${page}${FOOT}<drawing `);
}

function answerLists(sheet: WorkbookSheet | undefined): string {
  if (!sheet?.choices) return '';
  const { column, rows, labels } = sheet.choices;
  const [first, last] = rows.map((row) => `${columnLetter(column)}${String(row)}`);
  const list = `<formula1>"${labels.join(',')}"</formula1>`;
  return `<dataValidations count="1"><dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="${first ?? ''}:${last ?? ''}">${list}</dataValidation></dataValidations>`;
}

/** A row without a fixed height still gets one: programs grow it as it is typed in, but not all on opening the file. */
function rowPoints(sheet: WorkbookSheet | undefined, index: number): number {
  const row: Row = sheet?.data[index] ?? [];
  const lines = row.map((cell, at) => {
    if (typeof cell !== 'object' || cell === null || cell instanceof Date) return 1;
    if (!('value' in cell) || typeof cell.value !== 'string') return 1;
    return countLines(cell.value, sheet?.columns[at]?.width ?? 10);
  });
  return Math.max(1, ...lines) * LINE_POINTS;
}

function printTitles(sheets: readonly WorkbookSheet[]): string {
  const names = sheets.map(
    ({ sheet, stickyRowsCount }, at) =>
      `<definedName name="_xlnm.Print_Titles" localSheetId="${String(at)}">'${sheet ?? ''}'!$1:$${String(stickyRowsCount)}</definedName>`,
  );
  return `<definedNames>${names.join('')}</definedNames>`;
}
