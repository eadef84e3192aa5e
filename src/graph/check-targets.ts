import type { Finding } from '../schema/finding.ts';
import { KINDS, type Kind } from '../schema/kinds.ts';
import type { CheckInput, Graph, LocatedEntry } from './types.ts';
import { listDeclaredLinks, type DeclaredLink } from './declared-links.ts';
import { findNearestId } from './nearest-id.ts';
import { RELATIONS } from './relations.ts';

/**
 * Check that every declared link leads to an existing entry or criterion of the right kind.
 *
 * @example
 * checkTargets(input); // [{ rule: 'dangling-target', actual: 'two-skin', nearest: 'two-skins', … }]（两张皮）
 */
export function checkTargets({ located, graph, unreadable }: CheckInput): Finding[] {
  return located.flatMap((source) =>
    listDeclaredLinks(source.entry)
      .filter((link) => !unreadable.has(link.target))
      .flatMap((link) => checkLink(source, link, graph)),
  );
}

function checkLink(source: LocatedEntry, link: DeclaredLink, graph: Graph): Finding[] {
  const place = { file: source.entry.file, line: source.lineOf(link.path) };
  const relation = RELATIONS[link.rel];
  if (relation.criterion) {
    if (graph.criteria.has(link.target)) return [];
    return [
      withNearest(
        {
          rule: 'dangling-criterion',
          place,
          message: `“${relation.label}”引用的标准条目不存在`,
          actual: link.target,
          expected: '某个标准或五化页 criteria 中的 id',
        },
        findNearestId(link.target, graph.criteria.keys()),
      ),
    ];
  }
  const kinds: readonly Kind[] = relation.to;
  const labels = kinds.map((kind) => KINDS[kind].label).join('、');
  const target = graph.byId.get(link.target);
  if (target === undefined) {
    const known = graph.entries
      .filter((entry) => kinds.includes(entry.kind))
      .map((entry) => entry.id);
    return [
      withNearest(
        {
          rule: 'dangling-target',
          place,
          message: `“${relation.label}”指向的条目不存在`,
          actual: link.target,
          expected: `${labels}条目的 id`,
        },
        findNearestId(link.target, known),
      ),
    ];
  }
  if (target.id === source.entry.id) {
    return [
      {
        rule: 'wrong-kind',
        place,
        message: `“${relation.label}”指向了条目自己`,
        actual: link.target,
        expected: '另一个条目',
      },
    ];
  }
  if (kinds.includes(target.kind)) return [];
  return [
    {
      rule: 'wrong-kind',
      place,
      message: `“${relation.label}”指向的条目类别不对`,
      actual: `${link.target}（${KINDS[target.kind].label}）`,
      expected: labels,
    },
  ];
}

function withNearest(finding: Finding, nearest: string | undefined): Finding {
  return nearest === undefined ? finding : { ...finding, nearest };
}
