import { listItems } from './sheet.ts';
import type { ResolvedChecklist } from './types.ts';

/** Number of items by answer; `open` are those without one. */
export type AnswerCounts = Readonly<Record<'yes' | 'no' | 'na' | 'open', number>>;

/**
 * Count the answers of a sheet.
 *
 * @returns How many items of the checklist as it stands have each answer, and how many have none.
 * @example
 * countAnswers(checklist, { 'item.a.01.result': 'no' }); // { yes: 0, no: 1, na: 0, open: 5 }（一项答“否”）
 */
export function countAnswers(
  checklist: ResolvedChecklist,
  values: Readonly<Record<string, string>>,
): AnswerCounts {
  const counts = { yes: 0, no: 0, na: 0, open: 0 };
  for (const { id } of listItems(checklist)) counts[toAnswer(values[`item.${id}.result`])] += 1;
  return counts;
}

function toAnswer(result: string | undefined): keyof AnswerCounts {
  return result === 'yes' || result === 'no' || result === 'na' ? result : 'open';
}
