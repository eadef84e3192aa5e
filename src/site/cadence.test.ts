import { beforeAll, expect, test } from 'vitest';
import { requireGraph } from '../graph/io/load-graph.ts';
import type { Graph } from '../graph/types.ts';
import { CADENCES, groupByCadence } from './cadence.ts';

let graph: Graph;
beforeAll(async () => {
  graph = await requireGraph('content');
});

const beatsOf = (when: string): string[] =>
  CADENCES.filter(({ words }) => words.test(when)).map(({ label }) => label);

const CASES = [
  { when: '一般每月一次', beats: ['每月'] },
  { when: '年底一次，可每季度或每半年', beats: ['每季度', '每半年', '年底'] },
  { when: '抽查每季度，自查每月', beats: ['每月', '每季度'] },
  { when: '来源单位定在上半年', beats: [] },
  { when: '验收后半年', beats: [] },
  { when: '每月对账，建成半年后回看', beats: ['每月'] },
  { when: '年内', beats: [] },
  { when: '随时', beats: [] },
];

test.each(CASES)('“$when” recurs at $beats', ({ when, beats }) => {
  expect(beatsOf(when)).toEqual(beats);
});

test('every task stands at the beats its own words name, and leads to its entry', () => {
  const groups = groupByCadence(graph);
  expect(groups.map(({ cadence }) => cadence.label)).toContain('每季度');
  for (const { cadence, criteria, steps } of groups)
    for (const task of [...criteria, ...steps]) {
      expect(task.when).toMatch(cadence.words);
      expect(graph.byId.has(task.url.split('/')[2] ?? '')).toBe(true);
    }
});

test('a content without frequencies has no beats', () => {
  expect(groupByCadence({ ...graph, criteria: new Map(), entries: [] })).toEqual([]);
});
