import { beforeAll, expect, test } from 'vitest';
import { requireGraph } from '../graph/io/load-graph.ts';
import type { Graph } from '../graph/types.ts';
import { findChecklistsFor } from './checklists-for.ts';

let graph: Graph;
beforeAll(async () => {
  graph = await requireGraph('content');
});

function checklistIdsFor(id: string): string[] {
  const entry = graph.byId.get(id);
  if (entry?.kind !== 'problem' && entry?.kind !== 'measure')
    throw new Error(`${id} is neither a problem nor a measure`);
  return findChecklistsFor(graph, entry).map((checklist) => checklist.id);
}

const CASES = [
  { id: 'optional-attendance', first: 'check-attendance' },
  { id: 'weak-branch-team', first: 'check-election' },
  { id: 'soft-target', first: 'check-duty-report' },
  { id: 'weak-guarantee', first: 'check-six-haves' },
  { id: 'develop-clear', first: 'check-development' },
  { id: 'six-set-actions', first: 'check-theme-day' },
];

test.each(CASES)('$id leads first to $first', ({ id, first }) => {
  expect(checklistIdsFor(id)[0]).toBe(first);
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
