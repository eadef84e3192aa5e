import type { Nodes, Root, Table, Text } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly';
import { gfm } from 'micromark-extension-gfm';
import { renderTable } from '../emit/table-lines.ts';
import type { DecodedInput, StructureMark } from '../types.ts';
import { decodeTextBytes } from './decode-text-bytes.ts';
import { readMarkdownHead } from './markdown-head.ts';

const BLOCKS = new Set([
  'paragraph',
  'heading',
  'listItem',
  'blockquote',
  'table',
  'code',
  'html',
  'thematicBreak',
  'list',
  'footnoteDefinition',
]);
const ENTITY = /^&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/i;

/**
 * Read a Markdown file: headings, lists and tables by its markup, which is taken out of the text. HTML in it stays as
 * the text it is, except comments; numbers of ordered lists stay too.
 *
 * @param name - File name.
 * @param bytes - The file.
 * @param encoding - What the editor says the encoding is.
 * @throws {DecodeError} If no encoding gives readable text.
 * @example
 * decodeMarkdown('通知.md', bytesOf('## 一、**总则**')).marks; // markup 0–3, heading 3–9, markup 5–7 …
 */
export function decodeMarkdown(name: string, bytes: Uint8Array, encoding?: string): DecodedInput {
  const decoded = decodeTextBytes(bytes, encoding);
  // Lines that end in CR alone or CRLF keep their length, so that offsets stay those of the file.
  const source = decoded.text;
  const head = readMarkdownHead(source);
  // What stands before the body is blanked out, for the same reason.
  const body = source.slice(0, head.end).replace(/[^\r\n]/g, ' ') + source.slice(head.end);
  const root = fromMarkdown(body, {
    extensions: [gfm(), cjkFriendlyExtension()],
    mdastExtensions: [gfmFromMarkdown()],
  });
  const marks = [...head.marks, ...markMarkdown(source, root, head.end, head.hasTitle)];
  const sorted = marks.toSorted((one, other) => one.start - other.start || other.end - one.end);
  return { name, format: 'md', encoding: decoded.encoding, text: source, marks: sorted };
}

function markMarkdown(
  source: string,
  root: Root,
  from: number,
  hasTitle: boolean,
): StructureMark[] {
  const marks: StructureMark[] = [];
  const structures: { start: number; end: number; kind: 'heading' | 'list-item'; level: number }[] =
    [];
  const kept: { start: number; end: number }[] = [];
  let last = from;
  let isBreak = false;

  const closeGap = (until: number) => {
    const joiner = isBreak && kept.length > 0 ? '\n' : '';
    if (until > last && source.slice(last, until) !== joiner) {
      marks.push({
        start: last,
        end: until,
        kind: 'markup',
        ...(joiner === '' ? {} : { fixed: joiner }),
      });
    }
    isBreak = false;
  };
  const keep = (start: number, end: number) => {
    closeGap(start);
    kept.push({ start, end });
    last = end;
  };
  const keepText = (node: Text) => {
    for (const part of alignText(source, node)) {
      keep(part.start, part.end);
      if (part.fixed !== undefined)
        marks.push({ start: part.start, end: part.end, kind: 'markup', fixed: part.fixed });
    }
  };
  const visit = (node: Nodes, depth: number): void => {
    if (node.type === 'html' && node.value.startsWith('<!--')) return;
    const [start, end] = rangeOf(node);
    const isBlock = BLOCKS.has(node.type);
    if (isBlock || node.type === 'break') isBreak = true;
    const first = kept.length;
    if (node.type === 'text') keepText(node);
    else if (node.type === 'table') keepTable(node, start, end);
    else if ((node.type === 'inlineCode' || node.type === 'code') && node.value !== '') {
      const at = source.indexOf(node.value, start);
      // Indented code and code in quotations have prefixes on every line: then the source stands as it is.
      if (at >= 0 && at + node.value.length <= end) keep(at, at + node.value.length);
      else keep(start, end);
    } else if (node.type === 'html') keep(start, end);
    else if ('children' in node) {
      if (node.type === 'listItem') keepNumber(start);
      for (const child of node.children) visit(child, depth + (node.type === 'list' ? 1 : 0));
    }
    if (isBlock) isBreak = true;
    const [head, tail] = [kept[first], kept.at(-1)];
    if (head === undefined || tail === undefined) return;
    if (node.type === 'heading')
      structures.push({ start: head.start, end: tail.end, kind: 'heading', level: node.depth });
    if (node.type === 'listItem')
      structures.push({ start: head.start, end: tail.end, kind: 'list-item', level: depth });
  };
  const keepNumber = (start: number) => {
    const number = /^\d{1,9}[.)]\s/.exec(source.slice(start, start + 12))?.[0];
    if (number !== undefined) keep(start, start + number.length);
  };
  const keepTable = (table: Table, start: number, end: number) => {
    closeGap(start);
    const rows = table.children.map((row) => row.children.map(plainText));
    marks.push({ start, end, kind: 'table', fixed: renderTable(rows) });
    kept.push({ start, end });
    last = end;
    isBreak = true;
  };

  visit(root, 0);
  isBreak = false;
  closeGap(source.length);
  const tops = structures.filter(({ kind, level }) => kind === 'heading' && level === 1);
  const firstHeading = structures.find(({ kind }) => kind === 'heading');
  // A single first-level heading that comes first is the title.
  const title =
    !hasTitle && tops.length === 1 && tops[0] === firstHeading ? firstHeading : undefined;
  return [
    ...marks,
    ...structures.map((mark) => (mark === title ? { ...mark, kind: 'title' as const } : mark)),
  ];
}

/** Where a text node's characters stand in the source; escapes, entities and prefixes of lines are left out. */
function alignText(source: string, node: Text): { start: number; end: number; fixed?: string }[] {
  const [start, end] = rangeOf(node);
  const raw = source.slice(start, end);
  if (raw === node.value) return [{ start, end }];
  const parts: { start: number; end: number; fixed?: string }[] = [];
  let open: { start: number; end: number } | undefined;
  let at = 0;
  for (let i = 0; i < raw.length;) {
    const entity = raw[i] === '&' ? ENTITY.exec(raw.slice(i, i + 40))?.[0] : undefined;
    const next = node.value.codePointAt(at);
    if (entity !== undefined && next !== undefined && !node.value.startsWith(entity, at)) {
      const fixed = String.fromCodePoint(next);
      parts.push({ start: start + i, end: start + i + entity.length, fixed });
      open = undefined;
      at += fixed.length;
      i += entity.length;
    } else if (raw[i] === node.value[at]) {
      if (open?.end === start + i) open.end += 1;
      else parts.push((open = { start: start + i, end: start + i + 1 }));
      at += 1;
      i += 1;
    } else {
      i += 1;
    }
  }
  return parts;
}

function plainText(node: Nodes): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(plainText).join('') : '';
}

function rangeOf(node: Nodes): [number, number] {
  return [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
}
