import { findWuhuaOf } from '../graph/wuhua-of.ts';
import type { Graph } from '../graph/types.ts';
import type { Entry } from '../schema/entry.ts';

/** A declared guard outweighs the criteria of a few measures: the editor placed the problem there by hand. */
const GUARD_WEIGHT = 8;

/**
 * Tell under which of its 五化 an index lists an entry: the one it has most criteria in; a problem by the criteria of
 * its measures, and by the 五化 pages that guard against it.
 *
 * @returns Id of a 五化 entry; equal ones in their order; `undefined` where the entry belongs to none.
 * @example
 * findMainWuhua(graph, optionalAttendance); // 'shenghuo'（党员参加组织生活随意 → 组织生活正常化）
 */
export function findMainWuhua(graph: Graph, entry: Entry): string | undefined {
  const weights = new Map<string, number>();
  const add = (id: string, weight: number) => weights.set(id, (weights.get(id) ?? 0) + weight);
  const countCriteria = (id: string) => {
    for (const edge of graph.outgoing.get(id) ?? [])
      if (edge.criterion !== undefined) add(edge.to, 1);
  };
  countCriteria(entry.id);
  if (entry.kind === 'problem') {
    for (const edge of graph.incoming.get(entry.id) ?? []) {
      if (edge.rel === 'treats') countCriteria(edge.from);
      if (edge.rel === 'guards') add(edge.from, GUARD_WEIGHT);
    }
  }
  return findWuhuaOf(graph, entry).sort((a, b) => (weights.get(b) ?? 0) - (weights.get(a) ?? 0))[0];
}
