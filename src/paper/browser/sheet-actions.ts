import type { ResolvedChecklist } from '../types.ts';
import { saveOffice, type OfficeKind } from './save-office.ts';
import type { SheetDesk } from './sheet-desk.ts';
import { exportSheets } from './sheet-files.ts';
import type { StatusLine } from './status-line.ts';

/** What the buttons of a form work on. */
export interface ActionOptions {
  readonly form: HTMLFormElement;
  readonly checklist: ResolvedChecklist;
  readonly desk: SheetDesk;
  readonly status: StatusLine;
  /** Address of a script by its name: those that make Word and Excel files. */
  readonly addressOf: (name: string) => string;
}

type Actions = Readonly<Record<string, () => void>>;

/**
 * What the buttons above a form do, by their `data-do`.
 *
 * @example
 * sheetActions({ form, checklist, desk, status, addressOf })['clear']?.(); // “已清空，可以撤销”
 */
export function sheetActions(options: ActionOptions): Actions {
  return { ...editActions(options), ...exchangeActions(options), ...officeActions(options) };
}

function editActions({ desk, status: { report } }: ActionOptions): Actions {
  return {
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
  };
}

function exchangeActions({ form, checklist, desk, status: { say } }: ActionOptions): Actions {
  return {
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
  };
}

function officeActions({ checklist, desk, status, addressOf }: ActionOptions): Actions {
  const save = (kind: OfficeKind): void => {
    status.say('正在生成文件……');
    saveOffice(kind, { checklist, sheet: desk.current(), sheets: desk.sheets(), addressOf }).then(
      status.say,
      status.sayError,
    );
  };
  return {
    docx: () => {
      save('docx');
    },
    xlsx: () => {
      save('xlsx');
    },
    summary: () => {
      if (desk.sheets().length > 0) save('summary');
      else status.say('还没有填写，没有可汇总的内容。');
    },
  };
}
