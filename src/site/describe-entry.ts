import { findWuhuaOf } from '../graph/wuhua-of.ts';
import type { Graph } from '../graph/types.ts';
import type { Entry } from '../schema/entry.ts';
import type { Kind } from '../schema/kinds.ts';
import { otherNamesOf } from '../schema/other-names-of.ts';

/** Relations (as seen from the entry) that the page of each kind shows in its own sections, not among 相关条目. */
export const SHOWN_IN_BODY = {
  problem: ['treatedBy', 'causedBy'],
  measure: ['treats', 'meets'],
  standard: ['guards', 'metBy', 'checkedBy'],
  wuhua: ['guards', 'metBy', 'checkedBy'],
  checklist: ['checks'],
  term: ['confusable'],
  source: [],
} as const satisfies Record<Kind, readonly string[]>;

/** What 时效性 means, for readers who do not know our word. */
const DATED = '时效性（来源当时的做法，用前核对现行规定）';

/** What a page says about its entry, for readers (facts) and for the search index (attributes of `<main>`). */
export interface EntryDescription {
  readonly attributes: Record<string, string | undefined>;
  readonly facts: readonly (readonly [label: string, value: string])[];
}

/**
 * Describe an entry for the head of its page and for the search index. Several values are joined by `|`.
 *
 * @example
 * describeEntry(graph, sanHuiYiKe).attributes['data-kind']; // 'term'（三会一课）
 */
export function describeEntry(graph: Graph, entry: Entry): EntryDescription {
  const { data } = entry;
  const wuhua = findWuhuaOf(graph, entry);
  const status = 'validity' in data ? data.validity.status : undefined;
  const verified = 'validity' in data ? (data.validity.verifiedOn ?? '未核验') : undefined;
  const facts: (readonly [string, string])[] = [];
  if (wuhua.length > 0 && entry.kind !== 'wuhua') {
    facts.push(['五化维度', wuhua.map((id) => graph.byId.get(id)?.data.title ?? id).join('、')]);
  }
  if (status !== undefined && entry.kind !== 'source') {
    facts.push(['时效', status === '时效性' ? DATED : status]);
  }
  if (verified !== undefined && entry.kind !== 'source') facts.push(['核验日期', verified]);
  if (entry.kind === 'checklist')
    facts.push(['用途', entry.data.use], ['版本', entry.data.version]);
  return {
    attributes: {
      'data-page-id': entry.id,
      'data-kind': entry.kind,
      'data-title': data.title,
      'data-audience': data.audience.join('|'),
      'data-year': data.year === undefined ? undefined : String(data.year),
      'data-wuhua': joined(wuhua),
      'data-source': joined([...new Set(data.cites.map((cite) => cite.source))]),
      'data-validity': status,
      'data-aliases': joined(otherNamesOf(entry)),
    },
    facts,
  };
}

function joined(values: readonly string[]): string | undefined {
  return values.length > 0 ? values.join('|') : undefined;
}
