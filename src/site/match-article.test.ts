import { expect, test } from 'vitest';
import type { EntryOf } from '../schema/entry.ts';
import { sourceSchema } from '../schema/source.ts';
import { scoreArticle } from './match-article.ts';

const source: EntryOf<'source'> = {
  kind: 'source',
  id: 'sample',
  file: 'sources/sample.mdx',
  body: '',
  bodyLine: 1,
  data: sourceSchema.parse({
    title: '抓基层打基础 锻造党的坚强组织体系',
    summary: '样例',
    audience: ['国企'],
    genre: '经验',
    author: '某党委',
    validity: { status: '时效性', verifiedOn: null },
    originalTitles: ['锻造坚强组织体系的实践'],
  }),
};

const CASES = [
  {
    name: 'the same title with other punctuation',
    title: '抓基层打基础，锻造党的坚强组织体系',
    author: null,
    is: true,
  },
  {
    name: 'one wrong character',
    title: '抓基层打基楚 锻造党的坚强组织体系',
    author: null,
    is: true,
  },
  { name: 'an original title', title: '锻造坚强组织体系的实践', author: null, is: true },
  { name: 'no title but the author', title: null, author: '某党委', is: true },
  { name: 'another title', title: '浅谈提升基层支部组织活动质量的方法', author: null, is: false },
  { name: 'nothing to go by', title: null, author: null, is: false },
];

test.each(CASES)('$name: $is', ({ title, author, is }) => {
  expect(scoreArticle(source, { title, author }) > 0).toBe(is);
});
