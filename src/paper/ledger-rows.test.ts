import { beforeAll, describe, expect, test } from 'vitest';
import { loadGraph } from '../graph/io/load-graph.ts';
import { countAnswers } from './count-answers.ts';
import { ledgerRows } from './ledger-rows.ts';
import { resolveChecklist } from './resolve-checklist.ts';
import { listItems } from './sheet.ts';
import type { ResolvedChecklist } from './types.ts';

let site: ResolvedChecklist;
beforeAll(async () => {
  const { graph } = await loadGraph('tests/fixtures/content-paper');
  const entry = graph.byId.get('check-site');
  if (entry?.kind !== 'checklist') throw new Error('样例里没有清单 check-site');
  site = resolveChecklist(graph, entry);
});

const FIRST = {
  'head.unit': '机关第一党支部',
  'item.site-check.01.result': 'yes',
  'item.site-check.02.result': 'no',
  'item.site-check.02.note': '缺三月',
  'item.site-check.02.measure': '补齐三月记录',
  'item.site-check.02.person': '张三',
  'item.site-check.02.deadline': '12 月底',
  'item.site-check.01.measure': '改答案以前写的',
  'item.site-check.01.points': '2.5',
  'rect.2.problem': '宣传栏没有更新',
  'rect.2.number': '7',
};
describe('整改台账 of a filled sheet', () => {
  test('has a row for every 否 with its measure, person and deadline, then what was added by hand', () => {
    const wording = listItems(site)[1]?.text;
    expect(ledgerRows(site, FIRST)).toEqual([
      {
        item: 'site-check.02',
        problem: wording,
        detail: '缺三月',
        measure: '补齐三月记录',
        person: '张三',
        deadline: '12 月底',
        note: '清单第 2 项',
      },
      {
        problem: '宣传栏没有更新',
        detail: '',
        measure: '',
        person: '',
        deadline: '',
        note: '清单第 7 项',
      },
    ]);
  });

  test('is empty where nothing was answered with 否', () => {
    expect(ledgerRows(site, { 'item.site-check.01.result': 'yes' })).toEqual([]);
  });
});

test('answers are counted once each, unknown ones as open', () => {
  const values = { ...FIRST, 'item.site-check.03.result': 'na', 'item.site-check.04.result': '好' };
  expect(countAnswers(site, values)).toEqual({ yes: 1, no: 1, na: 1, open: 37 });
});
