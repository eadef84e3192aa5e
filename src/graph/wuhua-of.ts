import type { Entry } from '../schema/entry.ts';
import type { Graph } from './types.ts';

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
  return graph.entries
    .filter(
      (candidate) =>
        candidate.kind === 'wuhua' && candidate.data.order > 0 && ids.has(candidate.id),
    )
    .sort((a, b) => orderOf(a) - orderOf(b))
    .map((candidate) => candidate.id);
}

function directWuhua(graph: Graph, entry: Entry): string[] {
  if (entry.kind === 'wuhua') return [entry.id];
  return (graph.outgoing.get(entry.id) ?? [])
    .filter((edge) => edge.criterion !== undefined && graph.byId.get(edge.to)?.kind === 'wuhua')
    .map((edge) => edge.to);
}

function orderOf(entry: Entry): number {
  return entry.kind === 'wuhua' ? entry.data.order : 0;
}
