import { NOTES_ID, readPack, writePack, type Pack, type PackPart } from '../pack.ts';
import { chosenParts } from './chosen-parts.ts';
import { partLoader } from './load-part.ts';
import { loadParts } from './load-parts.ts';
import { showPack, type PackResult } from './pack-pages.ts';
import { siblingAddress } from './sibling-address.ts';

/** How long to wait after a change before the pages are made again, in milliseconds. */
const SHOW_AFTER = 300;

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
  const offers = [...tools.querySelectorAll<HTMLElement>('[data-add]')];
  const list = tools.querySelector<HTMLElement>('.pack-chosen');
  const showPages = pageMaker(sheets, addressOf);
  let pack = readPack(window.location.search);
  let timer = 0;

  const say = (message: string): void => {
    const status = tools.querySelector('.pack-status');
    if (status) status.textContent = message;
  };
  const show = (): void => {
    showPages(pack, say).catch((error: unknown) => {
      say(error instanceof Error ? error.message : String(error));
    });
  };
  const change = (next: Pack): void => {
    pack = next;
    const address = `${window.location.pathname}${writePack(pack)}${window.location.hash}`;
    window.history.replaceState(null, '', address);
    showChosen?.(pack.parts);
    window.clearTimeout(timer);
    timer = window.setTimeout(show, SHOW_AFTER);
  };
  const setParts = (parts: readonly PackPart[]): void => {
    change({ ...pack, parts });
  };
  const showChosen = list && chosenParts({ list, titles: readTitles(offers), onChange: setParts });

  for (const offer of offers) {
    offer.addEventListener('click', () => {
      setParts([...pack.parts, { id: offer.dataset['add'] ?? '' }]);
    });
  }
  mountTexts(tools, pack, (key, text) => {
    change({ ...pack, [key]: text });
  });
  mountActions(tools, say, () => {
    setParts([]);
  });
  tools.hidden = false;
  showChosen?.(pack.parts);
  goToAddressed(tools);
  show();
}

/** Titles of the parts that can be chosen, by id. */
function readTitles(offers: readonly HTMLElement[]): ReadonlyMap<string, string> {
  return new Map(offers.map((offer) => [offer.dataset['add'] ?? '', offer.textContent.trim()]));
}

/** Make the pages of a pack and tell how they came out; of several calls only the last one shows anything. */
function pageMaker(
  sheets: HTMLElement,
  addressOf: (name: string) => string,
): (pack: Pack, say: (message: string) => void) => Promise<void> {
  const load = partLoader(addressOf);
  let round = 0;
  return async (pack, say) => {
    round += 1;
    const mine = round;
    const ids = pack.parts.map((part) => part.id).filter((id) => id !== NOTES_ID);
    const { parts, missing } = await loadParts(load, ids);
    if (mine !== round) return;
    const known = pack.parts.filter(({ id }) => id === NOTES_ID || parts.has(id));
    say(describePages(showPack(sheets, { ...pack, parts: known }, parts), missing));
  };
}

function describePages({ pages, overflowing }: PackResult, missing: readonly string[]): string {
  return [
    pages > 0 ? `正文共 ${String(pages)} 页，另有封面和目录。` : '还没有选材料。',
    missing.length > 0 ? `没有找到：${missing.join('、')}。` : '',
    overflowing > 0 ? `有 ${String(overflowing)} 页内容超出纸面，请减少单项内容。` : '',
  ].join('');
}

type PackText = 'title' | 'unit' | 'date' | 'place';

function mountTexts(
  tools: HTMLElement,
  pack: Pack,
  onText: (key: PackText, text: string) => void,
): void {
  for (const input of tools.querySelectorAll<HTMLInputElement>('.pack-texts input')) {
    const key = input.name as PackText;
    input.value = pack[key];
    input.addEventListener('input', () => {
      onText(key, input.value);
    });
  }
}

function mountActions(tools: HTMLElement, say: (message: string) => void, clear: () => void): void {
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
    clear,
  };
  tools.addEventListener('click', (event) => {
    actions[(event.target as HTMLElement).dataset['do'] ?? '']?.();
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
