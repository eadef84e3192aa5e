import { parse } from 'yaml';
import type { Edit, Segment, Tracked } from '../tracked.ts';
import { applyEdits } from '../tracked.ts';
import type { IngestWarning } from '../types.ts';

/**
 * Corrections to one document that no rule can find: columns in the wrong order, words that recognition got wrong.
 * Anchors are short quotations of the raw text (at most {@link LONGEST_ANCHOR} characters), each unique in it.
 */
export interface Patch {
  /** Name of the file it came from, for messages. */
  readonly name: string;
  /** The patch applies to a text that holds every one of these. */
  readonly match: readonly string[];
  readonly operations: readonly Operation[];
}

/** One correction, with the reason for it. */
export type Operation =
  /** Pieces that tile one region, each from its anchor to the next in the text, put into the order of the list. */
  | { readonly order: readonly string[]; readonly end: string; readonly reason: string }
  /** `at` becomes `with`; a list of places may share one row. */
  | { readonly replace: string; readonly with: string; readonly reason: string }
  | { readonly remove: string; readonly reason: string };

/** Longest anchor in characters: long enough to be unique, too short to be a copied sentence. */
export const LONGEST_ANCHOR = 12;

/** Inside an anchor of an `order`, the place of the cut; without it the cut is at the anchor's start. */
const CUT = '▸';

/**
 * Read a patch file (YAML).
 *
 * @param name - File name, for messages.
 * @throws With the file and the field, where the file is no patch.
 * @example
 * parsePatch('match: [某刊]\noperations:\n  - {remove: 皿, reason: 脚注号}', 'a.yaml').operations.length; // 1
 */
export function parsePatch(source: string, name: string): Patch {
  const data: unknown = parse(source);
  if (!isRecord(data)) throw new Error(`补丁 ${name}：应为含 match 与 operations 的对象`);
  const { match, operations } = data;
  if (!isStrings(match) || match.length === 0)
    throw new Error(`补丁 ${name}：match 应为非空的字符串列表`);
  if (!Array.isArray(operations)) throw new Error(`补丁 ${name}：operations 应为列表`);
  return {
    name,
    match,
    operations: operations.map((one, index) =>
      readOperation(one, `补丁 ${name} 第 ${index + 1} 项`),
    ),
  };
}

/**
 * Apply the patches whose anchors a text holds. An operation whose anchor is missing or not unique is left out, with a
 * warning.
 *
 * @example
 * applyPatches(track('乙甲'), [{ name: 'a', match: ['甲'], operations: [{ order: ['甲', '乙'], end: '', reason: '错栏' }] }]).tracked.text; // '甲乙'
 */
export function applyPatches(
  tracked: Tracked,
  patches: readonly Patch[],
): { tracked: Tracked; warnings: IngestWarning[] } {
  const warnings: IngestWarning[] = [];
  let text = tracked;
  for (const patch of patches.filter(({ match }) =>
    match.every((anchor) => tracked.text.includes(anchor)),
  )) {
    const edits: Edit[] = [];
    for (const operation of patch.operations) {
      if ('order' in operation) continue;
      const anchor = 'replace' in operation ? operation.replace : operation.remove;
      const at = uniqueIndex(text.text, anchor);
      if (at === undefined) warnings.push(unused(patch, anchor));
      else if ('replace' in operation) edits.push(...minimalEdit(at, anchor, operation.with));
      else edits.push({ start: at, end: at + anchor.length, fixed: '', rule: 'patch-remove' });
    }
    // Words first: their anchors are quoted from the text as it stood.
    text = applyEdits(text, edits);
    for (const operation of patch.operations) {
      if (!('order' in operation)) continue;
      const moved = reorder(text, operation.order, operation.end);
      if (typeof moved === 'string') warnings.push(unused(patch, moved));
      else text = moved;
    }
  }
  return { tracked: text, warnings };
}

/** Only what differs between the anchor and its replacement is an edit; the words around are kept. */
function minimalEdit(at: number, from: string, to: string): Edit[] {
  let head = 0;
  while (head < from.length && head < to.length && from[head] === to[head]) head += 1;
  let tail = 0;
  while (
    tail < from.length - head &&
    tail < to.length - head &&
    from.at(-1 - tail) === to.at(-1 - tail)
  )
    tail += 1;
  const rule = to.length - tail === head ? 'patch-remove' : 'patch-replace';
  return [
    {
      start: at + head,
      end: at + from.length - tail,
      fixed: to.slice(head, to.length - tail),
      rule,
    },
  ];
}

/** The text with the pieces of one region in a new order; the anchor that has no unique place, where there is one. */
function reorder(tracked: Tracked, order: readonly string[], end: string): Tracked | string {
  const { text } = tracked;
  const starts = new Map<string, number>();
  for (const anchor of order) {
    const at = uniqueIndex(text, anchor);
    if (at === undefined) return anchor;
    starts.set(anchor, at);
  }
  const limit = end === '' ? text.length : uniqueIndex(text, end);
  if (limit === undefined) return end;
  const cuts = [...starts.values(), limit].sort((a, b) => a - b);
  const first = cuts[0] ?? 0;
  const pieces = order.map((anchor) => {
    const from = starts.get(anchor) ?? 0;
    return slice(tracked, from, cuts[cuts.indexOf(from) + 1] ?? limit, 'patch-move');
  });
  const segments = [
    ...slice(tracked, 0, first),
    ...pieces.flat(),
    ...slice(tracked, limit, text.length),
  ];
  return { text: segments.map((segment) => segment.text).join(''), segments };
}

/** Segments of [from, to). One that an earlier step had rewritten goes with the piece its first unit is in. */
function slice(
  { segments }: Tracked,
  from: number,
  to: number,
  rule: 'patch-move' | null = null,
): Segment[] {
  let at = 0;
  return segments.flatMap((segment): Segment[] => {
    const start = from - at;
    const end = to - at;
    at += segment.text.length;
    const { text } = segment;
    if (text === '' || text.length !== segment.end - segment.start)
      return start <= 0 && end > 0 ? [segment] : [];
    const low = Math.max(start, 0);
    const high = Math.min(end, text.length);
    if (low >= high) return [];
    return [
      {
        text: text.slice(low, high),
        start: segment.start + low,
        end: segment.start + high,
        rule: segment.rule ?? rule,
      },
    ];
  });
}

/** Where an anchor's cut lies; undefined unless the anchor stands exactly once. */
function uniqueIndex(text: string, anchor: string): number | undefined {
  const plain = anchor.replace(CUT, '');
  const at = text.indexOf(plain);
  if (at === -1 || text.includes(plain, at + 1)) return undefined;
  return at + Math.max(anchor.indexOf(CUT), 0);
}

function unused({ name }: Patch, anchor: string): IngestWarning {
  return {
    rule: 'patch-unused',
    start: 0,
    end: 0,
    message: `补丁 ${name}：锚点“${anchor}”没有找到或不唯一`,
  };
}

function readOperation(value: unknown, place: string): Operation {
  if (!isRecord(value)) throw new Error(`${place}：应为对象`);
  const { reason, order, end, replace, remove } = value;
  if (typeof reason !== 'string' || reason === '')
    throw new Error(`${place}：缺 reason（为什么这样改）`);
  if (isStrings(order) && typeof end === 'string')
    return {
      order: order.map((one) => anchorOf(one, place)),
      end: end === '' ? '' : anchorOf(end, place),
      reason,
    };
  if (typeof replace === 'string' && typeof value['with'] === 'string')
    return { replace: anchorOf(replace, place), with: value['with'], reason };
  if (typeof remove === 'string') return { remove: anchorOf(remove, place), reason };
  throw new Error(`${place}：应为 order+end、replace+with 或 remove 之一`);
}

function anchorOf(anchor: string, place: string): string {
  if (anchor === '') throw new Error(`${place}：锚点为空`);
  if (Array.from(anchor.replace(CUT, '')).length > LONGEST_ANCHOR)
    throw new Error(`${place}：锚点“${anchor}”超过 ${LONGEST_ANCHOR} 字`);
  return anchor;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isStrings(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}
