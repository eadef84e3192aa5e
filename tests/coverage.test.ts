import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { beforeAll, describe, expect, test } from 'vitest';
import { checkCoverage } from '../src/graph/check-coverage.ts';
import { loadGraph } from '../src/graph/io/load-graph.ts';
import type { Graph } from '../src/graph/types.ts';
import { formatFinding } from '../src/schema/finding.ts';

const FILE = 'content/coverage.yaml';

/** How many facts of each kind the sources hold. */
const COUNTS = {
  problem: 67,
  measure: 195,
  system: 24,
  standard: 42,
  outcome: 10,
  term: 92,
  regulation: 22,
  case: 8,
};

let graph: Graph;
let raw: string;

beforeAll(async () => {
  ({ graph } = await loadGraph('content'));
  raw = await readFile(FILE, 'utf8');
});

test('the table lists all 460 facts of the sources', () => {
  const { facts } = parse(raw) as { facts: Record<string, string[]> };
  const counts = Object.fromEntries(
    Object.entries(facts).map(([kind, ids]) => [kind, new Set(ids).size]),
  );
  expect(counts).toEqual(COUNTS);
});

test('every fact of the sources stands in an entry, at an anchor that exists', () => {
  expect(checkCoverage(FILE, raw, graph).map((finding) => formatFinding(finding))).toEqual([]);
});

describe('a fault in the table is found', () => {
  const cases = [
    {
      name: 'a fact without a place',
      change: (text: string) => text.replace(/^ {2}p-two-skins: .*\n/mu, ''),
      message: '盘点事实没有着落',
      actual: 'p-two-skins',
    },
    {
      name: 'a place of a fact that is not listed',
      change: (text: string) => `${text}  p-two-skin: { entry: two-skins }\n`,
      message: '着落写了未列出的盘点事实',
      actual: 'p-two-skin',
    },
    {
      name: 'an entry that does not exist',
      change: (text: string) => text.replace('{ entry: two-skins,', '{ entry: two-skin,'),
      message: '着落的条目不存在',
      actual: 'two-skin',
    },
    {
      name: 'an anchor that does not exist',
      change: (text: string) =>
        text.replace('anchor: wuhua.zonglun.03', 'anchor: wuhua.zonglun.99'),
      message: '着落的锚点不存在',
      actual: 'zonglun#wuhua.zonglun.99',
    },
    {
      name: 'a fact listed twice',
      change: (text: string) => text.replace('p-two-skins,', 'p-two-skins, p-two-skins,'),
      message: '盘点事实列了两次',
      actual: 'p-two-skins',
    },
  ];

  test.each(cases)('$name', ({ change, message, actual }) => {
    const broken = change(raw);
    expect(broken).not.toBe(raw);
    expect(checkCoverage(FILE, broken, graph)).toContainEqual(
      expect.objectContaining({ rule: 'coverage', message, actual }),
    );
  });

  test('a section that the entry leaves empty', () => {
    const empty = graph.entries.find(
      (entry) => entry.kind === 'measure' && entry.data.outcomes.length === 0,
    );
    expect(empty).toBeDefined();
    const table = `facts:\n  problem: [p-a]\nplaces:\n  p-a: { entry: ${empty?.id ?? ''}, anchor: outcomes }\n`;
    expect(checkCoverage(FILE, table, graph)[0]?.message).toBe('着落的小节是空的，页面上没有');
  });

  test('YAML that cannot be read', () => {
    expect(checkCoverage(FILE, 'facts: [', graph)[0]?.message).toMatch(/^YAML 写法有误/u);
  });
});
