import { expect, test } from 'vitest';
import { countFreeRows } from './rectification.ts';

const cases = [
  { name: 'a fresh form', values: {}, rows: 3 },
  { name: 'two rows written', values: { 'rect.2.problem': '缺页' }, rows: 3 },
  { name: 'the last row written', values: { 'rect.3.person': '张三' }, rows: 4 },
  { name: 'a row far down', values: { 'rect.12.measure': '补齐' }, rows: 13 },
  { name: 'a row emptied again', values: { 'rect.9.problem': '' }, rows: 3 },
  { name: 'other controls', values: { 'item.a.01.problem': '缺页', 'head.unit': '支部' }, rows: 3 },
];

test.each(cases)('$name has $rows free rows', ({ values, rows }) => {
  expect(countFreeRows(values)).toBe(rows);
});
