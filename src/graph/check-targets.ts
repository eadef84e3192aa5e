import type { Finding } from '../schema/finding.ts';
import { KINDS, type Kind } from '../schema/kinds.ts';
import { listDeclaredLinks, type DeclaredLink } from './declared-links.ts';
import { findNearestId } from './nearest-id.ts';
import { RELATIONS } from './relations.ts';
import type { CheckInput, Graph, LocatedEntry } from './types.ts';

/** A finding before its place is looked up. */
type Fault = Omit<Finding, 'place'>;

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
  const fault = RELATIONS[link.rel].criterion
    ? findCriterionFault(link, graph)
    : findEntryFault(source, link, graph);
  if (fault === undefined) return [];
  return [{ ...fault, place: { file: source.entry.file, line: source.lineOf(link.path) } }];
}

function findCriterionFault({ rel, target }: DeclaredLink, graph: Graph): Fault | undefined {
  if (graph.criteria.has(target)) return undefined;
  return {
    rule: 'dangling-criterion',
    message: `“${RELATIONS[rel].label}”引用的标准条目不存在`,
    actual: target,
    expected: '某个标准或五化页 criteria 中的 id',
    ...nearestTo(target, graph.criteria.keys()),
  };
}

function findEntryFault(
  source: LocatedEntry,
  { rel, target }: DeclaredLink,
  graph: Graph,
): Fault | undefined {
  const { label, to } = RELATIONS[rel];
  const kinds: readonly Kind[] = to;
  const labels = kinds.map((kind) => KINDS[kind].label).join('、');
  const found = graph.byId.get(target);
  if (found === undefined) {
    const known = graph.entries.filter(({ kind }) => kinds.includes(kind)).map(({ id }) => id);
    const nearest = nearestTo(target, known);
    const folders = kinds.map((kind) => `${KINDS[kind].folder}/`).join('、');
    return {
      rule: 'dangling-target',
      message: `“${label}”指向的条目不存在`,
      actual: target,
      // Without a near one, the reader needs to know where to look it up.
      expected: `${labels}条目的 id${nearest.nearest === undefined ? `，即 ${folders} 里的文件名` : ''}`,
      ...nearest,
    };
  }
  if (found.id === source.entry.id) {
    return {
      rule: 'wrong-kind',
      message: `“${label}”指向了条目自己`,
      actual: target,
      expected: '另一个条目',
    };
  }
  if (kinds.includes(found.kind)) return undefined;
  return {
    rule: 'wrong-kind',
    message: `“${label}”指向的条目类别不对`,
    actual: `${target}（${KINDS[found.kind].label}）`,
    expected: labels,
  };
}

function nearestTo(target: string, known: Iterable<string>): { nearest?: string } {
  const nearest = findNearestId(target, known);
  return nearest === undefined ? {} : { nearest };
}
