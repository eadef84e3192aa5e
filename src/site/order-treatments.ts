import { listLinks, type ShownLink } from '../graph/link-groups.ts';
import type { Graph } from '../graph/types.ts';

/**
 * List the measures against a problem, those that fit it best first.
 *
 * What a source states comes before what the editors linked. Within each half a measure written mainly for this
 * problem (it stands early in its `treats`) comes before one that only helps with it too; the rest keep their order.
 *
 * @param id - Id of the problem.
 * @example
 * orderTreatments(graph, 'formalism-life')[0]?.entry.id; // 'three-checks'（“三看”主要就是治走过场，来源写明）
 */
export function orderTreatments(graph: Graph, id: string): ShownLink[] {
  return [...listLinks(graph, id, 'treatedBy')].sort(
    (a, b) => Number(a.editorial) - Number(b.editorial) || rank(a, id) - rank(b, id),
  );
}

/** Place of the problem among those that the measure treats, from 0. */
function rank({ entry }: ShownLink, id: string): number {
  return entry.kind === 'measure' ? entry.data.treats.findIndex(({ to }) => to === id) : 0;
}
