import { movePart, NOTES_ID, type PackPart } from '../pack.ts';
import { clearElement, element } from './element.ts';
import { readRows } from './set-rows.ts';

/** What is counted in parts that have a count. */
const COUNTED: Readonly<Record<string, string>> = {
  'sign-in': '行',
  ledger: '行',
  [NOTES_ID]: '页',
};

/** Where and how the chosen parts are shown. */
export interface ChosenOptions {
  readonly list: HTMLElement;
  /** Titles of parts by id; a part without one shows its id. */
  readonly titles: ReadonlyMap<string, string>;
  /** Called with the parts as the reader wants them; must show them again before it returns. */
  readonly onChange: (parts: readonly PackPart[]) => void;
}

/**
 * Keep the list of chosen parts, which the reader reorders by buttons or by dragging.
 *
 * @returns Shows the parts of a pack.
 * @example
 * chosenParts({ list, titles, onChange })([{ id: 'sign-in', count: 40 }]); // 上移 下移 移除 签到表 [40] 行
 */
export function chosenParts({
  list,
  titles,
  onChange,
}: ChosenOptions): (parts: readonly PackPart[]) => void {
  let parts: readonly PackPart[] = [];
  let dragged: number | undefined;

  const move = (from: number, to: number, name: string): void => {
    onChange(movePart(parts, from, to));
    const place = Math.max(0, Math.min(to, parts.length - 1));
    list.children[place]?.querySelector<HTMLElement>(`[data-move="${name}"]`)?.focus();
  };
  const movesOf = (title: string, at: number): HTMLElement =>
    element(
      'span',
      { class: 'moves' },
      moveButton(title, { label: '上移', name: 'up', disabled: at === 0 }, () => {
        move(at, at - 1, 'up');
      }),
      moveButton(title, { label: '下移', name: 'down', disabled: at === parts.length - 1 }, () => {
        move(at, at + 1, 'down');
      }),
      moveButton(title, { label: '移除', name: 'remove', disabled: false }, () => {
        onChange(parts.filter((_part, other) => other !== at));
      }),
    );
  const makeDraggable = (row: HTMLElement, title: string, at: number): void => {
    row.addEventListener('dragstart', (event) => {
      dragged = at;
      row.classList.add('dragged');
      // Firefox starts no drag without data.
      event.dataTransfer?.setData('text/plain', title);
    });
    row.addEventListener('dragend', () => {
      dragged = undefined;
      row.classList.remove('dragged');
    });
    row.addEventListener('dragover', (event) => {
      event.preventDefault();
    });
    row.addEventListener('drop', (event) => {
      event.preventDefault();
      if (dragged !== undefined) onChange(movePart(parts, dragged, at));
    });
  };

  return (next) => {
    parts = next;
    clearElement(list);
    parts.forEach((part, at) => {
      const title = titles.get(part.id) ?? part.id;
      const replace = (changed: PackPart): void => {
        onChange(parts.map((other, place) => (place === at ? changed : other)));
      };
      const blank = countBlank(part, title, replace);
      const row = element('li', { draggable: 'true' }, movesOf(title, at), title, ...blank);
      makeDraggable(row, title, at);
      list.appendChild(row);
    });
  };
}

function moveButton(
  title: string,
  { label, name, disabled }: { label: string; name: string; disabled: boolean },
  act: () => void,
): HTMLButtonElement {
  const button = element(
    'button',
    { type: 'button', 'data-move': name, 'aria-label': `${title}：${label}` },
    label,
  );
  button.disabled = disabled;
  button.addEventListener('click', act);
  return button;
}

/** The blank for the count of a part, with its unit; nothing for a part without one. */
function countBlank(
  part: PackPart,
  title: string,
  replace: (changed: PackPart) => void,
): (string | Node)[] {
  const unit = COUNTED[part.id];
  if (unit === undefined) return [];
  const input = element('input', {
    type: 'number',
    min: '1',
    max: '500',
    value: part.count === undefined ? '' : String(part.count),
    'aria-label': `${title}${unit}数`,
  });
  input.addEventListener('change', () => {
    const count = readRows(input.value);
    replace(count === undefined ? { id: part.id } : { id: part.id, count });
  });
  return [' ', input, ` ${unit}`];
}
