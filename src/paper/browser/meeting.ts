import { movePart, NOTES_ID, readPack, writePack, type Pack, type PackPart } from '../pack.ts';
import type { Part } from '../part.ts';
import { clearElement, element } from './element.ts';
import { partLoader } from './load-part.ts';
import { showPack } from './pack-pages.ts';
import { siblingAddress } from './sibling-address.ts';

/** How long to wait after a change before the pages are made again, in milliseconds. */
const SHOW_AFTER = 300;
const COUNTED: Readonly<Record<string, string>> = {
  'sign-in': '行',
  ledger: '行',
  [NOTES_ID]: '页',
};

const own = document.currentScript as HTMLScriptElement | null;
const tools = document.querySelector<HTMLElement>('.pack-tools');
const sheets = document.querySelector<HTMLElement>('.pack-sheets');
if (own && tools && sheets) mountDesk(tools, sheets, siblingAddress(own.src));

/** Let the reader choose parts and texts, and show the pages of the pack below. */
function mountDesk(
  tools: HTMLElement,
  sheets: HTMLElement,
  addressOf: (name: string) => string,
): void {
  const load = partLoader(addressOf);
  const chosenList = tools.querySelector<HTMLElement>('.pack-chosen');
  const titles = new Map<string, string>();
  const offers = [...tools.querySelectorAll<HTMLElement>('[data-add]')];
  for (const offer of offers) titles.set(offer.dataset['add'] ?? '', offer.textContent.trim());
  let pack = readPack(window.location.search);
  let timer = 0;
  let round = 0;
  let dragged: number | undefined;

  const say = (message: string): void => {
    const status = tools.querySelector('.pack-status');
    if (status) status.textContent = message;
  };
  const show = async (): Promise<void> => {
    round += 1;
    const mine = round;
    const ids = pack.parts.map((part) => part.id).filter((id) => id !== NOTES_ID);
    const loaded = await Promise.all(
      ids.map(async (id): Promise<Part | string> => {
        try {
          return await load(id);
        } catch {
          return id;
        }
      }),
    );
    if (mine !== round) return;
    const parts = new Map<string, Part>();
    const missing: string[] = [];
    for (const one of loaded) {
      if (typeof one === 'string') missing.push(one);
      else parts.set(one.id, one);
    }
    const known = pack.parts.filter(({ id }) => id === NOTES_ID || parts.has(id));
    const { pages, overflowing } = showPack(sheets, { ...pack, parts: known }, parts);
    say(
      [
        pages > 0 ? `正文共 ${String(pages)} 页，另有封面和目录。` : '还没有选材料。',
        missing.length > 0 ? `没有找到：${missing.join('、')}。` : '',
        overflowing > 0 ? `有 ${String(overflowing)} 页内容超出纸面，请减少单项内容。` : '',
      ].join(''),
    );
  };
  const change = (next: Pack): void => {
    pack = next;
    const address = `${window.location.pathname}${writePack(pack)}${window.location.hash}`;
    window.history.replaceState(null, '', address);
    showChosen();
    window.clearTimeout(timer);
    timer = window.setTimeout(() => {
      show().catch((error: unknown) => {
        say(error instanceof Error ? error.message : String(error));
      });
    }, SHOW_AFTER);
  };
  const setParts = (parts: readonly PackPart[]): void => {
    change({ ...pack, parts });
  };
  const move = (from: number, to: number, focus: string): void => {
    setParts(movePart(pack.parts, from, to));
    const place = Math.max(0, Math.min(to, pack.parts.length - 1));
    const button = chosenList?.children[place]?.querySelector<HTMLElement>(
      `[data-move="${focus}"]`,
    );
    button?.focus();
  };
  const showChosen = (): void => {
    if (!chosenList) return;
    clearElement(chosenList);
    pack.parts.forEach((part, at) => {
      const title = titles.get(part.id) ?? part.id;
      const button = (label: string, name: string, act: () => void, disabled = false) => {
        const made = element(
          'button',
          { type: 'button', 'data-move': name, 'aria-label': `${title}：${label}` },
          label,
        );
        made.disabled = disabled;
        made.addEventListener('click', act);
        return made;
      };
      const moves = element(
        'span',
        { class: 'moves' },
        button('上移', 'up', () => move(at, at - 1, 'up'), at === 0),
        button('下移', 'down', () => move(at, at + 1, 'down'), at === pack.parts.length - 1),
        button('移除', 'remove', () => setParts(pack.parts.filter((_part, other) => other !== at))),
      );
      const row = element('li', { draggable: 'true' }, moves, title, ...countBlank(part, at));
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
        if (dragged !== undefined) setParts(movePart(pack.parts, dragged, at));
      });
      chosenList.appendChild(row);
    });
  };
  const countBlank = (part: PackPart, at: number): (string | Node)[] => {
    const unit = COUNTED[part.id];
    if (unit === undefined) return [];
    const title = titles.get(part.id) ?? part.id;
    const input = element('input', {
      type: 'number',
      min: '1',
      max: '500',
      value: part.count === undefined ? '' : String(part.count),
      'aria-label': `${title}${unit}数`,
    });
    input.addEventListener('change', () => {
      const count = Number(input.value);
      const valid = Number.isInteger(count) && count >= 1 && count <= 500;
      const changed: PackPart = valid ? { id: part.id, count } : { id: part.id };
      setParts(pack.parts.map((other, place) => (place === at ? changed : other)));
    });
    return [' ', input, ` ${unit}`];
  };

  for (const offer of offers) {
    offer.addEventListener('click', () => {
      setParts([...pack.parts, { id: offer.dataset['add'] ?? '' }]);
    });
  }
  for (const input of tools.querySelectorAll<HTMLInputElement>('.pack-texts input')) {
    const key = input.name as 'title' | 'unit' | 'date' | 'place';
    input.value = pack[key];
    input.addEventListener('input', () => {
      change({ ...pack, [key]: input.value });
    });
  }
  const actions: Readonly<Record<string, () => void>> = {
    print: () => {
      window.print();
    },
    copy: () => {
      copyText(window.location.href).then(
        () => {
          say('链接已复制。');
        },
        () => {
          say('浏览器不允许复制，请从地址栏复制网址。');
        },
      );
    },
    clear: () => {
      setParts([]);
    },
  };
  tools.addEventListener('click', (event) => {
    actions[(event.target as HTMLElement).dataset['do'] ?? '']?.();
  });
  tools.hidden = false;
  showChosen();
  goToAddressed(tools);
  show().catch((error: unknown) => {
    say(error instanceof Error ? error.message : String(error));
  });
}

/** Go to the heading that the address names: it was hidden when the browser looked for it. */
function goToAddressed(tools: HTMLElement): void {
  const heading = tools.querySelector<HTMLElement>('h2');
  if (!heading || window.location.hash !== `#${heading.id}`) return;
  heading.scrollIntoView();
  heading.focus();
}

function copyText(text: string): Promise<void> {
  // Over plain http there is no clipboard; the caller then points at the address bar.
  const clipboard = navigator.clipboard as Clipboard | undefined;
  return clipboard ? clipboard.writeText(text) : Promise.reject(new Error('no clipboard'));
}
