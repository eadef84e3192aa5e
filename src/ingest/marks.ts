import type { StatedHeading } from './outline/find-headings.ts';
import { applyEdits, inputToText } from './tracked.ts';
import type { Edit, Tracked } from './tracked.ts';
import type { DecodedInput, StructureMark } from './types.ts';

/**
 * Apply what the file format states: chrome goes, markup and tables become what they stand for, a page break becomes a
 * line break.
 *
 * @example
 * applyMarks(track('<p>正文</p>'), input).text; // '正文\n'
 */
export function applyMarks(tracked: Tracked, input: DecodedInput): Tracked {
  const chrome = input.marks.filter(({ kind }) => kind === 'chrome');
  const isInChrome = within(chrome);
  const edits = input.marks.flatMap((mark): Edit[] => {
    const { start, end, kind, fixed = '' } = mark;
    if (kind === 'chrome') return [{ start, end, fixed: '', rule: 'chrome' }];
    if ((kind !== 'markup' && !(kind === 'table' && mark.fixed !== undefined)) || isInChrome(mark))
      return [];
    return [{ start, end, fixed, rule: 'markup' }];
  });
  return applyEdits(tracked, edits);
}

/**
 * The title that the file format states, as it stands in the working text; undefined where there is none.
 *
 * @example
 * statedTitle(text, input); // '抓基层打基础'
 */
export function statedTitle(tracked: Tracked, input: DecodedInput): string | undefined {
  const mark = input.marks.find(({ kind }) => kind === 'title');
  return mark === undefined ? undefined : placeOf(tracked)(mark)?.text;
}

/**
 * The headings that the file format states, as places in the working text.
 *
 * @example
 * statedHeadings(text, input); // [{ start: 0, end: 7, level: 2 }]
 */
export function statedHeadings(tracked: Tracked, input: DecodedInput): StatedHeading[] {
  const place = placeOf(tracked);
  return input.marks.flatMap((mark) => {
    if (mark.kind !== 'heading') return [];
    const found = place(mark);
    return found === undefined
      ? []
      : [{ start: found.start, end: found.end, level: mark.level ?? 1 }];
  });
}

/** Where a mark's content stands in the working text, without white space at its ends. */
function placeOf(
  tracked: Tracked,
): (mark: StructureMark) => { start: number; end: number; text: string } | undefined {
  const toText = inputToText(tracked);
  return (mark) => {
    const from = toText(mark.start);
    const raw = tracked.text.slice(from, toText(mark.end));
    const text = raw.trim();
    if (text === '' || text.includes('\n')) return undefined;
    const start = from + raw.indexOf(text);
    return { start, end: start + text.length, text };
  };
}

/** Whether a mark lies inside one of the given ranges; asked in the order of the marks. */
function within(ranges: readonly StructureMark[]): (mark: StructureMark) => boolean {
  let next = 0;
  return ({ start, end }) => {
    while ((ranges[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next += 1;
    const range = ranges[next];
    return range !== undefined && range.start <= start && end <= range.end;
  };
}
