import type { Entry } from '../schema/entry.ts';
import type { Finding } from '../schema/finding.ts';
import { KIND_NAMES } from '../schema/kinds.ts';
import { CHECKS } from './checks.ts';
import { listDeclaredLinks } from './declared-links.ts';
import { parseEntry, type ContentFile } from './parse-entry.ts';
import { RELATIONS } from './relations.ts';
import type { CriterionPlace, Edge, Graph } from './types.ts';

/**
 * Read all content files, link them both ways, and check the whole.
 *
 * @param files - Every `.mdx` file below the content root.
 * @returns The graph of the valid entries, and all findings in file order; the graph is to be used only when there are none.
 * @example
 * buildGraph([{ file: 'terms/san-hui-yi-ke.mdx', raw: '---\ntitle: 三会一课\n…' }]).graph.byId.get('san-hui-yi-ke');
 */
export function buildGraph(files: readonly ContentFile[]): { graph: Graph; findings: Finding[] } {
  const parsed = files.map((file) => parseEntry(file));
  const located = parsed.flatMap(({ entry, lineOf }) =>
    entry === undefined || entry.data.draft ? [] : [{ entry, lineOf }],
  );
  const graph = linkEntries(located.map(({ entry }) => entry));
  const unreadable = new Set(
    files.flatMap(({ file }, index) =>
      parsed[index]?.entry === undefined ? [file.replace(/^.*\/|\.mdx$/gu, '')] : [],
    ),
  );
  const findings = [
    ...parsed.flatMap((result) => result.findings),
    ...CHECKS.flatMap((check) => check({ located, graph, unreadable })),
  ];
  return { graph, findings: findings.sort(byPlace) };
}

/**
 * Link entries both ways. Links whose target is missing are left out: the checks report them.
 *
 * @example
 * linkEntries([measure, problem]).incoming.get('two-skins'); // 解决“两张皮”的措施
 */
export function linkEntries(entries: readonly Entry[]): Graph {
  const sorted = [...entries].sort(byKindThenId);
  const byId = new Map(sorted.map((entry) => [entry.id, entry]));
  const criteria = collectCriteria(sorted);
  const edges = sorted.flatMap((entry) => toEdges(entry, byId, criteria));
  return {
    entries: sorted,
    byId,
    criteria,
    outgoing: groupBy(edges, (edge) => edge.from),
    incoming: groupBy(edges, (edge) => edge.to),
  };
}

function collectCriteria(entries: readonly Entry[]): Map<string, CriterionPlace> {
  const criteria = new Map<string, CriterionPlace>();
  for (const entry of entries) {
    if (entry.kind !== 'standard' && entry.kind !== 'wuhua') continue;
    for (const criterion of entry.data.criteria)
      criteria.set(criterion.id, { criterion, standard: entry });
  }
  return criteria;
}

function toEdges(
  entry: Entry,
  byId: ReadonlyMap<string, Entry>,
  criteria: ReadonlyMap<string, CriterionPlace>,
): Edge[] {
  return listDeclaredLinks(entry).flatMap(({ rel, target, editorial, note }) => {
    const extra = note === undefined ? {} : { note };
    if (!RELATIONS[rel].criterion) {
      return byId.has(target) ? [{ rel, from: entry.id, to: target, editorial, ...extra }] : [];
    }
    const place = criteria.get(target);
    if (place === undefined) return [];
    return [{ rel, from: entry.id, to: place.standard.id, criterion: target, editorial, ...extra }];
  });
}

function groupBy(edges: readonly Edge[], key: (edge: Edge) => string): Map<string, Edge[]> {
  const groups = new Map<string, Edge[]>();
  for (const edge of edges) {
    const group = groups.get(key(edge));
    if (group === undefined) groups.set(key(edge), [edge]);
    else group.push(edge);
  }
  return groups;
}

function byKindThenId(a: Entry, b: Entry): number {
  return KIND_NAMES.indexOf(a.kind) - KIND_NAMES.indexOf(b.kind) || (a.id < b.id ? -1 : 1);
}

function byPlace(a: Finding, b: Finding): number {
  if (a.place.file !== b.place.file) return a.place.file < b.place.file ? -1 : 1;
  return (a.place.line ?? 0) - (b.place.line ?? 0);
}
