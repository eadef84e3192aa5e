import { clearElement, element } from './element.ts';
import type { SheetDesk } from './sheet-desk.ts';

/**
 * Show the sheets of a checklist in the form's list of sheets, and the button 撤销 where there is something to undo.
 *
 * @example
 * showSheets(form, openDesk(checklist)); // 下拉框里有“第三季度”“第四季度”
 */
export function showSheets(form: HTMLFormElement, desk: SheetDesk): void {
  const select = form.querySelector('select');
  if (!select) return;
  clearElement(select);
  if (desk.sheets().length === 0)
    select.appendChild(element('option', { value: '' }, '（还没有填写）'));
  for (const sheet of desk.sheets()) {
    select.appendChild(element('option', { value: sheet.id }, sheet.name));
  }
  select.value = desk.current()?.id ?? '';
  const undo = form.querySelector<HTMLElement>('[data-do="undo"]');
  if (undo) undo.hidden = !desk.canUndo();
}
