import { showSigns } from './block-signs.ts';
import { chooseWindows, opensBlock, type Range } from './excerpt-window.ts';
import { fold, type Simplified } from './fold.ts';
import type { Piece } from './types.ts';

/** Code units of an excerpt. */
const LENGTH = 84;

/**
 * Cut the stretch of a text that shows most of the query, and mark it.
 *
 * Marks are exact: they are found in the folded text and mapped back, so that 標準 in the text is marked for 标准, and
 * a query without blanks marks across them. Running text is shown before lists and particulars (又称、佐证材料…); where
 * only those hold the query, the text they belong to stands before them. Blocks and tags are parted by `·`.
 *
 * @param text - Original text with the signs of `block-signs.ts`.
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
  const shown = withoutChoices(text, ranges);
  const windows = chooseWindows(shown, ranges, length);
  const pieces = windows.flatMap(([from, to], i) => {
    const before = windows[i - 1]?.[1];
    const cut = cutPieces(shown, ranges, from, to);
    const gap = before === undefined ? from > 0 && !opensBlock(shown, from) : before < from;
    return gap ? [{ text: before === undefined ? '…' : ' … ', mark: false }, ...cut] : cut;
  });
  const end = windows[windows.length - 1]?.[1] ?? 0;
  if (end < shown.length && shown[end] !== '\n') pieces.push({ text: '…', mark: false });
  return joinPlain(pieces).map(({ text: piece, mark }) => ({ text: showSigns(piece), mark }));
}

/**
 * Mark a short text as a whole, such as a title.
 *
 * @example
 * markWhole('三会一课记录', ['三会一课']); // [{ text: '三会一课', mark: true }, { text: '记录', mark: false }]
 */
export function markWhole(
  text: string,
  wanted: readonly string[],
  simplified?: Simplified,
): Piece[] {
  return joinPlain(cutPieces(text, findRanges(text, wanted, simplified), 0, text.length));
}

/** A text without the last line where that is what may be ticked (是、否、不适用), unless the query stands there. */
function withoutChoices(text: string, ranges: readonly Range[]): string {
  const choices = /\n[^\n\u200b]{1,4}(?:\u200b[^\n\u200b]{1,4})+$/u.exec(text);
  if (choices === null || ranges.some(({ to }) => to > choices.index)) return text;
  return text.slice(0, choices.index);
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
  return pieces;
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
