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

export const FACET_LABEL: Readonly<Record<FacetName, string>> = {
  kind: '类别',
  wuhua: '五化维度',
  audience: '适用对象',
  year: '年份',
  source: '来源',
};

/** Values of the facet 五化维度. */
export const WUHUA_LABEL: Readonly<Record<string, string>> = {
  zhibu: '支部建设标准化',
  zuzhi: '组织生活正常化',
  guanli: '管理服务精细化',
  zhidu: '工作制度体系化',
  zhendi: '阵地建设规范化',
};

/**
 * What readers call a facet value.
 *
 * @example
 * valueLabel('kind', 'problem'); // '问题'
 */
export function valueLabel(facet: FacetName, value: string): string {
  if (facet === 'kind') return KIND_LABEL[value] ?? value;
  if (facet === 'wuhua') return WUHUA_LABEL[value] ?? value;
  if (facet === 'year') return `${value} 年`;
  return value;
}
