import type { Entry } from '../schema/entry.ts';
import type { Graph } from '../graph/types.ts';

/** An entry with the date that makes it news. */
export interface DatedEntry {
  readonly entry: Entry;
  /** YYYY, YYYY-MM or YYYY-MM-DD. */
  readonly date: string;
}

/**
 * List the regulations that changed last and still hold, by their latest event.
 *
 * @param graph - The checked graph.
 * @param count - How many at most.
 * @returns Newest first; equal dates in graph order.
 * @example
 * listRecent(graph, 5)[0]?.entry.data.title; // '中国共产党发展党员工作细则（2026年修订）'
 */
export function listRecent(graph: Graph, count: number): DatedEntry[] {
  return graph.entries
    .flatMap((entry) => {
      const date = dateOf(entry);
      return date === undefined ? [] : [{ entry, date }];
    })
    .sort((a, b) => (a.date === b.date ? 0 : a.date < b.date ? 1 : -1))
    .slice(0, count);
}

function dateOf(entry: Entry): string | undefined {
  if (entry.kind !== 'source' || entry.data.genre !== '法规') return undefined;
  if (entry.data.validity.status === '已修订' || entry.data.validity.status === '已废止')
    return undefined;
  const dates = [
    entry.data.date,
    ...entry.data.history.map((item) => /^\d{4}(?:-\d{2}){0,2}/u.exec(item.date)?.[0]),
  ];
  return dates
    .filter((date): date is string => date !== undefined)
    .sort()
    .at(-1);
}
