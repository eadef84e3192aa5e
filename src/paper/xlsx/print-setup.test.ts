import writeXlsx from 'write-excel-file/universal';
import { expect, test } from 'vitest';
import { readWorkbook } from '../../../tests/support/read-workbook.ts';
import { unzip } from '../../../tests/support/unzip.ts';
import { bodyCell, countLines, headCell, titleRow, type WorkbookSheet } from './cells.ts';
import { printSetup } from './print-setup.ts';
import { tableSheet } from './table-sheet.ts';
import { LEDGER } from '../table-kinds.ts';

const ITEMS: WorkbookSheet = {
  sheet: '清单',
  columns: [{ width: 6 }, { width: 20 }],
  stickyRowsCount: 2,
  choices: { column: 1, rows: [3, 4], labels: ['是', '否', '不适用'] },
  data: [
    titleRow('主题党日六步清单', 2),
    [headCell('序号'), headCell('结果')],
    [bodyCell(1), bodyCell('是')],
    [bodyCell(2), bodyCell('分三行\n写的\n备注')],
  ],
};

async function write(sheets: WorkbookSheet[]): Promise<Buffer> {
  const blob = await writeXlsx(sheets, printSetup<Blob>(sheets)).toBlob();
  return Buffer.from(await blob.arrayBuffer());
}

test('every sheet fits the width of a page, repeats its heads and numbers its pages', async () => {
  const files = unzip(await write([ITEMS, tableSheet(LEDGER)]));
  const sheets = [1, 2].map((at) => String(files.get(`xl/worksheets/sheet${String(at)}.xml`)));
  for (const xml of sheets) {
    expect(xml).toContain('<pageSetUpPr fitToPage="1"/>');
    expect(xml.match(/<pageSetup [^>]*>/gu)).toEqual([
      expect.stringMatching(/paperSize="9" .*fitToWidth="1" fitToHeight="0"/u),
    ]);
    expect(xml.match(/<pageMargins /gu)).toHaveLength(1);
    expect(xml).toContain('第 &amp;P 页');
  }
  const titles = String(files.get('xl/workbook.xml')).match(/localSheetId="\d">[^<]*/gu);
  expect(titles).toEqual([`localSheetId="0">'清单'!$1:$2`, `localSheetId="1">'整改台账'!$1:$3`]);
});

test('the parts of a sheet stand in the order that the format fixes', async () => {
  const xml = String(unzip(await write([ITEMS])).get('xl/worksheets/sheet1.xml'));
  const order = [
    'sheetPr',
    'sheetViews',
    'cols',
    'sheetData',
    'mergeCells',
    'dataValidations',
    'pageMargins',
    'pageSetup',
    'headerFooter',
  ].map((name) => xml.indexOf(`<${name}`));
  expect(order).not.toContain(-1);
  expect([...order].sort((one, other) => one - other)).toEqual(order);
});

test('answers are chosen from a list in the cells of the items', async () => {
  const xml = String(unzip(await write([ITEMS])).get('xl/worksheets/sheet1.xml'));
  expect(xml).toMatch(/sqref="B3:B4"><formula1>"是,否,不适用"<\/formula1>/u);
});

test('a row is as high as its longest text, and grows when more is typed', async () => {
  const xml = String(unzip(await write([ITEMS])).get('xl/worksheets/sheet1.xml'));
  expect(xml).toMatch(/<row r="3" ht="16">/u);
  expect(xml).toMatch(/<row r="4" ht="48">/u);
});

test('what is written is read back', async () => {
  const sheets = readWorkbook(await write([ITEMS]));
  expect(sheets.get('清单')?.slice(1)).toEqual([
    ['序号', '结果'],
    ['1', '是'],
    ['2', '分三行\n写的\n备注'],
  ]);
});

test.each([
  { text: '', width: 10, lines: 1 },
  { text: '党员大会每季度召开一次', width: 12, lines: 3 },
  { text: '一行\n两行', width: 30, lines: 2 },
  { text: 'check-theme-day.01', width: 22, lines: 1 },
])('$text takes $lines lines in $width half ems', ({ text, width, lines }) => {
  expect(countLines(text, width)).toBe(lines);
});
