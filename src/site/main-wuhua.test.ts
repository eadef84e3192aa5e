import { expect, test } from 'vitest';
import { requireGraph } from '../graph/io/load-graph.ts';
import { findMainWuhua } from './main-wuhua.ts';

const graph = await requireGraph('content');

const CASES = [
  { id: 'optional-attendance', main: 'shenghuo', why: 'guarded by several, most criteria in one' },
  { id: 'two-skins', main: 'zhidu', why: 'its guard outweighs the criteria of its many measures' },
  { id: 'weak-branch-team', main: 'zhibu', why: 'measures against it meet criteria of branches' },
  { id: 'weak-guarantee', main: 'zhendi', why: 'rooms and money' },
  { id: 'check-attendance', main: 'shenghuo', why: 'a checklist by the criteria it checks' },
  { id: 'shenghuo', main: 'shenghuo', why: 'a 五化 page by itself' },
  { id: 'reg-branch', main: undefined, why: 'a source belongs to none' },
];

test.each(CASES)('$id: $why', ({ id, main }) => {
  const entry = graph.byId.get(id);
  expect(entry && findMainWuhua(graph, entry)).toBe(main);
});
