import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadGraph } from '../graph/io/load-graph.ts';
import { describeEntry } from './describe-entry.ts';
import { groupIndex } from './index-groups.ts';
import { listPageSections } from './page-sections.ts';
import { listRecent } from './recent.ts';

const { graph } = await loadGraph(join(import.meta.dirname, '../../tests/fixtures/content-small'));

test('problems and measures stand under the 五化 that their criteria belong to', () => {
  expect(groupIndex(graph, 'measure').map(({ label, entries }) => [label, entries.length])).toEqual(
    [['工作制度体系化', 1]],
  );
  expect(groupIndex(graph, 'problem')[0]?.label).toBe('工作制度体系化');
});

test('sources are parted into articles and regulations', () => {
  expect(groupIndex(graph, 'source').map(({ label }) => label)).toEqual([
    '文章与讲话',
    '法规与文件',
  ]);
});

test('the sections of a page are listed in page order, only those shown', () => {
  const entry = graph.byId.get('two-skins');
  expect(entry && listPageSections(graph, entry).map(({ label }) => label)).toEqual([
    '表现',
    '成因',
    '自查',
    '解决办法',
    '背景',
    '相关条目',
    '出处',
  ]);
});

test('a page tells the search index what it is', () => {
  const entry = graph.byId.get('two-skins');
  expect(entry && describeEntry(graph, entry).attributes).toEqual({
    'data-page-id': 'two-skins',
    'data-kind': 'problem',
    'data-title': '党建与业务“两张皮”',
    'data-audience': '机关',
    'data-year': '2022',
    'data-wuhua': 'zhidu',
    'data-source': 'sample-article',
    'data-validity': undefined,
    'data-aliases': '两张皮',
  });
});

test('recent regulations are dated by their latest event', () => {
  expect(listRecent(graph, 3).map(({ entry, date }) => `${date} ${entry.id}`)).toEqual([
    '2018-10-28 reg-sample',
  ]);
});
