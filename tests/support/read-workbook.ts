import { DomUtils, parseDocument } from 'htmlparser2';
import { unzip } from './unzip.ts';

/**
 * Read the texts and numbers of an Excel file as spreadsheet programs do: sheets by name, rows of cells from column A.
 *
 * @throws When the file is no workbook.
 * @example
 * readWorkbook(bytes).get('整改台账')?.[2]; // ['序号', '问题', '具体表现', …]
 */
export function readWorkbook(bytes: Buffer): Map<string, string[][]> {
  const files = unzip(bytes);
  const read = (name: string) => {
    const file = files.get(name);
    if (!file) throw new Error(`不是 Excel 文件：没有 ${name}`);
    return parseDocument(file.toString('utf8'), { xmlMode: true });
  };
  const shared = DomUtils.getElementsByTagName('si', read('xl/sharedStrings.xml')).map((one) =>
    DomUtils.textContent(one),
  );
  const names = DomUtils.getElementsByTagName('sheet', read('xl/workbook.xml')).map(
    (one) => one.attribs['name'] ?? '',
  );
  return new Map(
    names.map((name, at) => {
      const sheet = read(`xl/worksheets/sheet${String(at + 1)}.xml`);
      const rows = DomUtils.getElementsByTagName('row', sheet).map((row) => {
        const cells: string[] = [];
        for (const cell of DomUtils.getElementsByTagName('c', row)) {
          const text = DomUtils.textContent(DomUtils.getElementsByTagName('v', cell));
          cells[columnOf(cell.attribs['r'] ?? 'A1')] =
            cell.attribs['t'] === 's' ? (shared[Number(text)] ?? '') : text;
        }
        return Array.from(cells, (cell) => cell ?? '');
      });
      return [name, rows];
    }),
  );
}

/** Number of a cell's column from 0: `AB3` is 27. */
function columnOf(reference: string): number {
  const letters = /^[A-Z]+/u.exec(reference)?.[0] ?? 'A';
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
