import { beforeAll, describe, expect, test } from 'vitest';
import { loadGraph } from '../src/graph/io/load-graph.ts';
import type { EntryOf } from '../src/schema/entry.ts';

type Source = EntryOf<'source'>;
type Data = Source['data'];

/** What a reader must learn of every regulation, or be told that it is not known. */
const RULES: readonly {
  readonly name: string;
  readonly holds: (data: Data, all: ReadonlyMap<string, Source>) => boolean;
  /** Changes that break the rule, for any regulation. */
  readonly damage: Partial<Data>;
}[] = [
  {
    name: 'names its issuer or says that it is not recorded',
    holds: ({ issuer, missing }) => issuer !== undefined || says(missing, '发布机关'),
    damage: { issuer: undefined, missing: [] },
  },
  {
    name: 'gives its date or says that it is not recorded',
    holds: ({ date, missing }) => date !== undefined || says(missing, '日期'),
    damage: { date: undefined, missing: [] },
  },
  {
    name: 'claims to be in force, revised or repealed only with the day on which that was looked up',
    holds: ({ validity }) =>
      !['现行有效', '已修订', '已废止'].includes(validity.status) || validity.verifiedOn !== null,
    damage: { validity: { status: '现行有效', verifiedOn: null } },
  },
  {
    name: 'says what was looked up, and what is from memory',
    holds: ({ validity }) => validity.note !== undefined,
    damage: { validity: { status: '未核验', verifiedOn: null } },
  },
  {
    name: 'replaces only a version that is marked as revised or repealed',
    holds: ({ replaces }, all) =>
      replaces === undefined ||
      ['已修订', '已废止'].includes(all.get(replaces)?.data.validity.status ?? ''),
    damage: { replaces: 'reg-branch' },
  },
];

let regulations: ReadonlyMap<string, Source>;

beforeAll(async () => {
  const { graph } = await loadGraph('content');
  regulations = new Map(
    graph.entries
      .filter((entry): entry is Source => entry.kind === 'source' && entry.data.genre === '法规')
      .map((entry) => [entry.id, entry]),
  );
});

test('there are regulations to look at', () => {
  expect(regulations.size).toBeGreaterThan(20);
});

describe('every regulation', () => {
  test.each(RULES)('$name', ({ holds }) => {
    const broken = [...regulations.values()].filter(({ data }) => !holds(data, regulations));
    expect(broken.map(({ id }) => id)).toEqual([]);
  });
});

describe('a regulation that does not is found', () => {
  test.each(RULES)('$name', ({ holds, damage }) => {
    const broken = [...regulations.values()].filter(
      ({ data }) => !holds({ ...data, ...damage }, regulations),
    );
    expect(broken).toHaveLength(regulations.size);
  });
});

test('both versions of the rules on admitting members are linked', () => {
  expect(regulations.get('reg-development-2026')?.data.replaces).toBe('reg-development-2014');
  expect(regulations.get('reg-development-2014')?.data.validity.status).toBe('已修订');
});

function says(missing: readonly string[], what: string): boolean {
  return missing.some((item) => item.includes(what));
}
