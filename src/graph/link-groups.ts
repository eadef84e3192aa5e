import type { Criterion, Entry } from '../schema/entry.ts';
import { RELATIONS, type RelationName } from './relations.ts';
import type { Edge, Graph } from './types.ts';

/** One link as a page shows it: the entry at the other end. */
export interface ShownLink {
  readonly entry: Entry;
  /** The criterion that is linked, for relations that point to one. */
  readonly criterion?: Criterion;
  readonly editorial: boolean;
  readonly note?: string;
}

/** The links of one entry under one heading. */
export interface LinkGroup {
  /** Name of the relation as seen from this entry, e.g. `treatedBy`. */
  readonly rel: string;
  /** Heading, e.g. 解决办法. */
  readonly label: string;
  readonly links: readonly ShownLink[];
}

const RELATION_NAMES = Object.keys(RELATIONS) as RelationName[];

/**
 * Group all links of an entry, declared and computed, by relation.
 *
 * @param graph - The checked graph.
 * @param id - Id of the entry.
 * @param except - Names of relations (as seen from the entry) that the page shows elsewhere.
 * @returns Non-empty groups in the order of the relations table, declared before computed; a symmetric relation is one group.
 * @example
 * groupLinks(graph, 'two-skins').find((group) => group.rel === 'treatedBy')?.label; // '解决办法'
 */
export function groupLinks(graph: Graph, id: string, except: readonly string[] = []): LinkGroup[] {
  const outgoing = graph.outgoing.get(id) ?? [];
  const incoming = graph.incoming.get(id) ?? [];
  const groups = RELATION_NAMES.flatMap((name) => {
    const info = RELATIONS[name];
    const declared = toLinks(graph, outgoing, name, 'to');
    const computed = toLinks(graph, incoming, name, 'from');
    if (info.inverse === name)
      return [{ rel: name, label: info.label, links: [...declared, ...computed] }];
    return [
      { rel: name, label: info.label, links: declared },
      { rel: info.inverse, label: info.inverseLabel, links: computed },
    ];
  });
  return groups.filter((group) => group.links.length > 0 && !except.includes(group.rel));
}

/**
 * List the links of one relation of an entry.
 *
 * @param rel - Name of the relation as seen from the entry.
 * @example
 * listLinks(graph, 'two-skins', 'treatedBy')[0]?.entry.data.title; // '按业务链调整支部设置'（治“两张皮”）
 */
export function listLinks(graph: Graph, id: string, rel: string): readonly ShownLink[] {
  return groupLinks(graph, id).find((group) => group.rel === rel)?.links ?? [];
}

function toLinks(
  graph: Graph,
  edges: readonly Edge[],
  rel: RelationName,
  end: 'from' | 'to',
): ShownLink[] {
  return edges.flatMap((edge) => {
    const entry = graph.byId.get(edge[end]);
    if (edge.rel !== rel || entry === undefined) return [];
    const criterion =
      edge.criterion === undefined ? undefined : graph.criteria.get(edge.criterion)?.criterion;
    return [
      {
        entry,
        editorial: edge.editorial,
        ...(criterion === undefined ? {} : { criterion }),
        ...(edge.note === undefined ? {} : { note: edge.note }),
      },
    ];
  });
}

/**
 * Keep one link per entry: several criteria of one standard, or several citations of one source, count once.
 *
 * @example
 * uniqueEntries(group.links); // 同一来源只列一次
 */
export function uniqueEntries(links: readonly ShownLink[]): ShownLink[] {
  return links.filter(
    (link, index) => links.findIndex((other) => other.entry.id === link.entry.id) === index,
  );
}

/**
 * List the entries that meet or check a criterion, by relation.
 *
 * @example
 * linksOfCriterion(graph, 'wuhua.shenghuo.01').measures; // 支撑这一条的措施
 */
export function linksOfCriterion(
  graph: Graph,
  criterionId: string,
): { measures: ShownLink[]; checklists: ShownLink[] } {
  const standard = graph.criteria.get(criterionId)?.standard;
  const edges = (standard === undefined ? [] : (graph.incoming.get(standard.id) ?? [])).filter(
    (edge) => edge.criterion === criterionId,
  );
  return {
    measures: toLinks(graph, edges, 'meets', 'from'),
    checklists: toLinks(graph, edges, 'checks', 'from'),
  };
}
