const DELIMITER = /^\|(?: *:?-+:? *\|)+$/;

/**
 * Find the end of the Markdown table that begins at a line of clean text, if one does.
 *
 * A table is a line of cells between `|`, a delimiter line with as many cells, and any number of further lines of cells.
 *
 * @param lines - Lines of `Report.text`.
 * @param from - Index of the line to look at.
 * @returns Index after the table's last line; `from` where no table begins.
 * @example
 * findTableEnd(['| 项目 | 分值 |', '| --- | --- |', '| 支部建设 | 20 |'], 0); // 3
 */
export function findTableEnd(lines: readonly string[], from: number): number {
  const head = lines[from];
  const delimiter = lines[from + 1];
  if (head === undefined || delimiter === undefined || !isRow(head) || !DELIMITER.test(delimiter))
    return from;
  if (splitTableRow(head).length !== splitTableRow(delimiter).length) return from;
  let end = from + 2;
  while (isRow(lines[end] ?? '')) end += 1;
  return end;
}

/**
 * Split a line of a Markdown table into the texts of its cells, `\|` read as `|`.
 *
 * @param line - A line that starts and ends with `|`.
 * @example
 * splitTableRow('| 三会一课 | 每月 |'); // ['三会一课', '每月']
 */
export function splitTableRow(line: string): string[] {
  return line
    .slice(1, -1)
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim().replaceAll('\\|', '|'));
}

/**
 * Write rows of cells as a Markdown table; the first row becomes the head.
 *
 * @param rows - Cell texts; short rows are filled with empty cells. Line breaks in a cell become spaces.
 * @returns Lines without an ending line feed; an empty string for no rows.
 * @example
 * renderTable([['项目', '分值'], ['支部建设', '20']]); // '| 项目 | 分值 |\n| --- | --- |\n| 支部建设 | 20 |'
 */
export function renderTable(rows: readonly (readonly string[])[]): string {
  const [head, ...body] = rows;
  if (head === undefined) return '';
  const width = Math.max(...rows.map((row) => row.length));
  const delimiter = `|${' --- |'.repeat(width)}`;
  return [renderRow(head, width), delimiter, ...body.map((row) => renderRow(row, width))].join(
    '\n',
  );
}

function renderRow(cells: readonly string[], width: number): string {
  const filled = Array.from({ length: width }, (_, index) => cells[index] ?? '');
  return `| ${filled.map((cell) => cell.replace(/\s+/gu, ' ').trim().replaceAll('|', '\\|')).join(' | ')} |`;
}

function isRow(line: string): boolean {
  return line.length > 2 && line.startsWith('|') && line.endsWith('|') && !line.endsWith('\\|');
}
