import { describe, expect, test } from 'vitest';
import { LONGEST_QUERY, parseQuery } from './plan.ts';
import { readQuestion } from './question.ts';

describe('parseQuery', () => {
  test.each([
    { query: '党建 业务', parts: ['党建', '业务'], not: [] },
    { query: '“三会 一课” 记录', parts: ['三会一课', '记录'], not: [] },
    { query: '"open source" 党建', parts: ['open source', '党建'], not: [] },
    { query: '党建 -国企', parts: ['党建'], not: ['国企'] },
    { query: '党建 －“国有 企业”', parts: ['党建'], not: ['国有企业'] },
    { query: '-国企', parts: ['-国企'], not: [] },
    { query: '党建-业务', parts: ['党建-业务'], not: [] },
    { query: '两张皮 两张皮', parts: ['两张皮'], not: [] },
    { query: '党建\n业务', parts: ['党建', '业务'], not: [] },
    { query: '业务“两张', parts: ['业务"两张'], not: [] },
    { query: '', parts: [], not: [] },
    { query: ' 　\t', parts: [], not: [] },
  ])('reads “$query”', ({ query, parts, not }) => {
    const plan = parseQuery(query);
    expect(plan.parts.map(({ text }) => text)).toEqual(parts);
    expect(plan.not.map(({ text }) => text)).toEqual(not);
  });

  test('joins the words as a text would have them', () =>
    expect(parseQuery('按照 GB 9704 执行').whole).toBe('按照gb 9704执行'));

  test('cuts a long query and says so', () => {
    const plan = parseQuery('党'.repeat(LONGEST_QUERY + 1));
    expect(plan.cut).toBe(true);
    expect(plan.raw).toHaveLength(LONGEST_QUERY);
  });
});

describe('readQuestion', () => {
  test.each([
    { query: '怎么解决党建业务两张皮', pieces: ['党建业务两张皮'], kind: 'problem' },
    { query: '什么是三会一课？', pieces: ['三会一课'], kind: 'term' },
    { query: '组织生活会怎么开', pieces: ['组织生活会'], kind: 'checklist' },
    { query: '怎样成立临时党支部', pieces: ['成立临时党支部'], kind: 'measure' },
    { query: '支部书记要具备什么条件', pieces: ['支部书记要具备', '条件'], kind: 'standard' },
  ])('reads “$query”', ({ query, pieces, kind }) => {
    const question = readQuestion(query);
    expect(question?.pieces).toEqual(pieces);
    const [best] = Object.entries(question?.kinds ?? {}).sort((a, b) => b[1] - a[1]);
    expect(best?.[0]).toBe(kind);
  });

  test.each(['三会一课', '组织生活会', '党建 业务'])('“%s” is no question', (query) =>
    expect(readQuestion(query)).toBeUndefined(),
  );
});
