import type { Entry, EntryOf } from '../schema/entry.ts';
import type { Graph } from './types.ts';

/**
 * List the 五化 entries in their order: the overview (order 0), then the five.
 *
 * @example
 * listWuhua(graph).map(({ data }) => data.title); // ['“五化”总则', '支部建设标准化', …]
 */
export function listWuhua(graph: Graph): EntryOf<'wuhua'>[] {
  return graph.entries
    .filter((entry) => entry.kind === 'wuhua')
    .sort((a, b) => a.data.order - b.data.order);
}

/**
 * Tell which of the five 五化 an entry belongs to: by the criteria it meets or checks, a standard by itself,
 * a problem by the measures that treat it or the standards that guard against it.
 *
 * @returns Ids of 五化 entries (not the overview), in their order; empty when none.
 * @example
 * findWuhuaOf(graph, graph.byId.get('five-strict')!); // ['shenghuo']（组织生活正常化）
 */
export function findWuhuaOf(graph: Graph, entry: Entry): string[] {
  const ids = new Set(directWuhua(graph, entry));
  if (entry.kind === 'problem') {
    for (const edge of graph.incoming.get(entry.id) ?? []) {
      const from = graph.byId.get(edge.from);
      if (edge.rel === 'treats' && from !== undefined)
        directWuhua(graph, from).forEach((id) => ids.add(id));
      if (edge.rel === 'guards' && from?.kind === 'wuhua') ids.add(from.id);
    }
  }
  return listWuhua(graph)
    .filter(({ id, data }) => data.order > 0 && ids.has(id))
    .map(({ id }) => id);
}

function directWuhua(graph: Graph, entry: Entry): string[] {
  if (entry.kind === 'wuhua') return [entry.id];
  return (graph.outgoing.get(entry.id) ?? [])
    .filter((edge) => edge.criterion !== undefined && graph.byId.get(edge.to)?.kind === 'wuhua')
    .map((edge) => edge.to);
}
