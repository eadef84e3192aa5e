import { expect, test } from 'vitest';
import { requireGraph } from '../graph/io/load-graph.ts';
import { listAnchors } from '../graph/list-anchors.ts';
import { listPageSections } from './page-sections.ts';

const graph = await requireGraph('content');

test('every section that a page lists is an anchor that links may name', () => {
  const unknown = graph.entries.flatMap((entry) => {
    const anchors = listAnchors(entry);
    return listPageSections(graph, entry)
      .filter(({ id }) => !anchors.includes(id))
      .map(({ id }) => `${entry.id}#${id}`);
  });
  expect(unknown).toEqual([]);
});

test('no page lists a section twice', () => {
  const twice = graph.entries.filter((entry) => {
    const ids = listPageSections(graph, entry).map(({ id }) => id);
    return new Set(ids).size < ids.length;
  });
  expect(twice.map(({ id }) => id)).toEqual([]);
});
