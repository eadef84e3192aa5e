import type { Graph } from '../graph/types.ts';
import { listWuhua } from '../graph/wuhua-of.ts';
import type { Entry } from '../schema/entry.ts';
import type { Kind } from '../schema/kinds.ts';
import { findMainWuhua } from './main-wuhua.ts';
import { initialOf, readTitle, sortByTitle } from './reading.ts';

/** Entries of an index page under one heading. */
export interface IndexGroup {
  /** Anchor, ASCII. */
  readonly id: string;
  readonly label: string;
  readonly entries: readonly Entry[];
}

const LEGAL_GENRES: readonly string[] = ['法规', '标准文本', '报告'];

/**
 * Group the entries of a kind as its index page shows them: problems, measures and standards by 五化, checklists by
 * use, terms by the initial of their pinyin, sources by articles and regulations.
 *
 * @returns Non-empty groups in display order.
 * @example
 * groupIndex(graph, 'checklist').map((group) => group.label); // ['会议', '检查', '自评', '办理']
 */
export function groupIndex(graph: Graph, kind: Kind): IndexGroup[] {
  const entries =
    kind === 'wuhua' ? listWuhua(graph) : graph.entries.filter((entry) => entry.kind === kind);
  const label = GROUP_LABELS[kind](graph);
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const key = label.of(entry);
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  return label.order([...groups.keys()]).flatMap((key, index) => {
    const members = groups.get(key) ?? [];
    return members.length === 0
      ? []
      : [{ id: `g${String(index + 1)}`, label: key, entries: sortMembers(kind, members) }];
  });
}

interface Grouping {
  readonly of: (entry: Entry) => string;
  readonly order: (keys: string[]) => string[];
}

const inGivenOrder = (wanted: readonly string[]) => (keys: string[]) =>
  wanted.filter((key) => keys.includes(key));

const UNSORTED = '其他';

function byWuhua(graph: Graph): Grouping {
  const title = (id: string) => graph.byId.get(id)?.data.title ?? id;
  const doors = listWuhua(graph).filter(({ data }) => data.order > 0);
  const order = doors.map(({ data }) => data.title);
  return {
    of: (entry) => {
      const main = findMainWuhua(graph, entry);
      return main === undefined ? UNSORTED : title(main);
    },
    order: inGivenOrder([...order, UNSORTED]),
  };
}

const single: Grouping = { of: () => '', order: (keys) => keys };

const GROUP_LABELS: Record<Kind, (graph: Graph) => Grouping> = {
  problem: byWuhua,
  measure: byWuhua,
  standard: () => single,
  wuhua: () => single,
  checklist: () => ({
    of: (entry) => (entry.kind === 'checklist' ? entry.data.use : UNSORTED),
    order: inGivenOrder(['会议', '检查', '自评', '办理']),
  }),
  term: () => ({ of: (entry) => initialOf(readTitle(entry)), order: (keys) => keys.sort() }),
  source: () => ({
    of: (entry) =>
      entry.kind === 'source' && LEGAL_GENRES.includes(entry.data.genre)
        ? '法规与文件'
        : '文章与讲话',
    order: inGivenOrder(['文章与讲话', '法规与文件']),
  }),
};

/** 五化 stand in the order of the doctrine, which the list has already; all others by pinyin. */
function sortMembers(kind: Kind, entries: readonly Entry[]): readonly Entry[] {
  return kind === 'wuhua' ? entries : sortByTitle(entries);
}
