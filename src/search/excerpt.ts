import { fold, type Simplified } from './fold.ts';
import type { Piece } from './types.ts';

/** Code units of an excerpt. */
const LENGTH = 84;
/** Code units shown before the first mark, when no clause begins nearer. */
const LEAD = 18;

/**
 * Cut the stretch of a text that shows most of the query, and mark it.
 *
 * Marks are exact: they are found in the folded text and mapped back, so that 標準 in the text is marked for 标准, and
 * a query without blanks marks across them.
 *
 * @param text - Original text; line breaks are shown as blanks.
 * @param wanted - Folded strings to mark, the most telling first.
 * @returns Pieces that join to the excerpt; `…` at a cut end.
 * @example
 * excerpt('坚持“三会一课”制度。', ['三会一课']);
 * // [{ text: '坚持“', mark: false }, { text: '三会一课', mark: true }, { text: '”制度。', mark: false }]
 */
export function excerpt(
  text: string,
  wanted: readonly string[],
  { simplified, length = LENGTH }: { simplified?: Simplified; length?: number } = {},
): Piece[] {
  const ranges = findRanges(text, wanted, simplified);
  const [from, to] = windowOf(text, ranges, length);
  const pieces = cutPieces(text, ranges, from, to);
  if (from > 0) pieces.unshift({ text: '…', mark: false });
  if (to < text.length) pieces.push({ text: '…', mark: false });
  return joinPlain(pieces);
}

/** A stretch of the original text, in code units; `weight` says how much it tells. */
interface Range {
  readonly from: number;
  readonly to: number;
  readonly weight: number;
}

/** Every place of every wanted string, in order of place; strings inside an earlier one's place are dropped. */
function findRanges(text: string, wanted: readonly string[], simplified?: Simplified): Range[] {
  const { text: folded, at } = fold(text, simplified);
  const ranges: Range[] = [];
  const taken = new Uint8Array(folded.length);
  for (const want of wanted) {
    if (want === '') continue;
    for (let i = folded.indexOf(want); i >= 0; i = folded.indexOf(want, i + 1)) {
      if (taken[i] === 1 && taken[i + want.length - 1] === 1) continue;
      taken.fill(1, i, i + want.length);
      ranges.push({
        from: at[i] ?? 0,
        to: endOf(text, at[i + want.length - 1] ?? 0),
        weight: want.length * want.length,
      });
    }
  }
  return ranges.sort((a, b) => a.from - b.from);
}

function endOf(text: string, start: number): number {
  const point = text.codePointAt(start) ?? 0;
  return start + (point > 0xffff ? 2 : 1);
}

/** The window with the greatest weight, moved back to the beginning of its clause. */
function windowOf(text: string, ranges: readonly Range[], length: number): [number, number] {
  let best = 0;
  let start = 0;
  ranges.forEach((range, i) => {
    let weight = 0;
    for (let j = i; j < ranges.length; j += 1) {
      const other = ranges[j];
      if (other === undefined || other.to > range.from + length - LEAD) break;
      weight += other.weight;
    }
    if (weight > best) {
      best = weight;
      start = range.from;
    }
  });
  const from = clauseStart(text, start);
  return [from, Math.max(Math.min(text.length, from + length), 0)];
}

/** Where the clause around `at` begins, at most {@link LEAD} units back; a line break always begins one. */
function clauseStart(text: string, at: number): number {
  const lead = text.slice(Math.max(0, at - LEAD), at);
  const line = lead.lastIndexOf('\n');
  if (line >= 0) return at - lead.length + line + 1;
  if (at <= LEAD) return 0;
  const sentence = /[。！？；](?=[^。！？；]*$)/.exec(lead);
  if (sentence !== null) return at - lead.length + sentence.index + 1;
  const start = at - lead.length;
  const split = text.charCodeAt(start);
  return split >= 0xdc00 && split <= 0xdfff ? start + 1 : start;
}

function cutPieces(text: string, ranges: readonly Range[], from: number, to: number): Piece[] {
  const pieces: Piece[] = [];
  let at = from;
  for (const range of ranges) {
    const start = Math.max(range.from, at);
    const end = Math.min(range.to, to);
    if (end <= start) continue;
    if (start > at) pieces.push({ text: text.slice(at, start), mark: false });
    pieces.push({ text: text.slice(start, end), mark: true });
    at = end;
  }
  if (at < to) pieces.push({ text: text.slice(at, to), mark: false });
  return pieces.map(({ text: piece, mark }) => ({ text: piece.replace(/\s*\n\s*/g, ' '), mark }));
}

/** Join neighbours of the same kind. */
function joinPlain(pieces: readonly Piece[]): Piece[] {
  const out: Piece[] = [];
  for (const piece of pieces) {
    const last = out[out.length - 1];
    if (last !== undefined && last.mark === piece.mark)
      out[out.length - 1] = { text: last.text + piece.text, mark: piece.mark };
    else out.push(piece);
  }
  return out;
}
