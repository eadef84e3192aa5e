/** The instant list under a search box: a combobox over the portable engine. Bundled as `assets/instant-box.js`. */
import { answerQuery, type Answer } from '../answer.ts';
import { openPortableIndex, type PortableIndex } from '../portable-index.ts';
import { portableEngine } from '../portable.ts';
import type { PageHit } from '../result.ts';
import { clear, element, pieceNodes } from './dom.ts';
import { KIND_LABEL } from './labels.ts';
import { addRecent, clearRecent, localStore, readRecent } from './recent-queries.ts';
import { loadByScript } from './script-shards.ts';
import { pageHref, siteRoot, stampOf } from './site-address.ts';

const script =
  document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : '';
const root = siteRoot(script);
/** Milliseconds without typing before a look-up. */
const PAUSE = 120;
/** Pages shown. */
const SHOWN = 6;

/** A row of the list: where it leads and how it reads. */
interface Row {
  readonly href: string;
  readonly content: readonly (Node | string)[];
  readonly kind: 'page' | 'suggestion' | 'recent' | 'all' | 'forget';
  /** The query that counts as searched for when the row is taken. */
  readonly query: string;
}

interface Opened {
  readonly index: PortableIndex;
}

function attach(input: HTMLInputElement, open: () => Promise<Opened>, number: number): void {
  const form = input.form;
  if (form === null || input.getAttribute('role') === 'combobox') return;
  const listId = `instant-${number}`;
  const list = element('ul', {
    id: listId,
    role: 'listbox',
    class: 'instant',
    'aria-label': '检索提示',
  });
  const status = element('p', { role: 'status', class: 'instant-status' });
  list.hidden = true;
  form.classList.add('has-instant');
  form.appendChild(list);
  form.appendChild(status);
  const roles = {
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': listId,
    'aria-haspopup': 'listbox',
  };
  Object.entries(roles).forEach(([name, value]) => input.setAttribute(name, value));

  let rows: readonly Row[] = [];
  let active = -1;
  let run = 0;
  let timer = 0;
  let composing = false;

  const close = (): void => {
    list.hidden = true;
    active = -1;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  };

  const activate = (next: number): void => {
    active = next;
    Array.from(list.children).forEach((item, i) =>
      item.setAttribute('aria-selected', String(i === active)),
    );
    const item = list.children[active];
    if (item === undefined) input.removeAttribute('aria-activedescendant');
    else {
      input.setAttribute('aria-activedescendant', item.id);
      item.scrollIntoView({ block: 'nearest' });
    }
  };

  const take = (row: Row): void => {
    if (row.kind === 'forget') {
      clearRecent(localStore());
      void update();
      return;
    }
    addRecent(localStore(), row.query);
    close();
    location.assign(row.href);
  };

  const render = (next: readonly Row[], said: string): void => {
    rows = next;
    clear(list);
    rows.forEach((row, i) => {
      const item = element(
        'li',
        {
          id: `${listId}-${i}`,
          role: 'option',
          'aria-selected': 'false',
          class: `instant-${row.kind}`,
        },
        ...row.content,
      );
      if (row.kind !== 'forget') item.setAttribute('data-href', row.href);
      // The box keeps the focus while a row is pressed.
      item.addEventListener('mousedown', (event) => event.preventDefault());
      item.addEventListener('click', () => take(row));
      list.appendChild(item);
    });
    status.textContent = said;
    active = -1;
    input.removeAttribute('aria-activedescendant');
    list.hidden = rows.length === 0;
    input.setAttribute('aria-expanded', String(rows.length > 0));
  };

  const update = async (): Promise<void> => {
    run += 1;
    const mine = run;
    const query = input.value.trim();
    if (query === '') {
      render(recentRows(), '');
      return;
    }
    try {
      const { index } = await open();
      const answer = await answerQuery(portableEngine(index), index, query, { sections: 1 });
      const hits = await answer.list.take(SHOWN);
      if (mine === run && document.activeElement === input)
        render(answerRows(query, answer, hits), saidOf(answer));
    } catch {
      if (mine === run) render([allRow(query)], '检索提示暂时不可用，可按回车检索。');
    }
  };

  const later = (): void => {
    window.clearTimeout(timer);
    if (!composing) timer = window.setTimeout(() => void update(), PAUSE);
  };

  input.addEventListener('compositionstart', () => (composing = true));
  input.addEventListener('compositionend', () => {
    composing = false;
    later();
  });
  input.addEventListener('input', later);
  input.addEventListener('focus', () => void update());
  input.addEventListener('blur', close);
  form.addEventListener('submit', () => addRecent(localStore(), input.value));
  input.addEventListener('keydown', (event) => {
    // Keys that belong to the input method: 229 is what older Chromium reports.
    if (composing || event.isComposing || event.keyCode === 229) return;
    const open = !list.hidden;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!open) void update();
      else {
        const step = event.key === 'ArrowDown' ? 1 : -1;
        // One place more than rows: the box itself.
        activate(((active + 1 + step + rows.length + 1) % (rows.length + 1)) - 1);
      }
    } else if (event.key === 'Escape' && open) {
      event.preventDefault();
      close();
    } else if (event.key === 'Enter') {
      const row = rows[active];
      if (open && row !== undefined) {
        event.preventDefault();
        take(row);
      } else close();
    }
  });
  if (document.activeElement === input) void update();
}

function searchHref(query: string): string {
  const file = root.startsWith('file:') ? 'index.html' : '';
  return `${root}search/${file}?q=${encodeURIComponent(query)}`;
}

function allRow(query: string): Row {
  return { href: searchHref(query), content: [`查看“${query}”的全部结果`], kind: 'all', query };
}

function recentRows(): Row[] {
  const recent = readRecent(localStore());
  if (recent.length === 0) return [];
  return [
    ...recent.map((query): Row => ({
      href: searchHref(query),
      content: [element('span', { class: 'instant-note' }, '最近'), query],
      kind: 'recent',
      query,
    })),
    { href: '', content: ['清除最近检索'], kind: 'forget', query: '' },
  ];
}

function answerRows(
  query: string,
  { suggestions, instead }: Answer,
  hits: readonly PageHit[],
): Row[] {
  const meant = suggestions.slice(0, 3).map(({ text }): Row => ({
    href: searchHref(text),
    content: [element('span', { class: 'instant-note' }, '您是不是要找'), text],
    kind: 'suggestion',
    query: text,
  }));
  const pages = hits.map((hit): Row => {
    const [best] = hit.sections;
    const note =
      hit.match === 'partial'
        ? `部分匹配 · ${KIND_LABEL[hit.kind] ?? hit.kind}`
        : (KIND_LABEL[hit.kind] ?? hit.kind);
    const heading = best === undefined || best.heading === hit.title ? '' : ` › ${best.heading}`;
    return {
      href: pageHref(root, hit.url, best?.id ?? ''),
      content: [
        element('span', { class: 'instant-note' }, note),
        element('span', { class: 'instant-title' }, ...pieceNodes(hit.titlePieces), heading),
        element('span', { class: 'instant-excerpt' }, ...pieceNodes(best?.excerpt ?? [])),
      ],
      kind: 'page',
      query: instead ?? query,
    };
  });
  return [...meant, ...pages, allRow(query)];
}

function saidOf({ list, suggestions }: Answer): string {
  const { pages: all, approximate } = list.count();
  const pages = list.partial ? all : Math.min(all, list.whole());
  const meant = suggestions[0] === undefined ? '' : `您是不是要找${suggestions[0].text}？`;
  if (pages === 0) return `${meant}没有结果。`;
  return `${meant}${list.partial ? '部分匹配' : ''}${approximate ? '约' : ''}${pages} 页。`;
}

function start(): void {
  let opened: Promise<Opened> | undefined;
  const open = (): Promise<Opened> => {
    opened =
      opened ??
      openPortableIndex(loadByScript(`${root}search-index/`, stampOf(script))).then((index) => ({
        index,
      }));
    opened.catch(() => (opened = undefined));
    return opened;
  };
  document
    .querySelectorAll<HTMLInputElement>('form[role="search"]:not(#search-form) input[name="q"]')
    .forEach((input, number) => attach(input, open, number));
}

start();
