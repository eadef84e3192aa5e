import type { Finding } from '../schema/finding.ts';
import type { CheckInput } from './types.ts';
import { listDeclaredLinks } from './declared-links.ts';
import { RELATIONS, type RelationName } from './relations.ts';

/** Relations that say the same of the same two entries, when declared from both sides or beside a stronger one. */
const WEAK: readonly RelationName[] = ['related', 'see', 'confusable'];

/**
 * Check that no relation is declared twice: the same link twice in one entry, or a symmetric one on both sides.
 *
 * @example
 * checkRedundantLinks(input); // [{ rule: 'redundant-link', … }]（甲、乙互写 related）
 */
export function checkRedundantLinks({ located, graph }: CheckInput): Finding[] {
  const seen = new Map<string, string>();
  return located.flatMap(({ entry, lineOf }) =>
    listDeclaredLinks(entry).flatMap(({ rel, target, path }): Finding[] => {
      if (rel === 'cites') return [];
      const key = WEAK.includes(rel)
        ? `${rel} ${[entry.id, target].sort().join(' ')}`
        : `${rel} ${entry.id} ${target}`;
      const place = { file: entry.file, line: lineOf(path) };
      const earlier = seen.get(key);
      seen.set(key, `${place.file}:${String(place.line)}`);
      if (earlier !== undefined) {
        return [
          {
            rule: 'redundant-link',
            place,
            message: `“${RELATIONS[rel].label}”已在 ${earlier} 声明`,
            actual: target,
            expected: '一处声明，另一面由图谱计算',
          },
        ];
      }
      if (rel !== 'related' || !isLinkedOtherwise(entry.id, target)) return [];
      return [
        {
          rule: 'redundant-link',
          place,
          message: '这两个条目已有更确切的关系，不必再写“相关”',
          actual: target,
          expected: '删去这条 related',
        },
      ];
    }),
  );

  function isLinkedOtherwise(a: string, b: string): boolean {
    const edges = [...(graph.outgoing.get(a) ?? []), ...(graph.incoming.get(a) ?? [])];
    return edges.some(
      (edge) =>
        (edge.from === b || edge.to === b) && edge.rel !== 'related' && edge.rel !== 'cites',
    );
  }
}
