import type { DecodedInput } from '../types.ts';

/**
 * The text that an input's marks leave: markup and tables replaced by what they stand for, furniture taken out.
 *
 * @returns Text before any repair; what an editor sees in the original program.
 * @example
 * applyMarks({ text: '<p>党建</p>', marks: [markup(0, 3), markup(5, 9)] }); // '党建'
 */
export function applyMarks(input: Pick<DecodedInput, 'text' | 'marks'>): string {
  const parts: string[] = [];
  let at = 0;
  for (const mark of input.marks) {
    if (mark.kind !== 'markup' && mark.kind !== 'chrome' && mark.kind !== 'table') continue;
    parts.push(input.text.slice(at, mark.start), mark.fixed ?? '');
    at = mark.end;
  }
  return parts.join('') + input.text.slice(at);
}
