import { countFreeRows, RECTIFICATION_COLUMNS } from '../rectification.ts';
import { rectificationRows } from '../sheet.ts';
import type { ResolvedChecklist } from '../types.ts';
import { inkControl } from './controls.ts';
import { element } from './element.ts';

const FIELDS = [
  { part: 'problem', label: '存在问题', tag: 'textarea' },
  { part: 'measure', label: '整改措施', tag: 'textarea' },
  { part: 'person', label: '责任人', tag: 'input' },
  { part: 'deadline', label: '完成时限', tag: 'input' },
] as const;

/**
 * Put the blanks 存在问题, 整改措施, 责任人, 完成时限 under every item answered with 否, and take them away under others.
 * What was written stays in the sheet.
 *
 * @example
 * showRectRows(form, checklist, { 'item.a.01.result': 'no' }); // 第 1 项下面出现“整改措施”
 */
export function showRectRows(
  form: HTMLFormElement,
  checklist: ResolvedChecklist,
  values: Readonly<Record<string, string>>,
): void {
  if (!checklist.rectification) return;
  const rows = form.querySelectorAll<HTMLTableRowElement>('tr.item');
  for (const row of rows) {
    const item = row.dataset['item'] ?? '';
    const next = row.nextElementSibling;
    const shown = next?.classList.contains('rect-row') === true;
    const wanted = values[`item.${item}.result`] === 'no';
    if (wanted && !shown)
      row.insertAdjacentElement('afterend', makeRectRow(item, row.cells.length));
    if (!wanted && shown) next.remove();
    if (wanted) fillRectRow(row, values);
  }
}

/**
 * Write the items answered with 否 into the table 整改事项, above its free rows.
 *
 * @example
 * showRectTable(form, checklist, values); // 整改事项：3 | 会议通知提前发出 | 提前三天发通知 | 张三 | 12 月底
 */
export function showRectTable(
  form: HTMLFormElement,
  checklist: ResolvedChecklist,
  values: Readonly<Record<string, string>>,
): void {
  const body = form.querySelector('.rect-free');
  if (!body) return;
  for (const row of body.querySelectorAll('.rect-item')) body.removeChild(row);
  const firstFree = body.firstChild;
  for (const row of rectificationRows(checklist, values)) {
    const made = element(
      'tr',
      { class: 'rect-item' },
      ...RECTIFICATION_COLUMNS.map(({ key }) => element('td', { class: `r-${key}` }, row[key])),
    );
    body.insertBefore(made, firstFree);
  }
}

/**
 * Give the table 整改事项 the free rows it needs, as copies of its first free row.
 *
 * @example
 * showFreeRows(form, { 'rect.3.problem': '宣传栏没有更新' }); // 第三行写了字，出现空的第四行
 */
export function showFreeRows(
  form: HTMLFormElement,
  values: Readonly<Record<string, string>>,
): void {
  const body = form.querySelector('.rect-free');
  const first = body?.querySelector('tr:not(.rect-item)');
  if (!body || !first) return;
  const rows = body.querySelectorAll('tr:not(.rect-item)');
  const needed = countFreeRows(values);
  for (let row = rows.length; row > needed; row -= 1) {
    const last = rows[row - 1];
    if (last) body.removeChild(last);
  }
  for (let row = rows.length + 1; row <= needed; row += 1) {
    body.appendChild(copyFreeRow(first, row));
  }
}

function copyFreeRow(first: Element, number: number): Element {
  const row = first.cloneNode(true) as Element;
  for (const area of row.querySelectorAll('textarea')) {
    area.name = area.name.replace(/^rect\.\d+/u, `rect.${String(number)}`);
    const label = area.getAttribute('aria-label') ?? '';
    area.setAttribute('aria-label', label.replace(/\d+/u, String(number)));
    area.value = '';
    inkControl(area);
  }
  return row;
}

function makeRectRow(item: string, columns: number): HTMLTableRowElement {
  const fields = FIELDS.map(({ part, label, tag }) => {
    const control = element(tag, { name: `item.${item}.${part}` });
    if (control instanceof HTMLTextAreaElement) control.rows = 1;
    return element('label', {}, label, control);
  });
  const grid = element('div', { class: 'rect-grid' }, ...fields);
  const cell = element('td', { colspan: String(columns) }, grid);
  return element('tr', { class: 'rect-row' }, cell);
}

function fillRectRow(row: HTMLTableRowElement, values: Readonly<Record<string, string>>): void {
  const controls = row.nextElementSibling?.querySelectorAll<HTMLInputElement>('[name]') ?? [];
  for (const control of controls) {
    if (control === document.activeElement) continue;
    control.value = values[control.name] ?? '';
    inkControl(control);
  }
}
