import { isTraditional } from '../../text/traditional.ts';
import { applyEdits, textToInput } from '../tracked.ts';
import type { Edit, Tracked } from '../tracked.ts';
import type { IngestWarning } from '../types.ts';
import { findCharacterRepairs } from './characters.ts';
import { findLostBytes } from './lost-byte.ts';
import { findConfusables } from './ocr.ts';
import { findPinyin } from './pinyin.ts';
import { findSplitCharacters } from './pinyin-split.ts';
import type { RepairResult } from './pinyin-split.ts';
import { findDashes, findHalfWidth } from './punctuation.ts';
import { findQuotes } from './quotes.ts';
import { findTraditional } from './simplify.ts';
import { findSpaces } from './spaces.ts';

/** A working text and what a human should look at (places point into the decoded input). */
export interface Repaired {
  readonly tracked: Tracked;
  readonly warnings: readonly IngestWarning[];
}

/** So often widening may bring forth new neighbours: brackets within brackets within brackets. */
const NESTING = 6;

/** How to treat traditional characters. */
export type Simplify = 'auto' | 'always' | 'never';

/**
 * Repair damage that concerns bytes and characters. Byte damage comes first, because its proofs need the text as the
 * damage left it: readings still in place, punctuation still half-width, characters still traditional.
 *
 * @example
 * repairCharacters(track('因?yàn)…'), 'auto').tracked.text;
 */
export function repairCharacters(tracked: Tracked, simplify: Simplify): Repaired {
  const warnings: IngestWarning[] = [];
  const prove = (before: Tracked, find: (text: string) => RepairResult): Tracked => {
    const { edits, warnings: found } = find(before.text);
    const toInput = textToInput(before);
    warnings.push(
      ...found.map((one) => ({ ...one, start: toInput(one.start), end: toInput(one.end) })),
    );
    return applyEdits(before, edits);
  };
  let text = step(tracked, findCharacterRepairs);
  text = prove(text, findSplitCharacters);
  text = prove(text, findLostBytes);
  text = step(text, findPinyin);
  if (simplify === 'always' || (simplify === 'auto' && isTraditional(text.text)))
    text = step(text, findTraditional);
  return { tracked: text, warnings };
}

/**
 * Repair spaces, widths, quotes, dashes and recognition mistakes, once the bytes are right. Spaces go first, because
 * a space hides the neighbours of a mark.
 *
 * @example
 * repairTypography(track('党 建,引领')).text; // '党建，引领'
 */
export function repairTypography(tracked: Tracked): Tracked {
  const before = [findConfusables, findDashes, findSpaces].reduce(step, tracked);
  // A widened bracket makes its outer neighbour Chinese, and the space beside it superfluous; nesting is shallow.
  let wide = before;
  for (let depth = 0; depth < NESTING; depth += 1) {
    const edits = findHalfWidth(wide.text);
    if (edits.length === 0) break;
    wide = step(applyEdits(wide, edits), findSpaces);
  }
  return step(wide, findQuotes);
}

function step(tracked: Tracked, find: (text: string) => readonly Edit[]): Tracked {
  return applyEdits(tracked, find(tracked.text));
}
