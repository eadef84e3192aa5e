import type { Finding } from '../schema/finding.ts';
import { listDeclaredLinks } from './declared-links.ts';
import type { CheckInput, Graph } from './types.ts';

/**
 * Check that every entry has a neighbour that links to it, and that every source is cited.
 *
 * A declared link shows on both of its pages, so a link in either direction is a way in; citations do not count,
 * since a source page is not where an officer starts.
 *
 * @example
 * checkReachable(input); // [{ rule: 'orphan', message: '没有任何条目与它相连', … }]（孤立的术语）
 */
export function checkReachable({ located, graph }: CheckInput): Finding[] {
  return located.flatMap(({ entry }): Finding[] => {
    if (entry.kind === 'source') {
      if (hasEdge(graph, entry.id)) return [];
      return [
        {
          rule: 'unused-source',
          place: { file: entry.file, line: 1 },
          message: '来源没有被任何条目引用',
          actual: entry.id,
          expected: '至少一个条目在 cites 中引用，或删去本来源',
        },
      ];
    }
    // A link with a bad target has its own finding; it is not a missing link as well.
    const declared = listDeclaredLinks(entry).some((link) => link.rel !== 'cites');
    if (declared || hasEdge(graph, entry.id, 'cites')) return [];
    return [
      {
        rule: 'orphan',
        place: { file: entry.file, line: 1 },
        message: '没有任何条目与它相连，读者走不到这里',
        actual: entry.id,
        expected: '至少一条关系（treats、meets、guards、see、related 等）',
      },
    ];
  });
}

function hasEdge(graph: Graph, id: string, except?: string): boolean {
  const edges = [...(graph.outgoing.get(id) ?? []), ...(graph.incoming.get(id) ?? [])];
  return edges.some((edge) => edge.rel !== except);
}
