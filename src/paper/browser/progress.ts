import { choicesOf } from '../columns.ts';
import { countAnswers } from '../count-answers.ts';
import { listItems } from '../sheet.ts';
import type { ResolvedChecklist } from '../types.ts';

/** How far below the line a jump leaves an item at most, in CSS pixels. */
const UNDER_LINE = 60;

type Values = Readonly<Record<string, string>>;

/**
 * Say how far a sheet is filled in, in the line that stays in view above the items.
 *
 * @example
 * showProgress(form, checklist, values); // 已填 12/34 项，否 3 项
 */
export function showProgress(
  form: HTMLFormElement,
  checklist: ResolvedChecklist,
  values: Values,
): void {
  const line = form.querySelector('.progress-text');
  const button = form.querySelector<HTMLButtonElement>('[data-do="next"]');
  if (!line || !button) return;
  const { yes, no, na, open } = countAnswers(checklist, values);
  const done = yes + no + na;
  const refused = choicesOf(checklist.use).find(({ value }) => value === 'no')?.label ?? '';
  const text = [
    `已填 ${String(done)}/${String(done + open)} 项`,
    ...(no > 0 ? [`${refused} ${String(no)} 项`] : []),
  ].join('，');
  if (line.textContent !== text) line.textContent = text;
  button.hidden = open === 0 || done === 0;
}

/**
 * Go to the next item without an answer, below the one at the top of the screen, else to the first of all.
 *
 * @example
 * goToOpenItem(form, checklist, values); // 跳到第 13 项
 */
export function goToOpenItem(
  form: HTMLFormElement,
  checklist: ResolvedChecklist,
  values: Values,
): void {
  const bar = form.querySelector('.progress')?.getBoundingClientRect().bottom ?? 0;
  const open = listItems(checklist)
    .filter(({ id }) => (values[`item.${id}.result`] ?? '') === '')
    .flatMap(({ id }) => document.getElementById(id) ?? []);
  const below = open.filter((row) => row.getBoundingClientRect().top > bar);
  const first = below[0];
  // An item that the last jump led to still stands right under the line: the one after it is meant.
  const again =
    first?.id === form.dataset['jumped'] &&
    first !== undefined &&
    first.getBoundingClientRect().top < bar + UNDER_LINE;
  const next = (again ? below[1] : first) ?? open[0];
  if (!next) return;
  form.dataset['jumped'] = next.id;
  next.scrollIntoView();
  next.querySelector<HTMLInputElement>('input[type="radio"]')?.focus({ preventScroll: true });
}
