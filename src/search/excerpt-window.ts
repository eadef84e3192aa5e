import { NAMES_NEXT } from './block-signs.ts';

/** Code units shown before the first mark where its sentence begins no nearer than {@link FAR}. */
const LEAD = 18;
/** Code units within which the beginning of a sentence or block is looked for. */
const FAR = 42;
/** Code units by which an excerpt may be shorter to end with a sentence or block. */
const SHORTER = 24;
/** Factor for the weight of what stands in lists and particulars. */
const PARTICULARS = 0.2;
/** Code units shown of the text that a line of particulars belongs to. */
const HEAD = 40;

/** A stretch of the original text, in code units; `weight` says how much it tells. */
export interface Range {
  readonly from: number;
  readonly to: number;
  readonly weight: number;
}

/** Code units from the first number to the second. */
export type Window = readonly [number, number];

/** A block of the text, and whether it reads as text. */
interface Line {
  readonly from: number;
  readonly to: number;
  readonly prose: boolean;
}

function readLines(text: string): Line[] {
  let from = 0;
  let named = false;
  return text.split('\n').map((line) => {
    const at = from;
    from += line.length + 1;
    const prose = !named && isProse(line);
    named = line.endsWith(NAMES_NEXT);
    return { from: at, to: at + line.length, prose };
  });
}

/** What has a sentence's signs, or is long and no list; never what is labelled (佐证材料：…). */
function isProse(line: string): boolean {
  if (/^[^，。；！？]{2,8}：/u.test(line)) return false;
  if (/[，。；！？]/u.test(line)) return true;
  return line.length >= 12 && line.split('、').length < 3;
}

/**
 * The stretches of a text to show: where most of the query stands, from the beginning of its block or sentence where
 * that is near; where that is among particulars (又称、佐证材料…), before it the text they belong to.
 *
 * @param text - Text of a section.
 * @param ranges - Where the query stands, in order.
 * @param length - Code units to show, about.
 * @returns One or two stretches, in order; the first running text where the query stands nowhere.
 * @example
 * chooseWindows('术语\n每月一次的党员活动。', [], 84); // [[3, 13]]
 */
export function chooseWindows(text: string, ranges: readonly Range[], length: number): Window[] {
  const lines = readLines(text);
  const proseFrom = lines.find(({ prose }) => prose);
  const hit = bestRange(ranges, lines, length);
  if (hit === undefined) {
    const from = proseFrom?.from ?? 0;
    return [[from, endOfWindow(text, from, { least: from, length })]];
  }
  const line = lines.findIndex(({ to }) => hit.from <= to);
  const inProse = lines[line]?.prose === true;
  const begin = beginOfWindow(text, hit.from);
  // The name of what the line says belongs to it (又称：…).
  const from = lines[line]?.from === begin ? (nameBefore(text, lines[line - 1]) ?? begin) : begin;
  if (inProse || proseFrom === undefined || proseFrom.to > from)
    return [[from, endOfWindow(text, from, { least: hit.to, length })]];
  const headTo = Math.min(
    proseFrom.to,
    endOfWindow(text, proseFrom.from, { least: proseFrom.from, length: HEAD }),
  );
  if (headTo + 1 >= from)
    return [[proseFrom.from, endOfWindow(text, proseFrom.from, { least: hit.to, length })]];
  const head: Window = [proseFrom.from, headTo];
  const rest = Math.max(length - (headTo - proseFrom.from), length / 2);
  return [head, [from, endOfWindow(text, from, { least: hit.to, length: rest })]];
}

/** Where a line begins that names the next. */
function nameBefore(text: string, line: Line | undefined): number | undefined {
  return line !== undefined && text[line.to - 1] === NAMES_NEXT ? line.from : undefined;
}

/** Where the window with the greatest weight begins; particulars weigh less than text. */
function bestRange(
  ranges: readonly Range[],
  lines: readonly Line[],
  length: number,
): Range | undefined {
  const prose = ranges.map(({ from }) => lineAt(lines, from)?.prose === true);
  let most = 0;
  let best: Range | undefined;
  ranges.forEach((range, i) => {
    let weight = 0;
    for (let j = i; j < ranges.length; j += 1) {
      const other = ranges[j];
      if (other === undefined || other.to > range.from + length - LEAD) break;
      // Text is shown from where it begins, not behind particulars.
      if (prose[j] === true && prose[i] !== true) break;
      weight += other.weight * (prose[j] === true ? 1 : PARTICULARS);
    }
    if (weight <= most) return;
    most = weight;
    best = range;
  });
  return best;
}

function lineAt(lines: readonly Line[], at: number): Line | undefined {
  return lines.find(({ to }) => at <= to);
}

/** The beginning of the block or sentence around `at`, or of a clause, or at worst some units before. */
function beginOfWindow(text: string, at: number): number {
  const far = Math.max(0, at - FAR);
  const before = text.slice(far, at);
  const sentence = /(?:^|[\n。！？；])(?=[^\n。！？；]*$)/u.exec(before);
  if (sentence !== null && (far === 0 || sentence[0] !== ''))
    return far + sentence.index + sentence[0].length;
  const near = Math.max(0, at - LEAD);
  const clause = text.slice(near, at).search(/[，：、）]/u);
  return wholeCharacter(text, clause < 0 ? near : near + clause + 1);
}

/** The end of a window: with a sentence or block, if one ends near, never before `least`. */
function endOfWindow(
  text: string,
  from: number,
  { least, length }: { least: number; length: number },
): number {
  const most = Math.max(least, Math.min(text.length, Math.floor(from + length)));
  if (most === text.length) return most;
  const start = Math.max(least, most - SHORTER);
  const tail = text.slice(start, most + 1);
  const block = tail.lastIndexOf('\n');
  if (block >= 0) return withoutName(text, start + block, least);
  const sentence = Math.max(
    ...Array.from('。！？；', (sign) => tail.lastIndexOf(sign, most - start - 1)),
  );
  return sentence >= 0 ? start + sentence + 1 : wholeCharacter(text, most);
}

/** An end moved before a line that only names what would follow. */
function withoutName(text: string, end: number, least: number): number {
  if (text[end - 1] !== NAMES_NEXT) return end;
  const line = text.lastIndexOf('\n', end - 1);
  return line >= least ? line : end;
}

/**
 * Whether a block begins at a place.
 *
 * @example
 * opensBlock('议题\n决议', 3); // true
 */
export function opensBlock(text: string, at: number): boolean {
  return at === 0 || text[at - 1] === '\n';
}

/** The same place, or one unit on where it is inside a character. */
function wholeCharacter(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at + 1 : at;
}
