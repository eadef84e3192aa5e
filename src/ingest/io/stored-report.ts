import type { Report } from '../types.ts';

/** A report as it lies in the library: with the file it came from, so that a new run can replace its articles. */
export interface StoredReport extends Report {
  readonly source: ReportSource;
}

/** The file that an article was read from. */
export interface ReportSource {
  /** Where the file lay, from the folder in which the command ran, with `/`. */
  readonly path: string;
  /** SHA-256 of the file's bytes, in hexadecimal. */
  readonly sha256: string;
}

/**
 * Write a report as JSON: two-space indented at the top, one row of outline, ledger or warnings a line.
 *
 * @param report - The report; lone surrogates come out as `\ud8xx`, as JSON demands.
 * @returns JSON ending in a line feed.
 * @example
 * renderReport({ ...report, title: '机关党建' }); // '{\n  "input": "机关党建.txt",\n …'
 */
export function renderReport(report: StoredReport): string {
  const fields = Object.entries(report).map(
    ([key, value]) => `  ${JSON.stringify(key)}: ${renderValue(value)}`,
  );
  return `{\n${fields.join(',\n')}\n}\n`;
}

function renderValue(value: unknown): string {
  if (!Array.isArray(value) || value.length === 0 || typeof value[0] !== 'object')
    return JSON.stringify(value);
  return `[\n${value.map((row) => `    ${JSON.stringify(row)}`).join(',\n')}\n  ]`;
}

/**
 * Read a report written by {@link renderReport}.
 *
 * @param json - Content of `report.json`.
 * @throws {SyntaxError} If it is no JSON.
 * @throws {TypeError} If it is JSON, but no report.
 * @example
 * parseReport(await readFile('library/ji-guan/report.json', 'utf8')).title; // '机关党建'
 */
export function parseReport(json: string): StoredReport {
  const value: unknown = JSON.parse(json);
  if (!isStoredReport(value))
    throw new TypeError('缺少 input、text、outline、ledger 或 source 字段');
  return value;
}

function isStoredReport(value: unknown): value is StoredReport {
  return (
    typeof value === 'object' &&
    value !== null &&
    'input' in value &&
    typeof value.input === 'string' &&
    'text' in value &&
    typeof value.text === 'string' &&
    'outline' in value &&
    Array.isArray(value.outline) &&
    'ledger' in value &&
    Array.isArray(value.ledger) &&
    'source' in value &&
    typeof value.source === 'object'
  );
}
