import type { CriterionPlace, Graph } from '../graph/types.ts';
import type { ChecklistItem, EntryOf } from '../schema/entry.ts';
import { toUrl } from '../schema/kinds.ts';
import { needsLandscape } from './columns.ts';
import type {
  ResolvedBasis,
  ResolvedChecklist,
  ResolvedItem,
  ResolvedPhase,
  ResolvedSource,
} from './types.ts';

/** The part of the graph that checklists need. */
export type CriterionSource = Pick<Graph, 'criteria' | 'byId'>;

/**
 * Put a checklist together: references become the criterion's own wording, basis and evidence.
 *
 * This is the one place from which screen, paper, docx, xlsx and kb.json take the wording of an item, so that they
 * cannot differ. Nothing is shortened or re-punctuated.
 *
 * @throws Error when an item refers to a criterion that does not exist; a checked graph has none.
 * @example
 * resolveChecklist(graph, checklist).phases[0].items[0].text; // '会议通知提前发出'
 */
export function resolveChecklist(
  graph: CriterionSource,
  checklist: EntryOf<'checklist'>,
): ResolvedChecklist {
  const { id, data } = checklist;
  const standards = new Map<string, ResolvedBasis>();
  let number = 0;
  const phases = data.phases.map((phase): ResolvedPhase => {
    const items = phase.items.map((item) => {
      number += 1;
      if (!('criterion' in item)) return toLocalItem(item, number);
      const place = findCriterion(graph, item.criterion, id);
      standards.set(place.standard.id, toBasis(place.standard));
      return toCriterionItem(place, number, item.editorial);
    });
    return { id: phase.id, title: phase.title, items };
  });
  const items = phases.flatMap((phase) => phase.items);
  const scores = items.flatMap((item) => item.score ?? []);
  const wide = needsLandscape({
    use: data.use,
    scored: scores.length > 0,
    timed: items.some((item) => item.frequency !== undefined),
  });
  return {
    id,
    title: data.title,
    summary: data.summary,
    version: data.version,
    use: data.use,
    when: data.when,
    orientation: wide ? 'landscape' : data.orientation,
    rectification: data.rectification,
    head: data.head,
    foot: data.foot,
    phases,
    standards: [...standards.values()],
    sources: citedSources(graph, checklist),
    ...(scores.length > 0 && { totalScore: scores.reduce((sum, score) => sum + score, 0) }),
  };
}

function citedSources(graph: CriterionSource, { data }: EntryOf<'checklist'>): ResolvedSource[] {
  return [...new Set(data.cites.map((cite) => cite.source))].flatMap((id) => {
    const source = graph.byId.get(id);
    if (source?.kind !== 'source') return [];
    const { title, genre, validity } = source.data;
    const { status, verifiedOn } = validity;
    return [{ title, regulation: genre === '法规', status, verifiedOn }];
  });
}

function findCriterion(
  graph: CriterionSource,
  criterion: string,
  checklist: string,
): CriterionPlace {
  const place = graph.criteria.get(criterion);
  if (place) return place;
  throw new Error(`清单 ${checklist} 引用的标准条目 ${criterion} 不存在；先运行 npm run check。`);
}

function toCriterionItem(place: CriterionPlace, number: number, editorial: boolean): ResolvedItem {
  const { criterion, standard } = place;
  return {
    id: criterion.id,
    number,
    text: criterion.text,
    ...(criterion.basis !== undefined && { basis: criterion.basis }),
    evidence: criterion.evidence,
    ...(criterion.frequency !== undefined && { frequency: criterion.frequency }),
    ...(criterion.score !== undefined && { score: criterion.score }),
    url: `${toUrl(standard.kind, standard.id)}#${criterion.id}`,
    standard: standard.data.title,
    clause: standard.data.criteria.findIndex(({ id }) => id === criterion.id) + 1,
    ...((editorial || criterion.editorial) && { editorial: '编者关联' }),
  };
}

function toLocalItem(
  item: Exclude<ChecklistItem, { criterion: string }>,
  number: number,
): ResolvedItem {
  return {
    id: item.id,
    number,
    text: item.text,
    ...(item.basis !== undefined && { basis: item.basis }),
    evidence: item.evidence,
    ...(item.frequency !== undefined && { frequency: item.frequency }),
    ...(item.score !== undefined && { score: item.score }),
    ...(item.cite.length === 0 && { editorial: '编者' }),
  };
}

function toBasis(standard: CriterionPlace['standard']): ResolvedBasis {
  const { status, verifiedOn } = standard.data.validity;
  return {
    id: standard.id,
    title: standard.data.title,
    url: toUrl(standard.kind, standard.id),
    status,
    verifiedOn,
  };
}
