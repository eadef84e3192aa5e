import GithubSlugger from 'github-slugger';
import type { Entry } from '../schema/entry.ts';
import { COMMON_ANCHORS, SECTION_ANCHORS } from '../schema/section-anchors.ts';
import { readBodySyntax } from './body-syntax.ts';

/**
 * List the anchors of an entry's page: template sections, criteria or checklist items, and headings of the body.
 *
 * @example
 * listAnchors(graph.byId.get('zhendi')!); // ['criteria', …, 'wuhua.zhendi.01', …, '背景']
 */
export function listAnchors(entry: Entry): string[] {
  const slugger = new GithubSlugger();
  const headings = readBodySyntax(entry.body).headings.map(({ value }) => slugger.slug(value));
  return [...SECTION_ANCHORS[entry.kind], ...COMMON_ANCHORS, ...rowAnchors(entry), ...headings];
}

function rowAnchors(entry: Entry): string[] {
  if (entry.kind === 'standard' || entry.kind === 'wuhua')
    return entry.data.criteria.map(({ id }) => id);
  if (entry.kind !== 'checklist') return [];
  return entry.data.phases.flatMap(({ id, items }) => [
    `phase-${id}`,
    ...items.map((item) => ('criterion' in item ? item.criterion : item.id)),
  ]);
}
