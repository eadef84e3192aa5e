import type { FacetName } from '../types.ts';

/** What readers call each kind. */
export const KIND_LABEL: Readonly<Record<string, string>> = {
  problem: '问题',
  measure: '措施',
  standard: '标准',
  wuhua: '五化',
  checklist: '清单',
  term: '术语',
  source: '来源',
  article: '资料原文',
  index: '目录',
};

/** What readers call each facet. */
export const FACET_LABEL: Readonly<Record<FacetName, string>> = {
  kind: '类别',
  wuhua: '五化维度',
  audience: '适用对象',
  year: '年份',
  source: '来源',
};

/**
 * What readers call a facet value.
 *
 * @param labels - Names that the index gives.
 *
 * @example
 * valueLabel('kind', 'problem', {}); // '问题'
 */
export function valueLabel(
  facet: FacetName,
  value: string,
  labels: Readonly<Record<string, Readonly<Record<string, string>>>>,
): string {
  if (facet === 'kind') return KIND_LABEL[value] ?? value;
  if (facet === 'year') return `${value} 年`;
  return labels[facet]?.[value] ?? value;
}
