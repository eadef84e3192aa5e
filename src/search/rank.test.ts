import { expect, test } from 'vitest';
import { buildIndex } from './build-index.ts';
import { openPortableIndex, type PortableIndex } from './portable-index.ts';
import { coverage, titleShare, type ScoredTerm } from './rank.ts';
import type { SearchPage } from './types.ts';

function makePage(url: string, title: string, body: string): SearchPage {
  const section = { id: '', heading: title, headingVisible: true, body };
  return {
    url,
    title,
    kind: 'term',
    audience: [],
    year: undefined,
    wuhua: [],
    sources: [],
    validity: '',
    aliases: [],
    sections: [section],
  };
}

async function openOn(pages: readonly SearchPage[]): Promise<PortableIndex> {
  const files = buildIndex(pages, 'test');
  return openPortableIndex((name) => Promise.resolve(files.get(name)));
}

async function termsOf(index: PortableIndex, ...tokens: string[]): Promise<ScoredTerm[]> {
  return Promise.all(tokens.map(async (token) => ({ token, postings: await index.term(token) })));
}

const PAGES = [
  makePage('a/', '换届', '要设支委会。'),
  makePage('b/', '其他', '只有五个名称。'),
  makePage('c/', '八项规定及其细则', '改进作风。'),
];

test('a term that counts half covers half as much', async () => {
  const index = await openOn(PAGES);
  const [content, small] = await termsOf(index, '支委', '只有');
  if (content === undefined || small === undefined) throw new Error('no terms');
  expect([...coverage(index, [content, small])]).toEqual([0.5, 0.5, 0]);
  const [a, b] = coverage(index, [content, { ...small, weight: 0.5 }]);
  expect(a).toBeCloseTo(2 / 3);
  expect(b).toBeCloseTo(1 / 3);
});

test('the share of a title counts pairs that stand nowhere, too', async () => {
  const index = await openOn(PAGES);
  const terms = await termsOf(index, '八项', '项规', '规定', '定细', '细则');
  expect([...titleShare(index, terms)]).toEqual([0, 0, 0.8]);
});
