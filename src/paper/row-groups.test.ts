import { expect, test } from 'vitest';
import { groupRows } from './row-groups.ts';
import type { ResolvedChecklist } from './types.ts';

/** A checklist with phases of so many items. */
function makeChecklist(counts: readonly number[]): ResolvedChecklist {
  let number = 0;
  return {
    id: 'check-theme-day',
    title: '主题党日六步清单',
    summary: '逐项核对。',
    version: '2026-11-22',
    use: '会议',
    when: '每月一次',
    orientation: 'portrait',
    rectification: false,
    head: [],
    foot: [],
    standards: [],
    sources: [],
    phases: counts.map((count, at) => ({
      id: `p${String(at)}`,
      title: `第${String(at + 1)}部分`,
      items: Array.from({ length: count }, () => {
        number += 1;
        return { id: `a.${String(number)}`, number, text: '签到表归档', evidence: [] };
      }),
    })),
  };
}

const show = (counts: readonly number[]) =>
  groupRows(makeChecklist(counts)).map(
    ({ phase, items, whole, last }) =>
      `${phase ? '头' : ''}${items.map(({ number }) => number).join(',')}${whole ? '整' : ''}${last ? '末' : ''}`,
  );

test.each([
  { name: 'several phases', counts: [3, 4], groups: ['头1整', '2,3', '头4整', '5,6', '7整末'] },
  { name: 'a last phase of two', counts: [1, 2], groups: ['头1整', '头2整', '3整末'] },
  { name: 'a last phase of one', counts: [2, 1], groups: ['头1整', '2', '头3整末'] },
])('$name: heads stay with their first item, the last item with what closes the table', (row) => {
  expect(show(row.counts)).toEqual(row.groups);
});
