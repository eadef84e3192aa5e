import { beforeAll, describe, expect, test } from 'vitest';
import { countAnswers } from './count-answers.ts';
import { ledgerRows } from './ledger-rows.ts';
import { listItems } from './sheet.ts';
import { FILLED as FIRST, loadSiteCheck } from './site-check.test-support.ts';
import type { ResolvedChecklist } from './types.ts';

let site: ResolvedChecklist;
beforeAll(async () => {
  site = await loadSiteCheck();
});

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
