import { renderTable } from '../emit/table-lines.ts';
import type { DecodedInput, IngestWarning, StructureMark } from '../types.ts';
import { DecodeError } from './decode-error.ts';
import type { DocParagraph } from './doc-numbering.ts';
import { readDoc, type DocContent } from './io/read-doc.ts';

/** Streams of an OLE container, as they are named in its directory (UTF-16LE). */
const STREAMS = [
  { name: 'EncryptedPackage', refused: '文档加了密码，请先在 Word 或 WPS 中取消密码再导入' },
  { name: 'Workbook', refused: '是 Excel 表格，请另存为 docx 或 csv 文本' },
  { name: 'PowerPoint Document', refused: '是演示文稿，请另存为 docx 或 pdf' },
] as const;

/** How far ahead of the last paragraph found the next is looked for, in lines: cells of tables stand between them. */
const REACH = 400;

/**
 * Read an old Word or WPS document (OLE container): paragraphs with their automatic numbers, headings by style, tables and
 * notes.
 *
 * @param name - File name.
 * @param bytes - The document.
 * @throws {DecodeError} If it is encrypted, damaged, or an OLE file of another program.
 * @example
 * (await decodeDoc('通知.doc', bytes)).text;
 */
export async function decodeDoc(name: string, bytes: Uint8Array): Promise<DecodedInput> {
  const { parts, paragraphs } = await readContent(bytes);
  // Word's control characters: 0B and 0C break a line or page, 07 ends a cell, the others are anchors of fields.
  const lines = parts
    .map((part) =>
      part
        .replace(/\r\n?|[\v\f]/g, '\n')
        .replace(/\x07/g, '\t')
        .replace(/[\x00-\x08\x0e-\x1f]/g, ''),
    )
    .filter((part) => part.trim() !== '')
    .join('\n')
    .split('\n');
  const { found, missed } = placeParagraphs(lines, paragraphs ?? []);
  const numbered = lines.map((line, index) => `${found.get(index)?.label ?? ''}${line}`);
  const text = numbered.join('\n');
  return {
    name,
    format: 'doc',
    encoding: 'utf-8',
    text,
    marks: markLines(numbered, found),
    warnings: warnOfNumbers(numbered, paragraphs === undefined, missed),
  };
}

async function readContent(bytes: Uint8Array): Promise<DocContent> {
  try {
    return await readDoc(bytes);
  } catch (cause) {
    const directory = new TextDecoder('latin1').decode(bytes).replaceAll('\0', '');
    const stream = STREAMS.find((row) => directory.includes(row.name));
    const message = stream?.refused ?? '文档已损坏或加了密码，打不开；请用 Word 或 WPS 另存为 docx';
    throw new DecodeError(message, { cause });
  }
}

/** The lines that paragraphs stand in, and the numbered paragraphs that no line shows, with the line they stand behind. */
function placeParagraphs(lines: readonly string[], paragraphs: readonly DocParagraph[]) {
  const keys = lines.map(squeeze);
  const found = new Map<number, DocParagraph>();
  const missed: { paragraph: DocParagraph; line: number }[] = [];
  let next = 0;
  for (const paragraph of paragraphs) {
    const key = squeeze(paragraph.text);
    const line = keys.indexOf(key, next);
    if (line !== -1 && line < next + REACH) {
      found.set(line, paragraph);
      next = line + 1;
    } else if (paragraph.label !== undefined) missed.push({ paragraph, line: next });
  }
  return { found, missed };
}

function squeeze(text: string): string {
  return text.replace(/\s+/gu, '');
}

function warnOfNumbers(
  lines: readonly string[],
  isUnread: boolean,
  missed: readonly { paragraph: DocParagraph; line: number }[],
): IngestWarning[] {
  if (isUnread) {
    const message =
      '自动编号没有读出，标题的“一、”“（一）”可能缺失；请对照原件，或用 Word、WPS 另存为 docx';
    return [{ rule: 'lost-number', start: 0, end: 0, message }];
  }
  return missed.map(({ paragraph, line }) => {
    const at = lines.slice(0, line).reduce((sum, one) => sum + one.length + 1, 0);
    const message = `自动编号“${(paragraph.label ?? '').trim()}”没有写回：“${paragraph.text.slice(0, 20)}”`;
    return { rule: 'lost-number', start: at, end: at, message };
  });
}

/** Each line is a paragraph, except runs of lines that end in a tab: those are the rows of a table. */
function markLines(
  lines: readonly string[],
  found: ReadonlyMap<number, DocParagraph>,
): StructureMark[] {
  const marks: StructureMark[] = [];
  const titles = Array.from(found.values()).filter(({ heading }) => heading === 0).length;
  let rows: string[][] = [];
  let tableStart = 0;
  let start = 0;
  const closeTable = (end: number) => {
    if (rows.some((row) => row.length > 1)) {
      marks.push({ start: tableStart, end, kind: 'table', fixed: renderTable(rows) });
    }
    rows = [];
  };
  lines.forEach((line, index) => {
    const end = start + line.length;
    const heading = found.get(index)?.heading;
    if (line.endsWith('\t')) {
      if (rows.length === 0) tableStart = start;
      rows.push(line.slice(0, -1).split('\t'));
    } else {
      closeTable(start - 1);
      if (heading === 0 && titles === 1) marks.push({ start, end, kind: 'title', level: 1 });
      else if (heading !== undefined && heading > 0)
        marks.push({ start, end, kind: 'heading', level: heading });
      else if (line.trim() !== '') marks.push({ start, end, kind: 'paragraph' });
    }
    start = end + 1;
  });
  closeTable(start - 1);
  return marks;
}
