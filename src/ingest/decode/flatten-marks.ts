import { splitTableRow } from '../emit/table-lines.ts';
import type { DecodedInput, StructureMark } from '../types.ts';

/**
 * Turn marked source into plain text with the marks of its structure: what a word processor's file is read into.
 *
 * Markup and furniture are carried out; a table becomes lines of cells between tabs, under a mark with its Markdown.
 *
 * @param input - Text with marks, as the HTML decoder gives them.
 * @returns Text and marks of kinds title, heading, paragraph, list-item and table, in new offsets.
 * @example
 * flattenMarks({ text: '<h1>通知</h1>', marks }); // { text: '通知', marks: [{ start: 0, end: 2, kind: 'heading', level: 1 }] }
 */
export function flattenMarks(input: Pick<DecodedInput, 'text' | 'marks'>): {
  text: string;
  marks: StructureMark[];
} {
  const parts: string[] = [];
  const tables: StructureMark[] = [];
  /** Source offset and text offset at each place where the two drift apart. */
  const anchors: { from: number; to: number }[] = [{ from: 0, to: 0 }];
  let at = 0;
  let length = 0;
  const add = (part: string) => {
    parts.push(part);
    length += part.length;
  };
  for (const mark of input.marks) {
    if (mark.kind !== 'markup' && mark.kind !== 'chrome' && mark.kind !== 'table') continue;
    add(input.text.slice(at, mark.start));
    anchors.push({ from: mark.start, to: length });
    const start = length;
    add(mark.kind === 'table' ? toTabbed(mark.fixed ?? '') : (mark.fixed ?? ''));
    if (mark.kind === 'table') tables.push({ ...mark, start, end: length });
    at = mark.end;
    anchors.push({ from: at, to: length });
  }
  add(input.text.slice(at));
  const toText = (offset: number, isEnd: boolean) => {
    const anchor = anchors[findLast(anchors, offset, isEnd)] ?? { from: 0, to: 0 };
    return anchor.to + Math.max(0, offset - anchor.from);
  };
  const structures = input.marks
    .filter(
      ({ kind }) =>
        kind === 'title' || kind === 'heading' || kind === 'paragraph' || kind === 'list-item',
    )
    .map((mark) => ({ ...mark, start: toText(mark.start, false), end: toText(mark.end, true) }));
  const marks = [...structures, ...tables].toSorted(
    (one, other) => one.start - other.start || other.end - one.end,
  );
  return { text: parts.join(''), marks };
}

/** The last anchor at (a start) or strictly before (an end, unless it is exact) an offset. */
function findLast(anchors: readonly { from: number }[], offset: number, isEnd: boolean): number {
  let low = 0;
  let high = anchors.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const from = anchors[middle]?.from ?? Infinity;
    // Where markup starts at the offset, an end stands before it and a start after it.
    if (isEnd ? from < offset : from <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function toTabbed(markdown: string): string {
  const lines = markdown.split('\n');
  return lines
    .filter((line) => !/^\|(?: --- \|)+$/.test(line))
    .map((line) => (line.startsWith('|') ? splitTableRow(line).join('\t') : line))
    .join('\n');
}
