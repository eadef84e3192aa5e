import { readAccountLine, readMetaLine } from './metadata/meta-line.ts';
import { namesOf } from './metadata/names.ts';
import type { MetaLine } from './metadata/meta-line.ts';
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
    if (kind === 'chrome') {
      const rule = metaLineOf(input, mark) === undefined ? 'chrome' : 'to-publication';
      return [{ start, end, fixed: '', rule }];
    }
    if ((kind !== 'markup' && !(kind === 'table' && mark.fixed !== undefined)) || isInChrome(mark))
      return [];
    return [{ start, end, fixed, rule: 'markup' }];
  });
  return applyEdits(tracked, edits);
}

/**
 * What the page says about the article in a block that is not part of its text: date, origin, author under the title.
 *
 * @example
 * statedFields(input); // [{ date: '2021-06-15', publication: '市直机关工委', author: '张三' }]
 */
export function statedFields(input: DecodedInput): MetaLine[] {
  return input.marks.flatMap((mark) =>
    mark.kind === 'chrome' ? (metaLineOf(input, mark) ?? []) : [],
  );
}

/** A block that the page itself names for the author. */
const AUTHOR_BLOCK = /^.?<[a-z]+[^>]*(?:class|id)=["'](?:[^"']*[\s_-])?author[\s"'_-]/iu;

/** A block of page furniture is a line of fields up to this length, its markup included (code units). */
const FIELDS = 1500;

function metaLineOf(input: DecodedInput, { start, end }: StructureMark): MetaLine | undefined {
  if (end - start > FIELDS) return undefined;
  const text = input.text
    .slice(start, end)
    .replace(/<[^>]{0,500}>/gu, ' ')
    .replace(/&(?:nbsp|ensp|emsp|#160);/gu, ' ')
    .replace(/:/gu, (colon, at: number, whole: string) =>
      /\d/u.test(whole.charAt(at - 1)) ? colon : '：',
    )
    .replace(/\s+/gu, ' ')
    .trim();
  const names = AUTHOR_BLOCK.test(input.text.slice(Math.max(0, start - 1), end))
    ? namesOf(text)
    : undefined;
  return (
    readMetaLine(text) ??
    readAccountLine(text) ??
    (names === undefined ? undefined : { author: names.join('、') })
  );
}

/** 某某委员会文件. */
const RED_HEAD = /(?:委员会|工委|党委|党组|政府|局|厅|办公室|部)文件$/u;

/**
 * The title that the file format states, as it stands in the working text; undefined where there is none.
 *
 * @example
 * statedTitle(text, input); // '抓基层打基础'
 */
export function statedTitle(tracked: Tracked, input: DecodedInput): string | undefined {
  const place = placeOf(tracked);
  for (const mark of input.marks) {
    const text = mark.kind === 'title' ? place(mark)?.text : undefined;
    // The largest print of an official paper is its red head.
    if (text !== undefined && !RED_HEAD.test(text)) return text;
  }
  return undefined;
}

/**
 * Where the titles that the file format states start in the working text.
 *
 * @example
 * statedTitles(text, input); // [0, 812]: 篇一 and 篇二 in one file
 */
export function statedTitles(tracked: Tracked, input: DecodedInput): number[] {
  const place = placeOf(tracked);
  return input.marks.flatMap((mark) => (mark.kind === 'title' ? (place(mark)?.start ?? []) : []));
}

/**
 * The headings that the file format states, as places in the working text.
 *
 * @example
 * statedHeadings(text, input); // [{ start: 0, end: 4, level: 2 }] of 一、总则
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

/**
 * Where list items start in the working text, in a text whose headings the format states too: there a figure before a
 * short line numbers an item. Elsewhere authors set headings as lists.
 *
 * @example
 * statedItems(text, input).has(0); // true for 1. 先听汇报
 */
export function statedItems(tracked: Tracked, input: DecodedInput): ReadonlySet<number> {
  if (input.format !== 'md' || !input.marks.some(({ kind }) => kind === 'heading'))
    return new Set();
  const place = placeOf(tracked);
  return new Set(
    input.marks.flatMap((mark) => (mark.kind === 'list-item' ? (place(mark)?.start ?? []) : [])),
  );
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
