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
import { findLetterSpacing } from './letter-spacing.ts';
import { findDashes, findFullStops, findFullWidthDigits, findHalfWidth } from './punctuation.ts';
import { findQuotes } from './quotes.ts';
import { findTraditional } from './simplify.ts';
import { findSpaces } from './spaces.ts';

/** A working text and what a human should look at (places point into the decoded input). */
export interface Repaired {
  readonly tracked: Tracked;
  readonly warnings: readonly IngestWarning[];
}

/** So many rounds of repairs may bring forth new ones: brackets within brackets within quotes. */
const ROUNDS = 8;

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
  text = step(text, findFullWidthDigits);
  text = step(text, findLetterSpacing);
  return { tracked: text, warnings };
}

/**
 * Repair spaces, widths, quotes, dashes and recognition mistakes, once the bytes are right. Spaces go first, because
 * a space hides the neighbours of a mark,
 * and words that recognition mistook.
 *
 * @example
 * repairTypography(track('党 建,引领')).text; // '党建，引领'
 */
export function repairTypography(tracked: Tracked): Tracked {
  let text = [findConfusables, findDashes, findSpaces, findConfusables].reduce(step, tracked);
  // Each repair may give its neighbours a Chinese neighbour: a quote beside a space, a bracket beside a comma.
  for (let round = 0; round < ROUNDS; round += 1) {
    const next = [findQuotes, findHalfWidth, findFullStops, findSpaces].reduce(step, text);
    if (next === text) break;
    text = next;
  }
  return text;
}

function step(tracked: Tracked, find: (text: string) => readonly Edit[]): Tracked {
  return applyEdits(tracked, find(tracked.text));
}
