import { expect, test } from 'vitest';
import { requireGraph } from '../graph/io/load-graph.ts';
import { groupIndex } from './index-groups.ts';
import { indexNames } from './name-index.ts';
import { compareReadings, initialOf, readName, readTitle } from './reading.ts';

const graph = await requireGraph('content');

test('initials come from the pinyin, past quotation marks', () => {
  const names = ['“三会一课”', '长期', '123456工程', 'QQ群'];
  expect(names.map((name) => initialOf(readName(name)))).toEqual(['S', 'C', '#', 'Q']);
});

test('names are ordered by pinyin, not by code point', () => {
  const names = ['述职评议', '党课', '“两张皮”', '党建'].map(readName);
  expect(names.sort(compareReadings).map(({ name }) => name)).toEqual([
    '党建',
    '党课',
    '“两张皮”',
    '述职评议',
  ]);
});

test('a term that states its reading stands where that reading puts it', () => {
  const term = graph.entries.find(({ data }) => data.title === '三重一大');
  expect(term && readTitle(term).reading).toBe('san zhong yi da');
  const titles = groupIndex(graph, 'term')
    .find(({ label }) => label === 'S')
    ?.entries.map(({ data }) => data.title);
  expect(titles?.indexOf('三重一大')).toBeGreaterThan(titles?.indexOf('三会一课') ?? Infinity);
});

test('the index has every name of every entry once, in letter order', () => {
  const groups = indexNames(graph);
  expect(groups.map(({ letter }) => letter)).toEqual(groups.map(({ letter }) => letter).sort());
  const rows = groups.flatMap(({ names }) => names);
  expect(rows.filter(({ isTitle }) => isTitle)).toHaveLength(graph.entries.length);
  expect(new Set(rows.map(({ name, entry }) => `${name} ${entry.id}`)).size).toBe(rows.length);
  expect(groups.find(({ letter }) => letter === 'S')?.names.map(({ name }) => name)).toContain(
    '三会一课',
  );
});
