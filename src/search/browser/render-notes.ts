import type { Answer } from '../answer.ts';
import { LONGEST_QUERY } from '../plan.ts';
import { clear, element } from './dom.ts';
import { STEP, writeState, type SearchState } from './search-state.ts';

interface NotesOptions {
  readonly state: SearchState;
  readonly root: string;
  /** Called with the state to show next. */
  readonly go: (next: SearchState) => void;
}

/** Where to go on from a list without results. */
const DOORS: readonly (readonly [string, string])[] = [
  ['az/', '拼音索引'],
  ['problems/', '问题'],
  ['measures/', '措施'],
  ['standards/', '标准'],
  ['checklists/', '清单'],
  ['terms/', '术语'],
];

/**
 * Say what stands between the count and the list: what may have been meant, that a long query was cut, where else to
 * look.
 *
 * @param parent - Where to say it; emptied first.
 * @param answer - What was found.
 * @example
 * renderNotes(box, answer, { state, root: '/', go }); // 您是不是要找：三会一课
 */
export function renderNotes(
  parent: HTMLElement,
  answer: Answer,
  { state, root, go }: NotesOptions,
): void {
  clear(parent);
  const { list, suggestions } = answer;
  const link = (text: string, next: SearchState): HTMLAnchorElement => {
    const made = element('a', { href: writeState(next) }, text);
    made.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      go(next);
    });
    return made;
  };
  const note = (name: string, ...content: readonly (Node | string)[]): void => {
    parent.appendChild(element('p', { class: `search-note ${name}` }, ...content));
  };
  const search = (query: string): SearchState => ({ ...state, query, shown: STEP, partial: false });

  if (list.plan.cut) note('search-cut', `查询过长，只用了前 ${LONGEST_QUERY} 个字。`);
  if (suggestions.length > 0)
    note(
      'search-suggestions',
      '您是不是要找：',
      ...join(suggestions.map(({ text }) => link(text, search(text)))),
    );
  const filtered = Object.values(state.filters).some((values) => values.length > 0);
  const { pages } = list.count();
  if (filtered && (pages === 0 || list.partial))
    note(
      'search-unfilter',
      link('去掉筛选再找', {
        ...state,
        filters: { kind: [], wuhua: [], audience: [], year: [], source: [] },
        shown: STEP,
      }),
    );
  if (pages === 0)
    note(
      'search-doors',
      '可以换一个更短的词，或从这里进入：',
      ...join(DOORS.map(([folder, label]) => element('a', { href: root + folder }, label))),
    );
  else if (!list.partial && list.plan.parts.length > 0 && pages < STEP)
    note('search-partial', link('也看只含部分词的页', { ...state, partial: true, shown: STEP }));
  else if (state.partial)
    note('search-whole', link('只看含有全部词的页', { ...state, partial: false, shown: STEP }));
}

function join(nodes: readonly Node[]): (Node | string)[] {
  return nodes.flatMap((node, i) => (i === 0 ? [node] : ['、', node]));
}
