import { beforeAll, describe, expect, test } from 'vitest';
import { startSheet, type Sheet } from '../sheet.ts';
import { FILLED as FIRST, loadSiteCheck } from '../site-check.test-support.ts';
import type { ResolvedChecklist } from '../types.ts';
import { columnLetter, type WorkbookSheet } from './cells.ts';
import { summaryWorkbook } from './summary-workbook.ts';
import { checklistWorkbook } from './workbook.ts';

let site: ResolvedChecklist;
beforeAll(async () => {
  site = await loadSiteCheck();
});

function fill(name: string, values: Record<string, string>): Sheet {
  const begun = startSheet(site, { id: name, name, now: '2026-11-22T08:00:00Z' });
  return { ...begun, values };
}

const SECOND = {
  'head.unit': '机关第二党支部',
  'item.site-check.01.result': 'no',
  'item.site-check.02.result': 'na',
};

/** What stands in the cells of a sheet, row by row. */
function cellTexts(sheet: WorkbookSheet | undefined): string[][] {
  return (sheet?.data ?? []).map((row) =>
    row.map((cell) =>
      typeof cell === 'object' && cell !== null && 'value' in cell ? String(cell.value) : '',
    ),
  );
}

describe('the workbook of a filled sheet', () => {
  test('holds the answer, the points and what 否 asks for, and nothing written under another answer', () => {
    const [items, ledger] = checklistWorkbook(site, fill('第三季度', FIRST));
    const rows = cellTexts(items);
    const heads = rows[2] ?? [];
    const cell = (row: number, heading: string) =>
      rows[row]?.[heads.findIndex((head) => head.startsWith(heading))];
    expect(rows[1]?.[0]).toContain('机关第一党支部');
    expect([cell(3, '结果'), cell(3, '得分'), cell(3, '整改措施')]).toEqual(['是', '2.5', '']);
    expect([cell(4, '结果'), cell(4, '整改措施'), cell(4, '责任人'), cell(4, '完成时限')]).toEqual([
      '否',
      '补齐三月记录',
      '张三',
      '12 月底',
    ]);
    expect(cellTexts(ledger).flat()).toEqual(expect.arrayContaining(['缺三月', '清单第 2 项']));
  });

  test('differs from the blank one in what was written only', () => {
    const [blank] = checklistWorkbook(site);
    const [filled] = checklistWorkbook(site, fill('空表', {}));
    expect(cellTexts(filled).slice(0, -1)).toEqual(cellTexts(blank).slice(0, -1));
  });
});

describe('汇总 of several sheets', () => {
  test('puts the answers of each in a column and counts them both ways', () => {
    const sheets = [fill('一', FIRST), fill('二', SECOND)];
    const [answers, points, mend, about] = summaryWorkbook(site, sheets).map(cellTexts);
    expect(answers?.[1]?.slice(3, 9)).toEqual([
      '机关第一党支部（一）',
      '机关第二党支部（二）',
      '是（张）',
      '否（张）',
      '不适用（张）',
      '未填（张）',
    ]);
    expect(answers?.[2]?.slice(3)).toEqual(['是', '否', '1', '1', '0', '0']);
    expect(answers?.[3]?.slice(3)).toEqual(['否', '不适用', '0', '1', '1', '0']);
    expect(answers?.find(([, , label]) => label === '否（项）')?.slice(3, 5)).toEqual(['1', '1']);
    expect(answers?.find(([, , label]) => label === '未填（项）')?.at(-1)).toBe('76');
    expect(points?.at(-1)?.slice(3)).toEqual(['100.5', '2.5', '']);
    expect(mend?.slice(2).map((row) => [row[1], row[4]])).toEqual([
      ['机关第一党支部', 'site-check.02'],
      ['机关第一党支部', ''],
      ['机关第二党支部', 'site-check.01'],
    ]);
    expect(about?.slice(2).map(([name]) => name)).toEqual(['一', '二']);
  });

  test('names the items that were worded otherwise when a sheet was filled in', () => {
    const older = fill('旧', SECOND);
    const sheet = { ...older, wording: { ...older.wording, 'site-check.02': '台账每年装订' } };
    const [, , , about] = summaryWorkbook(site, [sheet]).map(cellTexts);
    const at = about?.[1]?.indexOf('措辞已改的项') ?? -1;
    expect(about?.[2]?.[at]).toBe('2');
  });
});

test.each([
  { at: 0, name: 'A' },
  { at: 25, name: 'Z' },
  { at: 26, name: 'AA' },
  { at: 701, name: 'ZZ' },
  { at: 702, name: 'AAA' },
])('column $at is named $name', ({ at, name }) => {
  expect(columnLetter(at)).toBe(name);
});
