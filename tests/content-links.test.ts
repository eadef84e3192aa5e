import { beforeAll, describe, expect, test } from 'vitest';
import { loadGraph } from '../src/graph/io/load-graph.ts';
import type { RelationName } from '../src/graph/relations.ts';
import type { Edge, Graph } from '../src/graph/types.ts';
import type { EntryOf } from '../src/schema/entry.ts';
import { formatFinding } from '../src/schema/finding.ts';
import type { Kind } from '../src/schema/kinds.ts';

/** A way in which the content must hang together, and a break that it must not overlook. */
interface Rule {
  readonly name: string;
  /** Ids that break the rule. */
  readonly find: (graph: Graph) => string[];
  /** The graph without something that one entry or criterion cannot do without. */
  readonly damage: (graph: Graph) => Graph;
  /** The id that `find` then gives. */
  readonly broken: string;
}

const CRITERION = 'wuhua.zhendi.03';

const RULES: readonly Rule[] = [
  {
    name: 'every problem has a measure that treats it',
    find: (graph) => idsOf(graph, 'problem').filter((id) => !hasIncoming(graph, id, 'treats')),
    damage: (graph) => withoutEdges(graph, ({ rel, to }) => rel === 'treats' && to === 'two-skins'),
    broken: 'two-skins',
  },
  {
    name: 'every measure treats a problem',
    find: (graph) => idsOf(graph, 'measure').filter((id) => !hasOutgoing(graph, id, 'treats')),
    damage: (graph) =>
      withoutEdges(graph, ({ rel, from }) => rel === 'treats' && from === 'five-strict'),
    broken: 'five-strict',
  },
  {
    name: 'every measure meets a criterion or says why it meets none',
    find: (graph) =>
      ofKind(graph, 'measure')
        .filter(({ id, data }) => data.meetsNone === undefined && !hasOutgoing(graph, id, 'meets'))
        .map(({ id }) => id),
    damage: (graph) =>
      withoutEdges(graph, ({ rel, from }) => rel === 'meets' && from === 'five-strict'),
    broken: 'five-strict',
  },
  {
    name: 'every criterion of 五化 is supported by a measure',
    find: (graph) => criteriaWithout(graph, 'meets'),
    damage: (graph) =>
      withoutEdges(graph, ({ rel, criterion }) => rel === 'meets' && criterion === CRITERION),
    broken: CRITERION,
  },
  {
    name: 'every criterion of 五化 is guarded by a checklist item',
    find: (graph) => criteriaWithout(graph, 'checks'),
    damage: (graph) =>
      withoutEdges(graph, ({ rel, criterion }) => rel === 'checks' && criterion === CRITERION),
    broken: CRITERION,
  },
  {
    name: 'every checklist item is a criterion that exists or has an id of its own list',
    find: (graph) => ofKind(graph, 'checklist').flatMap((list) => strayItems(graph, list)),
    damage: (graph) => ({
      ...graph,
      criteria: new Map([...graph.criteria].filter(([id]) => id !== 'wuhua.zonglun.01')),
    }),
    broken: 'wuhua.zonglun.01',
  },
  {
    name: 'every entry has a neighbour, and every source is cited or linked',
    find: (graph) =>
      graph.entries.filter(({ id, kind }) => !hasNeighbour(graph, id, kind)).map(({ id }) => id),
    damage: (graph) =>
      withoutEdges(
        graph,
        ({ rel, from, to }) => rel !== 'cites' && (from === 'wu-san-yi' || to === 'wu-san-yi'),
      ),
    broken: 'wu-san-yi',
  },
];

let graph: Graph;

beforeAll(async () => {
  const loaded = await loadGraph('content');
  expect(loaded.findings.map((finding) => formatFinding(finding))).toEqual([]);
  graph = loaded.graph;
});

test.each(RULES)('$name', ({ find }) => {
  expect(find(graph)).toEqual([]);
});

describe('a break is found', () => {
  test.each(RULES)('$name', ({ find, damage, broken }) => {
    expect([...new Set(find(damage(graph)))]).toEqual([broken]);
  });
});

function ofKind<K extends Kind>(from: Graph, kind: K): EntryOf<K>[] {
  return from.entries.filter((entry): entry is EntryOf<K> & typeof entry => entry.kind === kind);
}

function idsOf(from: Graph, kind: Kind): string[] {
  return from.entries.filter((entry) => entry.kind === kind).map(({ id }) => id);
}

/** Ids of criteria of the five pages and their overview to which no link of a relation leads. */
function criteriaWithout(from: Graph, rel: RelationName): string[] {
  return ofKind(from, 'wuhua').flatMap((page) => {
    const linked = new Set(
      edgesTo(from, page.id)
        .filter((edge) => edge.rel === rel)
        .map((edge) => edge.criterion),
    );
    return page.data.criteria.map(({ id }) => id).filter((id) => !linked.has(id));
  });
}

function strayItems(from: Graph, list: EntryOf<'checklist'>): string[] {
  return list.data.phases
    .flatMap((phase) => phase.items)
    .flatMap((item) => {
      if ('criterion' in item) return from.criteria.has(item.criterion) ? [] : [item.criterion];
      return item.id.startsWith(`${list.id}.`) ? [] : [item.id];
    });
}

/** A source is reached from what cites it; from any other entry a citation only leads away. */
function hasNeighbour(from: Graph, id: string, kind: Kind): boolean {
  return [...edgesFrom(from, id), ...edgesTo(from, id)].some(
    (edge) => edge.from !== edge.to && (kind === 'source' || edge.rel !== 'cites'),
  );
}

function hasIncoming(from: Graph, id: string, rel: RelationName): boolean {
  return edgesTo(from, id).some((edge) => edge.rel === rel);
}

function hasOutgoing(from: Graph, id: string, rel: RelationName): boolean {
  return edgesFrom(from, id).some((edge) => edge.rel === rel);
}

function edgesTo(from: Graph, id: string): readonly Edge[] {
  return from.incoming.get(id) ?? [];
}

function edgesFrom(from: Graph, id: string): readonly Edge[] {
  return from.outgoing.get(id) ?? [];
}

function withoutEdges(from: Graph, isDropped: (edge: Edge) => boolean): Graph {
  const keep = (edges: ReadonlyMap<string, readonly Edge[]>) =>
    new Map([...edges].map(([id, list]) => [id, list.filter((edge) => !isDropped(edge))] as const));
  return { ...from, outgoing: keep(from.outgoing), incoming: keep(from.incoming) };
}
