/** The search page: reads the address, asks an engine, shows the list. Bundled as `assets/search-page.js`. */
import { openPortableIndex, type PortableIndex } from '../portable-index.ts';
import { pagefindEngine } from '../pagefind-engine.ts';
import { answerQuery, type Answer } from '../answer.ts';
import { portableEngine } from '../portable.ts';
import type { SearchEngine } from '../result.ts';
import { clear, element } from './dom.ts';
import { loadByScript } from './script-shards.ts';
import { startPagefind } from './pagefind-client.ts';
import { readState, STEP, writeState, type SearchState } from './search-state.ts';
import { siteRoot, stampOf } from './site-address.ts';
import { renderFacets } from './render-facets.ts';
import { addRecent, localStore } from './recent-queries.ts';
import { renderNotes } from './render-notes.ts';
import { renderHit } from './render-hit.ts';

const script =
  document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : '';
const root = siteRoot(script);
const stamp = stampOf(script);

/** Code units of a query that the address keeps: servers refuse endless addresses. Longer than what is searched for. */
const LONGEST_IN_ADDRESS = 800;

interface Parts {
  readonly form: HTMLFormElement;
  readonly input: HTMLInputElement;
  readonly list: HTMLOListElement;
  readonly status: HTMLElement;
  readonly facets: HTMLElement;
  readonly notes: HTMLElement;
  readonly more: HTMLButtonElement;
  readonly sort: HTMLSelectElement;
  readonly sortBox: HTMLElement;
}

interface Engines {
  readonly index: PortableIndex;
  readonly engine: SearchEngine;
}

async function openEngines(): Promise<Engines> {
  const index = await openPortableIndex(loadByScript(`${root}search-index/`, stamp));
  try {
    return {
      index,
      engine: pagefindEngine(await startPagefind(root, index.manifest.bundles, stamp), index),
    };
  } catch {
    // No worker, module or WebAssembly here: the portable engine gives the same literal hits.
    return { index, engine: portableEngine(index) };
  }
}

function start(parts: Parts): void {
  let engines: Promise<Engines> | undefined;
  let run = 0;
  let state = readState(location.search);

  const engine = (): Promise<Engines> => {
    engines = engines ?? openEngines();
    engines.catch(() => (engines = undefined));
    return engines;
  };

  const navigate = (next: SearchState, replace = false): void => {
    state = next;
    const address = `${location.pathname}${writeState(next)}`;
    if (replace) history.replaceState(history.state, '', address);
    else history.pushState(null, '', address);
    void show();
  };

  const show = async (scroll?: number): Promise<void> => {
    run += 1;
    const mine = run;
    parts.input.value = state.query;
    parts.sort.value = state.sort;
    parts.list.setAttribute('aria-busy', 'true');
    parts.more.hidden = true;
    clear(parts.notes);
    if (state.query.trim() === '') {
      clear(parts.list);
      clear(parts.facets);
      parts.sortBox.hidden = true;
      say(parts, '', 0);
      parts.list.setAttribute('aria-busy', 'false');
      return;
    }
    try {
      const { engine: open, index } = await engine();
      const answer = await answerQuery(open, index, state.query, {
        filters: state.filters,
        sort: state.sort,
        partial: state.partial,
      });
      const found = answer.list;
      const hits = await found.take(state.shown);
      const counts = await found.facets();
      const { labels } = await index.facets();
      if (mine !== run) return;
      clear(parts.list);
      const turn = hits.findIndex(({ match }) => match === 'partial');
      hits.forEach((hit, i) =>
        parts.list.appendChild(renderHit(hit, root, { opensPartial: turn > 0 && i === turn })),
      );
      parts.sortBox.hidden = hits.length === 0;
      parts.list.setAttribute('data-engine', open.name);
      renderFacets(parts.facets, counts, { state, labels, choose: (next) => navigate(next) });
      announce(parts, answer, state);
      renderNotes(parts.notes, answer, { state, root, go: (next) => navigate(next) });
      parts.more.hidden = found.count().pages <= hits.length;
    } catch (error) {
      if (mine !== run) return;
      clear(parts.list);
      say(parts, '检索没有完成：索引文件读取失败。', 0);
      const retry = element('button', { type: 'button', class: 'search-retry' }, '重试');
      retry.addEventListener('click', () => void show());
      parts.notes.appendChild(
        element(
          'p',
          { class: 'search-note' },
          error instanceof Error ? error.message : String(error),
          ' ',
          retry,
        ),
      );
    } finally {
      if (mine === run) parts.list.setAttribute('aria-busy', 'false');
    }
    if (mine === run && scroll !== undefined) window.scrollTo(0, scroll);
  };

  parts.form.addEventListener('submit', (event) => {
    event.preventDefault();
    addRecent(localStore(), parts.input.value);
    navigate({
      ...state,
      query: parts.input.value.slice(0, LONGEST_IN_ADDRESS),
      shown: STEP,
      partial: false,
    });
  });
  parts.sort.addEventListener('change', () =>
    navigate({ ...state, sort: parts.sort.value === 'year' ? 'year' : 'relevance', shown: STEP }),
  );
  parts.more.addEventListener('click', () => {
    navigate({ ...state, shown: state.shown + STEP }, true);
  });
  window.addEventListener('popstate', () => {
    state = readState(location.search);
    void show(savedScroll());
  });
  window.addEventListener('pagehide', saveScroll);
  if ('scrollRestoration' in history) history.scrollRestoration = 'manual';
  // A query sent from a box before its script was there has not been kept yet.
  addRecent(localStore(), state.query);
  void show(savedScroll());
}

function saveScroll(): void {
  history.replaceState({ scroll: window.scrollY }, '');
}

function savedScroll(): number {
  const saved = history.state as { scroll?: unknown } | null;
  return typeof saved?.scroll === 'number' ? saved.scroll : 0;
}

/** Say how many pages there are and what they are; screen readers hear it. */
function announce(parts: Parts, { list, instead }: Answer, state: SearchState): void {
  const { pages, approximate } = list.count();
  const query = list.plan.raw;
  const about = approximate ? '约 ' : '';
  const order = state.sort === 'year' ? '，按年份从新到旧' : '';
  if (pages === 0) say(parts, `没有找到与“${query}”有关的内容。`, 0);
  else if (instead !== undefined)
    say(
      parts,
      `没有找到“${state.query}”，以下是“${instead}”的 ${about}${pages} 页${order}。`,
      pages,
    );
  else if (state.partial) say(parts, `“${query}”的部分匹配 ${pages} 页${order}。`, pages);
  else if (list.partial)
    say(parts, `没有一节含有全部词，以下 ${pages} 页为部分匹配${order}。`, pages);
  else {
    // Partial matches may follow; they do not hold the query.
    const whole = Math.min(pages, list.whole());
    const rest = whole < pages ? `，其后 ${pages - whole} 页为部分匹配` : '';
    say(parts, `${about}${whole} 页含有“${query}”${rest}${order}。`, whole);
  }
}

function say({ status }: Parts, text: string, count: number): void {
  status.textContent = text;
  status.setAttribute('data-count', String(count));
}

function find<T extends Element>(selector: string, type: new () => T): T {
  const found = document.querySelector(selector);
  if (found instanceof type) return found;
  throw new Error(`The search page lacks ${selector}.`);
}

start({
  form: find('#search-form', HTMLFormElement),
  input: find('#search-form input[name="q"]', HTMLInputElement),
  list: find('ol[data-results]', HTMLOListElement),
  status: find('p[data-count]', HTMLParagraphElement),
  facets: find('#search-facets', HTMLElement),
  notes: find('#search-notes', HTMLElement),
  more: find('#search-more', HTMLButtonElement),
  sort: find('#search-sort', HTMLSelectElement),
  sortBox: find('.search-sort', HTMLElement),
});
