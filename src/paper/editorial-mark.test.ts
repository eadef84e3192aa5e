import { expect, test } from 'vitest';
import { explainMarks, markOf, cutMarks } from './editorial-mark.ts';
import type { EditorialKind, ResolvedItem } from './types.ts';

function makeItem(editorial?: EditorialKind): ResolvedItem {
  const item = { id: 'a.01', number: 1, text: '会议通知提前发出', evidence: [] };
  return editorial === undefined ? item : { ...item, editorial };
}

const own = '标*的项目没有出处，由编者提出（编者）。';
const linked = '标#的项目没有出处这样安排，由编者归入（编者关联）。';
const cases: { kinds: (EditorialKind | undefined)[]; signs: string; note: string }[] = [
  { kinds: [undefined], signs: '', note: '' },
  { kinds: [undefined, '编者'], signs: '*', note: own },
  { kinds: ['编者关联', '编者关联'], signs: '##', note: linked },
  { kinds: ['编者关联', undefined, '编者'], signs: '#*', note: own + linked },
];

test.each(cases)('items $kinds get the signs "$signs", each explained once', (one) => {
  const items = one.kinds.map(makeItem);
  expect(items.map((item) => markOf(item)?.sign ?? '').join('')).toBe(one.signs);
  expect(explainMarks(items)).toBe(one.note);
});

test.each([
  { text: '每年一次', parts: ['每年一次'] },
  { text: '每年（编者建议）', parts: ['每年', '（编者建议）*'] },
  {
    text: '年初定计划（编者建议）；按计划讲授',
    parts: ['年初定计划', '（编者建议）*', '；按计划讲授'],
  },
  { text: '会前五天（含休息日）', parts: ['会前五天（含休息日）'] },
])('$text is cut around the marks of the editors', ({ text, parts }) => {
  const cut = cutMarks(text);
  expect(cut.map((part) => `${part.text}${part.mark ? '*' : ''}`)).toEqual(parts);
  expect(cut.map((part) => part.text).join('')).toBe(text);
});
