import { sumPoints, type Sheet } from '../sheet.ts';
import { readSheetFile, writeSheetFile } from '../sheet-file.ts';
import type { ResolvedChecklist } from '../types.ts';
import { showChanges, showRetired } from './changes-panel.ts';
import { inkControl, invalidNotice, isRadio, showValues, type Control } from './controls.ts';
import { clearElement, element } from './element.ts';
import { readFile, saveFile } from './files.ts';
import { goToOpenItem, showProgress } from './progress.ts';
import { showFreeRows, showRectRows, showRectTable } from './rect-rows.ts';
import { saveOffice, type OfficeKind } from './save-office.ts';
import { openDesk } from './sheet-desk.ts';
import { storageKey, type Stored } from './shelf.ts';

/** The longest time an entry stays unstored, in milliseconds, however fast the reader goes on typing. */
const STORE_AFTER = 500;

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
  let values: Record<string, string> = {};
  let unsaved: Record<string, string> = {};
  let timer = 0;

  const report = (stored: Stored, done?: string): void => {
    const time = new Date().toTimeString().slice(0, 5);
    // A warning stays for as long as what it warns of.
    const saved = invalidNotice(form) ?? `已保存在这个浏览器里 ${time}`;
    say(stored.ok ? (done ?? saved) : stored.message);
  };
  const say = (message: string): void => {
    const status = form.querySelector('.status');
    if (status) status.textContent = message;
  };
  const office = (kind: OfficeKind): void => {
    say('正在生成文件……');
    saveOffice(kind, { checklist, sheet: desk.current(), sheets: desk.sheets(), addressOf }).then(
      say,
      sayError,
    );
  };
  const showParts = (): void => {
    showRectRows(form, checklist, values);
    showRectTable(form, checklist, values);
    showProgress(form, checklist, values);
    const sum = form.querySelector('.sum-points');
    if (sum) sum.textContent = String(sumPoints(checklist, values) ?? '');
  };
  const sayError = (error: unknown): void => {
    say(error instanceof Error ? error.message : String(error));
  };
  const showSheets = (): void => {
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
  };
  const show = (): void => {
    values = { ...desk.current()?.values };
    showSheets();
    showFreeRows(form, values);
    showValues(form, values);
    showParts();
    showChanges(form, checklist, desk.current(), () => {
      report(desk.confirm(), '已按现行版继续');
      show();
    });
    showRetired(form, checklist, desk.current());
  };
  const flush = (): void => {
    window.clearTimeout(timer);
    timer = 0;
    if (Object.keys(unsaved).length === 0) return;
    const first = desk.current() === undefined;
    const pending = unsaved;
    unsaved = {};
    report(desk.write(pending));
    if (first) showSheets();
  };
  const record = (name: string, value: string): void => {
    values[name] = value;
    unsaved[name] = value;
    if (timer === 0) timer = window.setTimeout(flush, STORE_AFTER);
    if (name.startsWith('item.')) showParts();
    if (name.startsWith('rect.')) showFreeRows(form, values);
  };

  form.addEventListener('input', (event) => {
    const control = event.target as Control | HTMLSelectElement;
    if (control instanceof HTMLSelectElement || control.name === '') return;
    inkControl(control);
    record(control.name, control.value);
    const notice = invalidNotice(form);
    if (notice !== undefined) say(notice);
  });
  // Paper has a rubber, radio buttons have none: a second click takes an answer back, and so do Space and Delete.
  const takeBack = (control: HTMLInputElement): void => {
    control.checked = false;
    record(control.name, '');
  };
  const isChosen = (target: EventTarget | null): target is HTMLInputElement =>
    target instanceof HTMLInputElement && isRadio(target) && values[target.name] === target.value;
  form.addEventListener('click', (event) => {
    if (isChosen(event.target)) takeBack(event.target);
  });
  form.addEventListener('keydown', (event) => {
    if (!isChosen(event.target) || ![' ', 'Delete', 'Backspace'].includes(event.key)) return;
    event.preventDefault();
    takeBack(event.target);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
  });
  form.querySelector('select')?.addEventListener('change', (event) => {
    flush();
    report(desk.choose((event.target as HTMLSelectElement).value), '');
    show();
  });
  window.addEventListener('pagehide', flush);
  document.addEventListener('visibilitychange', flush);
  window.addEventListener('beforeprint', flush);
  window.addEventListener('storage', (event) => {
    if (event.key !== storageKey(checklist.id) || document.hasFocus()) return;
    flush();
    desk.reload();
    show();
  });

  const actions: Readonly<Record<string, () => void>> = {
    new: () => {
      const name = window.prompt('新表的名称，如“第三季度”', '');
      if (name === null) return;
      report(desk.create(name.trim() === '' ? undefined : name.trim()), '已新建一张空表');
    },
    rename: () => {
      const name = window.prompt('改成什么名称', desk.current()?.name ?? '')?.trim() ?? '';
      if (name !== '') report(desk.rename(name), `已改名为“${name}”`);
    },
    delete: () => {
      report(desk.remove(), '已删除，可以撤销');
    },
    clear: () => {
      report(desk.clear(), '已清空，可以撤销');
    },
    undo: () => {
      report(desk.undo(), '已恢复');
    },
    print: () => {
      window.print();
    },
    export: () => {
      const sheet = desk.current();
      if (sheet) exportSheets(`${checklist.title}-${sheet.name}`, [sheet]);
      else say('还没有填写，没有可导出的内容。');
    },
    'export-all': () => {
      if (desk.sheets().length > 0) exportSheets(`${checklist.title}-全部`, desk.sheets());
      else say('还没有填写，没有可导出的内容。');
    },
    import: () => {
      form.querySelector<HTMLInputElement>('input[type="file"]')?.click();
    },
    docx: () => {
      office('docx');
    },
    xlsx: () => {
      office('xlsx');
    },
    summary: () => {
      if (desk.sheets().length > 0) office('summary');
      else say('还没有填写，没有可汇总的内容。');
    },
  };
  form.addEventListener('click', (event) => {
    const name = (event.target as HTMLElement).dataset['do'] ?? '';
    if (name === 'next') goToOpenItem(form, checklist, values);
    const action = actions[name];
    if (!action) return;
    flush();
    action();
    if (name !== 'print') show();
  });
  form.querySelector('input[type="file"]')?.addEventListener('change', (event) => {
    const input = event.target as HTMLInputElement;
    const files = [...(input.files ?? [])];
    if (files.length === 0) return;
    readSheets(files, checklist.id)
      .then((sheets) => {
        report(desk.add(sheets), `已导入 ${String(sheets.length)} 张表`);
        show();
      })
      .catch(sayError)
      .then(() => {
        input.value = '';
      }, sayError);
  });

  form.classList.add('js-form');
  for (const part of ['.sheets', '.progress']) {
    const shown = form.querySelector<HTMLElement>(part);
    if (shown) shown.hidden = false;
  }
  show();
}

function exportSheets(name: string, sheets: readonly Sheet[]): void {
  const content = new Blob([writeSheetFile(sheets)], { type: 'application/json' });
  saveFile(`${name}.json`, content);
}

/** Read several export files. None is taken over when one of them has a fault. */
async function readSheets(files: readonly File[], checklist: string): Promise<Sheet[]> {
  const sheets: Sheet[] = [];
  for (const file of files) {
    const read = readSheetFile(await readFile(file), checklist);
    if (!read.ok) throw new Error(`${file.name}：${read.message}`);
    sheets.push(...read.sheets);
  }
  return sheets;
}
