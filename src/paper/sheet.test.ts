import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  compareSheet,
  confirmSheet,
  hasChanges,
  rectificationRows,
  retiredItems,
  startSheet,
  sumPoints,
  type Sheet,
} from './sheet.ts';
import { readSheetFile, writeSheetFile } from './sheet-file.ts';
import type { ResolvedChecklist } from './types.ts';

/** A checklist with the given items, `[id, wording]`. */
function makeChecklist(version: string, items: readonly (readonly [string, string])[]) {
  return {
    id: 'check-theme-day',
    title: '主题党日六步清单',
    summary: '六个规定动作逐项核对。',
    version,
    use: '会议',
    when: '每月一次',
    orientation: 'portrait',
    rectification: true,
    head: [{ id: 'unit', label: '党组织名称', width: 'full' }],
    foot: [{ id: 'sign', label: '主持人签字', width: 'half' }],
    standards: [],
    sources: [],
    phases: [
      {
        id: 'day',
        title: '当天',
        items: items.map(([id, text], at) => ({
          id,
          number: at + 1,
          text,
          evidence: [],
        })),
      },
    ],
  } satisfies ResolvedChecklist;
}

const OLD = makeChecklist('2026-01-01', [
  ['a.01', '会议通知提前三天发出'],
  ['a.02', '照片上墙'],
  ['a.03', '签到表归档'],
]);
const NEW = makeChecklist('2026-11-22', [
  ['a.01', '会议通知提前发出'],
  ['a.03', '签到表归档'],
  ['a.04', '缺席党员补学'],
]);
const filled: Sheet = {
  ...startSheet(OLD, { id: 's1', name: '第三季度', now: '2026-01-02T08:00:00Z' }),
  values: {
    'head.unit': '机关第一党支部',
    'item.a.01.result': 'no',
    'item.a.01.measure': '提前发通知',
    'item.a.02.result': 'yes',
    'item.a.02.note': '共四张',
  },
};

describe('a sheet of an older version', () => {
  test('names the items that were reworded, added and removed', () => {
    const changes = compareSheet(filled, NEW);
    expect(changes.reworded.map(({ item, before }) => [before, item.text])).toEqual([
      ['会议通知提前三天发出', '会议通知提前发出'],
    ]);
    expect(changes.added.map((item) => item.text)).toEqual(['缺席党员补学']);
    expect(changes.removed).toEqual([{ id: 'a.02', text: '照片上墙' }]);
  });

  test('keeps every value and the answers to removed items once confirmed', () => {
    const confirmed = confirmSheet(filled, NEW);
    expect(confirmed.values).toEqual(filled.values);
    expect(confirmed.version).toBe('2026-11-22');
    expect(hasChanges(compareSheet(confirmed, NEW))).toBe(false);
    expect(retiredItems(confirmed, NEW)).toEqual([
      { id: 'a.02', text: '照片上墙', result: 'yes', note: '共四张' },
    ]);
  });

  test('has no changes for its own version', () => {
    expect(hasChanges(compareSheet(filled, OLD))).toBe(false);
  });
});

describe('整改事项', () => {
  test('lists the items answered with 否, in order, with the wording where no problem is given', () => {
    const rows = rectificationRows(OLD, {
      ...filled.values,
      'item.a.03.result': 'no',
      'item.a.03.problem': '缺九月',
    });
    expect(rows).toEqual([
      {
        item: 'a.01',
        number: '1',
        problem: '会议通知提前三天发出',
        measure: '提前发通知',
        person: '',
        deadline: '',
      },
      { item: 'a.03', number: '3', problem: '缺九月', measure: '', person: '', deadline: '' },
    ]);
  });
});

describe('得分合计', () => {
  const cases = [
    { values: {}, sum: undefined },
    { values: { 'item.a.01.points': '2.5', 'item.a.03.points': '3' }, sum: 5.5 },
    { values: { 'item.a.01.points': '0.1', 'item.a.02.points': '0.2' }, sum: 0.3 },
    { values: { 'item.a.01.points': '优' }, sum: undefined },
    { values: { 'item.gone.09.points': '5', 'item.a.01.points': '1' }, sum: 1 },
  ];
  test.each(cases)('of $values is $sum', ({ values, sum }) => {
    expect(sumPoints(OLD, values)).toBe(sum);
  });
});

describe('an export file', () => {
  const text = fc.string({ unit: 'grapheme' });
  const sheet = fc.record({
    id: text,
    name: text,
    checklist: fc.constant('check-theme-day'),
    version: text,
    created: text,
    updated: text,
    wording: fc.dictionary(text, text, { noNullPrototype: true }),
    retired: fc.dictionary(text, text, { noNullPrototype: true }),
    values: fc.dictionary(text, text, { noNullPrototype: true }),
  });

  test('read back gives the sheets that were written', () => {
    fc.assert(
      fc.property(fc.array(sheet, { minLength: 1, maxLength: 3 }), (sheets) => {
        expect(readSheetFile(writeSheetFile(sheets), 'check-theme-day')).toEqual({
          ok: true,
          sheets,
        });
      }),
    );
  });

  const faults = [
    { name: 'other text', content: '会议通知', message: '不是本站导出的清单文件' },
    { name: 'other JSON', content: '{"format":"x"}', message: '不是本站导出的清单文件' },
    {
      name: 'a newer format',
      content: writeSheetFile([filled]).replace('"formatVersion": 1', '"formatVersion": 2'),
      message: '较新的版本',
    },
    {
      name: 'a sheet without values',
      content: writeSheetFile([filled]).replace('"values"', '"valves"'),
      message: '内容不完整',
    },
    {
      name: 'another checklist',
      content: writeSheetFile([{ ...filled, checklist: 'check-election' }]),
      message: '属于另一张清单（check-election）',
    },
    { name: 'no sheet', content: writeSheetFile([]), message: '没有填写的表' },
  ];
  test.each(faults)('with $name is refused with a reason', ({ content, message }) => {
    const read = readSheetFile(content, 'check-theme-day');
    expect(read.ok ? '' : read.message).toContain(message);
  });

  test('with a byte-order mark is read', () => {
    expect(readSheetFile(`\uFEFF${writeSheetFile([filled])}`, 'check-theme-day').ok).toBe(true);
  });
});
