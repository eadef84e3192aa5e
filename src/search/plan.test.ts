import { describe, expect, test } from 'vitest';
import { readPairs } from './index-format.ts';
import { LONGEST_QUERY, parseQuery } from './plan.ts';
import { askedKinds, readQuestion } from './question.ts';

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
    { query: '怎么解决党建业务两张皮', pieces: ['党建业务两张皮'] },
    { query: '什么是三会一课？', pieces: ['三会一课'] },
    { query: '组织生活会怎么开', pieces: ['组织生活会'] },
    { query: '怎样成立临时党支部', pieces: ['成立临时党支部'] },
    { query: '支部书记要具备什么条件', pieces: ['支部书记要具备', '条件'] },
    { query: '支部要建哪几本台账', pieces: ['支部', '台账'] },
    { query: '流动党员怎么管', pieces: ['流动党员'] },
    { query: '流动党员怎么管理', pieces: ['流动党员', '管理'] },
    { query: '支委会到几个人才能开', pieces: ['支委会到'] },
    { query: '主题党日能不能安排外出参观', pieces: ['主题党日', '安排外出参观'] },
    { query: '什么情况下必须找党员谈话', pieces: ['找党员谈话'] },
    { query: '组织生活会准备什么', pieces: ['组织生活会准备'] },
    { query: '支部书记什么时候改选', pieces: ['支部书记', '改选'] },
    { query: '督查哪些方面', pieces: ['督查', '方面'] },
    { query: '我们该不该设支委会', pieces: ['设支委会'] },
  ])('reads “$query”', ({ query, pieces }) => expect(readQuestion(query)?.pieces).toEqual(pieces));

  test.each(['三会一课', '组织生活会', '党建 业务', '五十几个支部', '哪怕一次', '是不是现行版本'])(
    '“%s” is no question',
    (query) => expect(readQuestion(query)).toBeUndefined(),
  );

  test('reads a question in traditional characters once they are converted', () => {
    const table = readPairs('麼么開开組组織织會会');
    const plan = parseQuery('怎麼開好組織生活會', table);
    expect(plan.question?.pieces).toEqual(['组织生活会']);
    expect(Object.keys(plan.kinds)[0]).toBe('checklist');
  });
});

describe('askedKinds', () => {
  test.each([
    { query: '怎么解决党建业务两张皮', kind: 'problem' },
    { query: '什么是三会一课？', kind: 'term' },
    { query: '组织生活会怎么开', kind: 'checklist' },
    { query: '怎样成立临时党支部', kind: 'measure' },
    { query: '支部书记要具备什么条件', kind: 'standard' },
    { query: '主题党日必须有哪些环节', kind: 'standard' },
    { query: '谈心谈话表', kind: 'checklist' },
    { query: '民主生活会准备', kind: 'checklist' },
    { query: '党员教育管理条例', kind: 'source' },
    { query: '组织生活问题', kind: 'problem' },
    { query: '党代表', kind: undefined },
    { query: '三会一课', kind: undefined },
  ])('“$query” asks for $kind', ({ query, kind }) => {
    const [best] = Object.entries(askedKinds(query)).sort((a, b) => b[1] - a[1]);
    expect(best?.[0]).toBe(kind);
  });
});
