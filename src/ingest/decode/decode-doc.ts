import { renderTable } from '../emit/table-lines.ts';
import type { DecodedInput, StructureMark } from '../types.ts';
import { DecodeError } from './decode-error.ts';
import { readDoc } from './io/read-doc.ts';

/** Streams of an OLE container, as they are named in its directory (UTF-16LE). */
const STREAMS = [
  { name: 'EncryptedPackage', refused: '文档加了密码，请先在 Word 或 WPS 中取消密码再导入' },
  { name: 'Workbook', refused: '是 Excel 表格，请另存为 docx 或 csv 文本' },
  { name: 'PowerPoint Document', refused: '是演示文稿，请另存为 docx 或 pdf' },
] as const;

/**
 * Read an old Word or WPS document (OLE container): paragraphs, tables and notes. The format's headings are not read;
 * the outline comes from the numbering.
 *
 * @param name - File name.
 * @param bytes - The document.
 * @throws {DecodeError} If it is encrypted, damaged, or an OLE file of another program.
 * @example
 * (await decodeDoc('通知.doc', bytes)).text;
 */
export async function decodeDoc(name: string, bytes: Uint8Array): Promise<DecodedInput> {
  const parts = await readParts(bytes);
  // Word's control characters: 0B and 0C break a line or page, 07 ends a cell, the others are anchors of fields.
  const text = parts
    .map((part) =>
      part
        .replace(/\r\n?|[\v\f]/g, '\n')
        .replace(/\x07/g, '\t')
        .replace(/[\x00-\x08\x0e-\x1f]/g, ''),
    )
    .filter((part) => part.trim() !== '')
    .join('\n');
  return { name, format: 'doc', encoding: 'utf-8', text, marks: markLines(text) };
}

async function readParts(bytes: Uint8Array): Promise<string[]> {
  try {
    return await readDoc(bytes);
  } catch (cause) {
    const directory = new TextDecoder('latin1').decode(bytes).replaceAll('\0', '');
    const stream = STREAMS.find((row) => directory.includes(row.name));
    const message = stream?.refused ?? '文档已损坏或加了密码，打不开；请用 Word 或 WPS 另存为 docx';
    throw new DecodeError(message, { cause });
  }
}

/** Each line is a paragraph, except runs of lines that end in a tab: those are the rows of a table. */
function markLines(text: string): StructureMark[] {
  const marks: StructureMark[] = [];
  let rows: string[][] = [];
  let tableStart = 0;
  let start = 0;
  const closeTable = (end: number) => {
    if (rows.some((row) => row.length > 1)) {
      marks.push({ start: tableStart, end, kind: 'table', fixed: renderTable(rows) });
    }
    rows = [];
  };
  for (const line of text.split('\n')) {
    const end = start + line.length;
    if (line.endsWith('\t')) {
      if (rows.length === 0) tableStart = start;
      rows.push(line.slice(0, -1).split('\t'));
    } else {
      closeTable(start - 1);
      if (line.trim() !== '') marks.push({ start, end, kind: 'paragraph' });
    }
    start = end + 1;
  }
  closeTable(text.length);
  return marks;
}
