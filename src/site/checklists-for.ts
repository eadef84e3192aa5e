import type { Graph } from '../graph/types.ts';
import type { EntryOf } from '../schema/entry.ts';

/** A checklist must share this many criteria before it is recommended: one may be chance. */
const MIN_SHARED = 2;
const MOST = 3;

/**
 * List the checklists that look at what a measure, or the measures against a problem, are for: those whose items
 * refer to the criteria that these measures meet. No source states this; pages mark it as 编者关联.
 *
 * A criterion counts once for each measure that meets it; a long checklist that touches everything stands below a
 * short one about the matter (the sum is divided by the square root of the number of its criteria).
 *
 * @returns The best three or fewer, best first; equal ones in graph order.
 * @example
 * findChecklistsFor(graph, optionalAttendance)[0]?.data.title; // '组织生活考勤与通报清单'
 */
export function findChecklistsFor(
  graph: Graph,
  entry: EntryOf<'problem'> | EntryOf<'measure'>,
): EntryOf<'checklist'>[] {
  const weights = new Map<string, number>();
  for (const measure of entry.kind === 'measure' ? [entry.id] : treating(graph, entry.id))
    for (const criterion of criteriaOf(graph, measure, 'meets'))
      weights.set(criterion, (weights.get(criterion) ?? 0) + 1);
  return graph.entries
    .flatMap((checklist) => {
      if (checklist.kind !== 'checklist') return [];
      const criteria = criteriaOf(graph, checklist.id, 'checks');
      const shared = criteria.filter((id) => weights.has(id));
      const sum = shared.reduce((total, id) => total + (weights.get(id) ?? 0), 0);
      const score = sum / Math.sqrt(criteria.length);
      return shared.length < MIN_SHARED ? [] : [{ checklist, score }];
    })
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST)
    .map(({ checklist }) => checklist);
}

function treating(graph: Graph, problem: string): string[] {
  return (graph.incoming.get(problem) ?? []).flatMap(({ rel, from }) =>
    rel === 'treats' ? [from] : [],
  );
}

function criteriaOf(graph: Graph, id: string, rel: 'meets' | 'checks'): string[] {
  return (graph.outgoing.get(id) ?? []).flatMap((edge) =>
    edge.rel === rel && edge.criterion !== undefined ? [edge.criterion] : [],
  );
}
