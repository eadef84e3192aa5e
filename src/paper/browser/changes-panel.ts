import { choicesOf } from '../columns.ts';
import { compareSheet, hasChanges, retiredItems, type Sheet } from '../sheet.ts';
import type { ResolvedChecklist } from '../types.ts';
import { clearElement, element } from './element.ts';

/**
 * Say which items of the checklist changed since the sheet was begun, with a button that confirms them.
 *
 * @example
 * showChanges(form, checklist, sheet, confirm); // 清单已由 2026-10-01 版改为 2026-11-22 版：改动 1 项……
 */
export function showChanges(
  form: HTMLFormElement,
  checklist: ResolvedChecklist,
  sheet: Sheet | undefined,
  onConfirm: () => void,
): void {
  const panel = form.querySelector<HTMLElement>('.changes');
  if (!panel) return;
  clearElement(panel);
  const changes = sheet && compareSheet(sheet, checklist);
  panel.hidden = !changes || !hasChanges(changes);
  if (!changes || panel.hidden) return;
  const { added, reworded, removed } = changes;
  const summary = `本表按 ${sheet?.version ?? ''} 版填写，清单现为 ${checklist.version} 版：改动 ${String(reworded.length)} 项，新增 ${String(added.length)} 项，取消 ${String(removed.length)} 项。已填内容全部保留。`;
  const lines = [
    ...reworded.map(
      ({ item, before }) => `第 ${String(item.number)} 项改为“${item.text}”，原为“${before}”`,
    ),
    ...added.map((item) => `新增第 ${String(item.number)} 项“${item.text}”`),
    ...removed.map(({ text }) => `取消“${text}”`),
  ];
  const button = element('button', { type: 'button' }, '已看过，按现行版继续');
  button.addEventListener('click', onConfirm);
  panel.appendChild(element('p', {}, summary));
  panel.appendChild(element('ul', {}, ...lines.map((line) => element('li', {}, line))));
  panel.appendChild(button);
}

/**
 * Show the answers to items that have left the checklist, below the form's own items.
 *
 * @example
 * showRetired(form, checklist, sheet); // 已不在现行清单中的项目：会议照片上墙 | 是 | …
 */
export function showRetired(
  form: HTMLFormElement,
  checklist: ResolvedChecklist,
  sheet: Sheet | undefined,
): void {
  const section = form.querySelector<HTMLElement>('.retired');
  if (!section) return;
  clearElement(section);
  const items = sheet ? retiredItems(sheet, checklist) : [];
  section.hidden = items.length === 0;
  if (section.hidden) return;
  const head = ['项目', '结果', '所填内容'].map((text) => element('th', { scope: 'col' }, text));
  const labels = new Map<string, string>(
    choicesOf(checklist.use).map((choice) => [choice.value, choice.label]),
  );
  const rows = items.map((item) =>
    element(
      'tr',
      {},
      ...[item.text, labels.get(item.result) ?? '', item.note].map((text) =>
        element('td', {}, text),
      ),
    ),
  );
  section.appendChild(
    element(
      'table',
      {},
      element('caption', {}, '已不在现行清单中的项目（保留原填内容）'),
      element('thead', {}, element('tr', {}, ...head)),
      element('tbody', {}, ...rows),
    ),
  );
}
