import { loadGraph } from '../graph/io/load-graph.ts';
import { resolveChecklist } from './resolve-checklist.ts';
import type { ResolvedChecklist } from './types.ts';

/** The scored sample checklist of the tests, as pages and files show it. */
export async function loadSiteCheck(): Promise<ResolvedChecklist> {
  const { graph } = await loadGraph('tests/fixtures/content-paper');
  const entry = graph.byId.get('check-site');
  if (entry?.kind !== 'checklist') throw new Error('样例里没有清单 check-site');
  return resolveChecklist(graph, entry);
}

/** What a reader wrote into it: a 是 and a 否 with its mending, points, and a problem added by hand. */
export const FILLED = {
  'head.unit': '机关第一党支部',
  'item.site-check.01.result': 'yes',
  'item.site-check.02.result': 'no',
  'item.site-check.02.note': '缺三月',
  'item.site-check.02.measure': '补齐三月记录',
  'item.site-check.02.person': '张三',
  'item.site-check.02.deadline': '12 月底',
  'item.site-check.01.measure': '改答案以前写的',
  'item.site-check.01.points': '2.5',
  'rect.2.problem': '宣传栏没有更新',
  'rect.2.number': '7',
};
