import GithubSlugger from 'github-slugger';
import { readBodySyntax } from '../graph/body-syntax.ts';
import { groupLinks } from '../graph/link-groups.ts';
import type { Graph } from '../graph/types.ts';
import type { Entry } from '../schema/entry.ts';
import { findChecklistsFor } from './checklists-for.ts';
import { SHOWN_IN_BODY } from './describe-entry.ts';

/** A section of an entry's page, for 本页目录. */
export interface PageSection {
  /** Anchor without `#`. */
  readonly id: string;
  readonly label: string;
}

type Candidate = readonly [id: string, label: string, shown: boolean];

/**
 * List the sections that the page of an entry shows, in page order.
 *
 * @example
 * listPageSections(graph, liangZhangPi).map((section) => section.label); // ['表现', '成因', '自查', '解决办法', '可用清单', '出处']
 */
export function listPageSections(graph: Graph, entry: Entry): PageSection[] {
  const hasLinks = groupLinks(graph, entry.id, [...SHOWN_IN_BODY[entry.kind], 'cites']).length > 0;
  const candidates: Candidate[] = [
    ...ownSections(graph, entry),
    ...bodySections(entry),
    ['notes', '编者注', entry.data.notes.length > 0],
    ['links', '相关条目', hasLinks],
    ['cites', '出处', entry.data.cites.length > 0],
  ];
  return candidates.filter(([, , shown]) => shown).map(([id, label]) => ({ id, label }));
}

function ownSections(graph: Graph, entry: Entry): Candidate[] {
  const has = (rel: string) => groupLinks(graph, entry.id).some((group) => group.rel === rel);
  switch (entry.kind) {
    case 'problem':
      return [
        ['signs', '表现', true],
        ['causes', '成因', entry.data.causes.length > 0],
        ['questions', '自查', true],
        ['measures', '解决办法', has('treatedBy')],
        ['checklists', '可用清单', findChecklistsFor(graph, entry).length > 0],
      ];
    case 'measure':
      return [
        ['treats', '解决的问题', true],
        ['steps', '怎么做', true],
        ['outcomes', '成效（来源所称）', entry.data.outcomes.length > 0],
        ['limits', '不适用的情形', entry.data.limits.length > 0],
        ['risks', '风险', entry.data.risks.length > 0],
        ['meets', '支撑的标准条目', true],
        ['checklists', '可用清单', findChecklistsFor(graph, entry).length > 0],
      ];
    case 'standard':
    case 'wuhua':
      return [
        ['criteria', '条目', true],
        ['guards', '防范的问题', has('guards')],
        ['support', '对应清单', has('checkedBy')],
      ];
    case 'checklist':
      return entry.data.phases.map(({ id, title }) => [`phase-${id}`, title, true] as const);
    case 'term':
      return [
        ['definition', '释义', true],
        ['members', '组成', entry.data.members.length > 0],
        ['confusable', '易混', has('confusable')],
      ];
    case 'source':
      return [
        ['record', '著录', true],
        ['history', '历次版本', entry.data.history.length > 0],
        ['damage', '底本损坏与修补', entry.data.damage.length > 0],
      ];
  }
}

function bodySections(entry: Entry): Candidate[] {
  const slugger = new GithubSlugger();
  return readBodySyntax(entry.body).headings.map(
    ({ value }) => [slugger.slug(value), value, true] as const,
  );
}
