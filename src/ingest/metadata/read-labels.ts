import type { Edit } from '../tracked.ts';
import { LABELS } from './labels.ts';
import type { Field } from './labels.ts';

/** How much of the start and end of an article may hold labels (code units). */
const HEAD = 1200;
const TAIL = 400;

/** A labelled value, and the edit that moves it out of the body. */
export interface LabelHit {
  readonly field: Field;
  readonly value: string;
  readonly edit: Edit;
}

/**
 * Find labelled metadata (作者：, 来源：, 作者单位：, 责任编辑：, catalogue numbers) and the edits that move it out of the body.
 * Where a label parted two blocks, a line break stays.
 *
 * @example
 * findLabels('题目\n作者：李晓萍\n正文')[0]?.value; // '李晓萍'
 */
export function findLabels(text: string): LabelHit[] {
  const hits: LabelHit[] = [];
  for (const { field, pattern, rule, where, leaves } of LABELS) {
    for (const match of text.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (
        !isInPlace(where, start, text.length) ||
        hits.some(({ edit }) => start < edit.end && end > edit.start)
      )
        continue;
      const fixed = leaves === '\n' && parts(text, start, end) ? '\n' : '';
      hits.push({ field, value: (match[1] ?? match[0]).trim(), edit: { start, end, fixed, rule } });
    }
  }
  return hits;
}

function isInPlace(
  where: 'head' | 'tail' | 'edge' | 'any',
  start: number,
  length: number,
): boolean {
  if (where === 'any') return true;
  const head = start < HEAD;
  const tail = start > length - TAIL;
  return where === 'head' ? head : where === 'tail' ? tail : head || tail;
}

/** Whether text stands on both sides, so that taking the piece out would glue two blocks. */
function parts(text: string, start: number, end: number): boolean {
  return (
    start > 0 && end < text.length && text.charAt(start - 1) !== '\n' && text.charAt(end) !== '\n'
  );
}
