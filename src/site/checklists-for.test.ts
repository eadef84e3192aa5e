import { beforeAll, expect, test } from 'vitest';
import { requireGraph } from '../graph/io/load-graph.ts';
import type { Graph } from '../graph/types.ts';
import { findChecklistsFor } from './checklists-for.ts';

let graph: Graph;
beforeAll(async () => {
  graph = await requireGraph('content');
});

function checklistIdsFor(id: string): string[] {
  const problem = graph.byId.get(id);
  if (problem?.kind !== 'problem') throw new Error(`${id} is no problem`);
  return findChecklistsFor(graph, problem).map((checklist) => checklist.id);
}

const CASES = [
  { problem: 'optional-attendance', first: 'check-attendance' },
  { problem: 'weak-branch-team', first: 'check-election' },
  { problem: 'soft-target', first: 'check-duty-report' },
  { problem: 'weak-guarantee', first: 'check-six-haves' },
];

test.each(CASES)('$problem leads first to $first', ({ problem, first }) => {
  expect(checklistIdsFor(problem)[0]).toBe(first);
});

test('every problem leads to one to three checklists, each once', () => {
  const problems = graph.entries.filter((entry) => entry.kind === 'problem');
  expect(problems.length).toBeGreaterThan(0);
  for (const { id } of problems) {
    const ids = checklistIdsFor(id);
    expect(ids.length, id).toBeGreaterThan(0);
    expect(ids.length, id).toBeLessThanOrEqual(3);
    expect(new Set(ids).size, id).toBe(ids.length);
  }
});

test('a checklist that shares no criteria with the measures is never listed', () => {
  const bare: Graph = { ...graph, incoming: new Map() };
  const problem = graph.byId.get('two-skins');
  if (problem?.kind !== 'problem') throw new Error('two-skins is no problem');
  expect(findChecklistsFor(bare, problem)).toEqual([]);
});
