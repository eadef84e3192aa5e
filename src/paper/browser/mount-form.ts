import { sumPoints } from '../sheet.ts';
import type { ResolvedChecklist } from '../types.ts';
import { showChanges, showRetired } from './changes-panel.ts';
import { inkControl, showValues, type Control } from './controls.ts';
import { delayEntries } from './delayed-entries.ts';
import { goToOpenItem, showProgress } from './progress.ts';
import { showFreeRows, showRectRows, showRectTable } from './rect-rows.ts';
import { sheetActions } from './sheet-actions.ts';
import { openDesk } from './sheet-desk.ts';
import { readSheets } from './sheet-files.ts';
import { showSheets } from './sheet-picker.ts';
import { storageKey } from './shelf.ts';
import { statusLine } from './status-line.ts';
import { allowTakingBack } from './take-back.ts';

type Values = Readonly<Record<string, string>>;

/**
 * Turn the blank form of a checklist page into one that keeps what is written on this device.
 *
 * @param addressOf - Address of a script by its name: those that make Word and Excel files.
 * @example
 * mountForm(form, checklist, siblingAddress('/assets/checklist.js')); // 表上方出现“新建”“打印”“导出本表”等按钮
 */
export function mountForm(
  form: HTMLFormElement,
  checklist: ResolvedChecklist,
  addressOf: (name: string) => string,
): void {
  const desk = openDesk(checklist);
  const status = statusLine(form);
  let values: Record<string, string> = {};

  const show = (): void => {
    values = { ...desk.current()?.values };
    showSheets(form, desk);
    showFreeRows(form, values);
    showValues(form, values);
    showAnswers(form, checklist, values);
    showChanges(form, checklist, desk.current(), () => {
      status.report(desk.confirm(), '已按现行版继续');
      show();
    });
    showRetired(form, checklist, desk.current());
  };
  const entries = delayEntries((pending) => {
    const first = desk.current() === undefined;
    status.report(desk.write(pending));
    if (first) showSheets(form, desk);
  });
  const record = (name: string, value: string): void => {
    values[name] = value;
    entries.add(name, value);
    if (name.startsWith('item.')) showAnswers(form, checklist, values);
    if (name.startsWith('rect.')) showFreeRows(form, values);
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
  });
  onEntry(form, (name, value) => {
    record(name, value);
    status.warn();
  });
  allowTakingBack(form, (name) => values[name], record);
  onPick(form, (id) => {
    entries.flush();
    status.report(desk.choose(id), '');
    show();
  });
  onLeaving(entries.flush);
  onOtherTab(checklist.id, () => {
    entries.flush();
    desk.reload();
    show();
  });
  const actions = sheetActions({ form, checklist, desk, status, addressOf });
  form.addEventListener('click', (event) => {
    const name = (event.target as HTMLElement).dataset['do'] ?? '';
    if (name === 'next') goToOpenItem(form, checklist, values);
    const action = actions[name];
    if (!action) return;
    entries.flush();
    action();
    if (name !== 'print') show();
  });
  onFiles(form, status.sayError, async (files) => {
    const sheets = await readSheets(files, checklist.id);
    status.report(desk.add(sheets), `已导入 ${String(sheets.length)} 张表`);
    show();
  });
  unveil(form);
  show();
}

/** Show what follows from the answers: blanks for 整改, the progress, the sum of points. */
function showAnswers(form: HTMLFormElement, checklist: ResolvedChecklist, values: Values): void {
  showRectRows(form, checklist, values);
  showRectTable(form, checklist, values);
  showProgress(form, checklist, values);
  const sum = form.querySelector('.sum-points');
  if (sum) sum.textContent = String(sumPoints(checklist, values) ?? '');
}

function onEntry(form: HTMLFormElement, record: (name: string, value: string) => void): void {
  form.addEventListener('input', (event) => {
    const control = event.target as Control | HTMLSelectElement;
    if (control instanceof HTMLSelectElement || control.name === '') return;
    inkControl(control);
    record(control.name, control.value);
  });
}

function onPick(form: HTMLFormElement, choose: (id: string) => void): void {
  form.querySelector('select')?.addEventListener('change', (event) => {
    choose((event.target as HTMLSelectElement).value);
  });
}

/** A page that is hidden may never come back, and what is printed must be what is stored. */
function onLeaving(flush: () => void): void {
  window.addEventListener('pagehide', flush);
  document.addEventListener('visibilitychange', flush);
  window.addEventListener('beforeprint', flush);
}

/** Another tab wrote to the same checklist, while the reader is not in this one. */
function onOtherTab(checklist: string, reload: () => void): void {
  window.addEventListener('storage', (event) => {
    if (event.key === storageKey(checklist) && !document.hasFocus()) reload();
  });
}

function onFiles(
  form: HTMLFormElement,
  sayError: (error: unknown) => void,
  add: (files: readonly File[]) => Promise<void>,
): void {
  form.querySelector('input[type="file"]')?.addEventListener('change', (event) => {
    const input = event.target as HTMLInputElement;
    const files = [...(input.files ?? [])];
    if (files.length === 0) return;
    add(files)
      .catch(sayError)
      .then(() => {
        // Emptied, so that choosing the same file again is a change.
        input.value = '';
      }, sayError);
  });
}

/** Show the buttons that work only with this script. */
function unveil(form: HTMLFormElement): void {
  form.classList.add('js-form');
  for (const part of ['.sheets', '.progress']) {
    const shown = form.querySelector<HTMLElement>(part);
    if (shown) shown.hidden = false;
  }
}
