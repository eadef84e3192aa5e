import { applyEdits, textToInput } from '../tracked.ts';
import type { Edit, Tracked } from '../tracked.ts';
import type { HeadingForm, IngestWarning } from '../types.ts';
import { findHeadings } from './find-headings.ts';
import type { Heading, StatedHeading } from './find-headings.ts';
import { findLabelled } from './glued-labels.ts';
import { levelsOf } from './levels.ts';
import { findLostBreaks } from './lost-breaks.ts';
import { findPoints } from './points.ts';
import { findWrappedHeadings } from './wrapped-headings.ts';

/** A node of the outline before classification; the offset is in the returned text. */
export interface Node {
  readonly level: number;
  readonly heading: string;
  readonly form: HeadingForm;
  readonly offset: number;
}

/** The headings of an article as a tree, and what is doubtful about them. */
export interface Outline {
  /** The text with glued headings on lines of their own. */
  readonly tracked: Tracked;
  readonly nodes: readonly Node[];
  readonly warnings: readonly IngestWarning[];
}

/** What is known about an article's structure from elsewhere. */
export interface OutlineHints {
  /** Headings that the file format states, in offsets of the given text. */
  readonly stated: (tracked: Tracked) => readonly StatedHeading[];
  readonly title: string | null;
  /** Starts of list items that the file format states, in offsets of the given text. */
  readonly listed?: (tracked: Tracked) => ReadonlySet<number>;
}

/** Unnumbered headings of a text without numbers are its highest. */
const LOST_RANK = 5;

/**
 * Find headings, points and labels, give glued headings a line of their own, and lay the outline out in reading order.
 *
 * @example
 * readOutline(track('一、意义\n正文。'), { stated: () => [], title: null }).nodes; // [{ level: 1, heading: '一、意义', form: 'line', offset: 0 }]
 */
export function readOutline(
  source: Tracked,
  { stated, title, listed = () => new Set() }: OutlineHints,
): Outline {
  const whole = applyEdits(source, findWrappedHeadings(source.text));
  const numbered = findHeadings(whole.text, stated(whole), listed(whole));
  const lost = numbered.some(({ rank }) => rank > 0)
    ? { headings: [], breaks: [] }
    : findLostBreaks(whole.text, title);
  // A break moves what follows by one unit, and headings are found again behind it.
  const tracked = applyEdits(whole, lost.breaks);
  const moved = shiftBy(lost.breaks.map(({ start }) => start));
  const glued = lost.headings.map(([start, end]): Heading => ({
    start: start + moved(start),
    end: end + moved(end - 1),
    form: 'glued',
    rank: LOST_RANK,
    depth: 1,
    style: 'lost',
    sure: true,
  }));
  const headings = withoutIssuedTitle(
    [...findHeadings(tracked.text, stated(tracked), listed(tracked)), ...glued].sort(
      (a, b) => a.start - b.start,
    ),
    tracked.text,
    title,
  );
  const breaks = headings
    .filter(({ form, style }) => form === 'glued' || style === 'article')
    .flatMap(({ start, end, form }) => (form === 'glued' ? [start, end] : [start]));
  const newLines = breaks.filter(
    (at) =>
      at > 0 &&
      at < tracked.text.length &&
      tracked.text.charAt(at) !== '\n' &&
      tracked.text.charAt(at - 1) !== '\n',
  );
  const edits = [...new Set(newLines)].map((at): Edit => ({
    start: at,
    end: at,
    fixed: '\n',
    rule: 'split-heading',
  }));
  const split = applyEdits(tracked, edits);
  const shift = shiftBy([...new Set(newLines)].sort((a, b) => a - b));
  const levels = levelsOf(headings);
  const formal = headings.map((heading, index): Node => ({
    level: levels[index] ?? 1,
    heading: tracked.text.slice(heading.start, heading.end).trim(),
    form: heading.form,
    offset: heading.start + shift(heading.start),
  }));
  const labels = findLabelled(split.text).map(({ start, label }): Node => ({
    level: 1,
    heading: label,
    form: 'label',
    offset: start,
  }));
  const nodes = [
    ...formal,
    ...labels.filter(({ offset }) => !formal.some((node) => node.offset === offset)),
  ].sort((a, b) => a.offset - b.offset);
  const toInput = textToInput(split);
  return {
    tracked: split,
    nodes: [...nodes, ...findPoints(split.text, nodes)].sort((a, b) => a.offset - b.offset),
    warnings: headings
      .filter(({ sure }) => !sure)
      .map((heading) => guessWarning(heading, tracked, toInput, shift)),
  };
}

/** 关于印发《…办法》的通知: the paper that a notice issues. */
const ISSUED = /(?:印发|发布|公布|转发|下发)[^《]{0,4}《([^》]{4,60})》/u;

/**
 * The title of the one paper that a notice issues names the whole and divides nothing, so its sections are the highest.
 * Where attachments stand beside it, it is one of several and stays.
 */
function withoutIssuedTitle(
  headings: readonly Heading[],
  text: string,
  title: string | null,
): readonly Heading[] {
  const issued = ISSUED.exec(title ?? '')?.[1];
  const [first] = headings;
  if (issued === undefined || first === undefined) return headings;
  const letters = (raw: string): string => raw.replace(/[^\p{L}\p{N}]/gu, '');
  const isIssued = letters(text.slice(first.start, first.end)) === letters(issued);
  const isAlone = levelsOf(headings).filter((level) => level === 1).length === 1;
  return isIssued && isAlone ? headings.slice(1) : headings;
}

function guessWarning(
  heading: Heading,
  { text }: Tracked,
  toInput: (offset: number) => number,
  shift: (offset: number) => number,
): IngestWarning {
  const start = heading.start + shift(heading.start);
  return {
    rule: 'heading-guess',
    start: toInput(start),
    end: toInput(start + heading.end - heading.start),
    message: `标题与正文粘连，边界是推测：“${text.slice(heading.start, heading.end)}”`,
  };
}

/** How many line breaks were put in at or before a place. `at` is sorted. */
function shiftBy(at: readonly number[]): (offset: number) => number {
  return (offset) => {
    let low = 0;
    let high = at.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((at[middle] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}
