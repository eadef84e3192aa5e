import type { RuleId } from './rules.ts';
import type { LedgerRow } from './types.ts';

/**
 * A run of the working text that knows which part of the decoded input it came from.
 *
 * `rule` is null where the run is the input as it stands; a removed run has an empty `text`.
 */
export interface Segment {
  readonly text: string;
  /** First code unit of the decoded input this run accounts for. */
  readonly start: number;
  /** One past the last. */
  readonly end: number;
  readonly rule: RuleId | null;
}

/** The working text of one article. Segments stand in reading order; a patch may have moved them. */
export interface Tracked {
  readonly text: string;
  readonly segments: readonly Segment[];
}

/** A change to the working text: [start, end) in code units of `Tracked.text` becomes `fixed`. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly fixed: string;
  readonly rule: RuleId;
}

/**
 * Start tracking: the whole input in one untouched run.
 *
 * @example
 * track('一、总则').segments; // [{ text: '一、总则', start: 0, end: 4, rule: null }]
 */
export function track(text: string): Tracked {
  return { text, segments: text === '' ? [] : [{ text, start: 0, end: text.length, rule: null }] };
}

/**
 * Apply edits and keep account of them. Linear in segments plus edits.
 *
 * An insertion (`start === end`) is booked on the unit before it, so that every row of the ledger covers at least one
 * unit; at the very start there is none, and the insertion is dropped. Where an edit cuts into a run that an earlier rule had rewritten to another
 * length, both become one run under the later rule, because the units no longer pair up.
 *
 * @param edits - Any order; an edit that overlaps an earlier one (by start) is dropped, so rules may propose freely.
 * @example
 * applyEdits(track('机(jī)关'), [{ start: 1, end: 5, fixed: '', rule: 'pinyin' }]).text; // '机关'
 */
export function applyEdits(tracked: Tracked, edits: readonly Edit[]): Tracked {
  const sorted = inOrder(edits, tracked.text);
  if (sorted.length === 0) return tracked;
  const out: Segment[] = [];
  const queue = tracked.segments;
  let index = 0;
  /** Units of the old text that have left the queue. */
  let offset = 0;
  /** The rest of a segment that an edit cut, standing before `queue[index]`. */
  let rest: Segment | undefined;
  const take = (): Segment | undefined => {
    const next = rest ?? queue[index];
    if (rest === undefined) index += 1;
    rest = undefined;
    return next;
  };
  /** Take whole segments, or a part where one can be cut, until the old text is covered up to `until`. */
  const takeUntil = (until: number, visit: (piece: Segment) => void): void => {
    while (offset < until) {
      const segment = take();
      if (segment === undefined) return;
      const room = until - offset;
      const fits = segment.text.length <= room || !canCut(segment);
      if (!fits) rest = cut(segment, room, segment.text.length);
      const piece = fits ? segment : cut(segment, 0, room);
      offset += piece.text.length;
      visit(piece);
    }
  };

  for (let next = 0; next < sorted.length;) {
    const first = sorted[next];
    if (first === undefined) break;
    let from = offset;
    let last: Segment | undefined;
    takeUntil(first.start, (piece) => {
      if (last !== undefined) out.push(last);
      from = offset - piece.text.length;
      last = piece;
    });
    // What the edit cuts into but cannot be cut goes through the edit as a whole.
    const group: Group = { rule: first.rule, text: '', start: -1, end: -1, parted: [], gone: [] };
    if (last !== undefined && offset <= first.start) {
      out.push(last);
      from = offset;
    } else if (last !== undefined) addTo(group, last);
    let cursor = from;
    let result = '';
    do {
      const edit = sorted[next];
      if (edit === undefined) break;
      takeUntil(edit.end, (piece) => {
        addTo(group, piece);
      });
      result += group.text.slice(cursor - from, edit.start - from) + edit.fixed;
      cursor = edit.end;
      next += 1;
    } while ((sorted[next]?.start ?? Number.POSITIVE_INFINITY) < offset);
    if (group.start < 0) {
      out.push(...group.gone);
      continue;
    }
    const text = result + group.text.slice(cursor - from);
    out.push(
      ...group.parted,
      { text, start: group.start, end: group.end, rule: group.rule },
      ...group.gone,
    );
  }
  while (index < queue.length || rest !== undefined) {
    const segment = take();
    if (segment !== undefined) out.push(segment);
  }
  return { text: out.map((segment) => segment.text).join(''), segments: out };
}

/**
 * Cut [start, end) out of a working text, as one article of a compilation. Removed runs at the edges go with the
 * part that starts there.
 *
 * @example
 * sliceTracked(track('篇一篇二'), 2, 4).text; // '篇二'
 */
export function sliceTracked(tracked: Tracked, start: number, end: number): Tracked {
  const segments: Segment[] = [];
  let offset = 0;
  for (const segment of tracked.segments) {
    const from = Math.max(start - offset, 0);
    const to = Math.min(end - offset, segment.text.length);
    if (from < to) segments.push(canCut(segment) ? cut(segment, from, to) : segment);
    else if (segment.text === '' && offset >= start && offset < end) segments.push(segment);
    offset += segment.text.length;
  }
  return { text: segments.map((segment) => segment.text).join(''), segments };
}

/**
 * The ledger of a working text over the whole decoded input. Units that no segment accounts for get `rule`.
 *
 * @param input - The decoded input.
 * @param elsewhere - Rule for units outside the article (`other-article`).
 * @example
 * ledgerOf(track('总则'), '总则', 'other-article');
 * // [{ start: 0, end: 2, action: 'keep', rule: 'text', raw: '总则' }]
 */
export function ledgerOf(tracked: Tracked, input: string, elsewhere: RuleId): LedgerRow[] {
  const rows: LedgerRow[] = [];
  let at = 0;
  const add = (start: number, end: number, rule: RuleId | null, fixed: string): void => {
    const raw = input.slice(start, end);
    const last = rows.at(-1);
    const action = fixed === raw ? 'keep' : fixed === '' ? 'remove' : 'replace';
    const id = action === 'keep' && rule !== 'patch-move' ? 'text' : (rule ?? 'text');
    if (last !== undefined && last.action === action && last.rule === id) {
      rows[rows.length - 1] = {
        ...last,
        end,
        raw: last.raw + raw,
        ...(action === 'replace' ? { fixed: (last.fixed ?? '') + fixed } : {}),
      };
      return;
    }
    rows.push({ start, end, action, rule: id, raw, ...(action === 'replace' ? { fixed } : {}) });
  };
  for (const segment of inInputOrder(tracked.segments)) {
    if (segment.start > at) add(at, segment.start, elsewhere, '');
    add(segment.start, segment.end, segment.rule, segment.text);
    at = segment.end;
  }
  if (at < input.length) add(at, input.length, elsewhere, '');
  return withoutCrumbs(rows);
}

/**
 * A look-up from the decoded input to the working text: the first unit of the text that came from `start` or later.
 *
 * @returns A function of an input offset, valid for non-decreasing calls as well as for any order.
 * @example
 * inputToText(track('总则'))(1); // 1
 */
export function inputToText(tracked: Tracked): (offset: number) => number {
  let at = 0;
  const places = tracked.segments.map((segment) => {
    const place = { segment, at };
    at += segment.text.length;
    return place;
  });
  places.sort((a, b) => a.segment.start - b.segment.start || a.segment.end - b.segment.end);
  return (offset) => {
    let low = 0;
    let high = places.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((places[middle]?.segment.end ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    const place = places[low];
    if (place === undefined) return tracked.text.length;
    if (offset <= place.segment.start) return place.at;
    return place.at + Math.min(offset - place.segment.start, place.segment.text.length);
  };
}

/**
 * A look-up from the working text back to the decoded input.
 *
 * @example
 * textToInput(applyEdits(track('机(jī)关'), [{ start: 1, end: 5, fixed: '', rule: 'pinyin' }]))(1); // 5
 */
export function textToInput(tracked: Tracked): (offset: number) => number {
  const filled = tracked.segments.filter((segment) => segment.text !== '');
  const textAt = new Uint32Array(filled.length + 1);
  filled.forEach((segment, index) => {
    textAt[index + 1] = (textAt[index] ?? 0) + segment.text.length;
  });
  return (offset) => {
    let low = 0;
    let high = filled.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((textAt[middle + 1] ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    const segment = filled[low];
    if (segment === undefined) return 0;
    return Math.min(segment.start + (offset - (textAt[low] ?? 0)), segment.end);
  };
}

/** Rules whose removals mean nothing inside a larger removal. */
const CRUMBS = new Set<string>([
  'pinyin',
  'space',
  'blank-line',
  'join-line',
  'control',
  'line-end',
]);

/** Join two removals of one rule over what a small repair had removed between them. */
function withoutCrumbs(rows: readonly LedgerRow[]): LedgerRow[] {
  const out: LedgerRow[] = [];
  rows.forEach((row, index) => {
    const last = out.at(-1);
    const next = rows[index + 1];
    const isCrumb = CRUMBS.has(row.rule) && next?.action === 'remove' && next.rule === last?.rule;
    const joins =
      row.action === 'remove' && last?.action === 'remove' && (row.rule === last.rule || isCrumb);
    if (joins) out[out.length - 1] = { ...last, end: row.end, raw: last.raw + row.raw };
    else out.push(row);
  });
  return out;
}

/** Rules that only dress a text: a run that an earlier rule had restored stays booked under that rule. */
const DRESSING = new Set<RuleId>([
  'simplify',
  'full-width',
  'space',
  'split-heading',
  'split-paragraph',
  'blank-line',
]);

/** Segments that an edit makes one. */
interface Group {
  rule: RuleId;
  text: string;
  start: number;
  end: number;
  /** Parts in front of the last run: removed earlier, or apart in the input because a patch moved them. */
  readonly parted: Segment[];
  /** Parts removed earlier, behind the last run so far. */
  readonly gone: Segment[];
}

/** One row cannot cover what an earlier rule removed, nor two runs that do not touch: the last run takes the text. */
function addTo(group: Group, piece: Segment): void {
  if (piece.text === '') {
    group.gone.push(piece);
    return;
  }
  if (group.start >= 0 && (group.gone.length > 0 || piece.start !== group.end)) {
    group.parted.push(
      { text: '', start: group.start, end: group.end, rule: group.rule },
      ...group.gone.splice(0),
    );
    group.start = piece.start;
  }
  if (group.start < 0) {
    group.parted.push(...group.gone.splice(0));
    group.start = piece.start;
  }
  if (piece.rule !== null && piece.rule !== 'patch-move' && DRESSING.has(group.rule))
    group.rule = piece.rule;
  group.end = piece.end;
  group.text += piece.text;
}

/** A run can be cut where its units pair up with the input one to one. */
function canCut(segment: Segment): boolean {
  return segment.text.length === segment.end - segment.start;
}

function cut(segment: Segment, from: number, to: number): Segment {
  return {
    text: segment.text.slice(from, to),
    start: segment.start + from,
    end: segment.start + to,
    rule: segment.rule,
  };
}

/** Edits by start, overlaps dropped, insertions widened to the unit they are booked on. */
function inOrder(edits: readonly Edit[], text: string): Edit[] {
  const sorted = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  const out: Edit[] = [];
  for (const proposed of sorted) {
    const last = out.at(-1);
    if (proposed.start === proposed.end) {
      // An insertion right after an edit joins that edit.
      if (last !== undefined && last.end >= proposed.start) {
        if (last.end === proposed.start)
          out[out.length - 1] = { ...last, fixed: last.fixed + proposed.fixed };
        continue;
      }
      const edit = widen(proposed, text);
      if (edit !== undefined) out.push(edit);
    } else if (last === undefined || last.end <= proposed.start) out.push(proposed);
  }
  return out;
}

function widen(edit: Edit, text: string): Edit | undefined {
  if (edit.fixed === '' || edit.start === 0) return undefined;
  return { ...edit, start: edit.start - 1, fixed: text.charAt(edit.start - 1) + edit.fixed };
}

function inInputOrder(segments: readonly Segment[]): readonly Segment[] {
  for (let index = 1; index < segments.length; index += 1) {
    if ((segments[index]?.start ?? 0) < (segments[index - 1]?.start ?? 0)) {
      return [...segments].sort((a, b) => a.start - b.start || a.end - b.end);
    }
  }
  return segments;
}
