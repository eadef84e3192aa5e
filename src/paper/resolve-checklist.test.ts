import { beforeAll, describe, expect, test } from 'vitest';
import { loadGraph } from '../graph/io/load-graph.ts';
import type { Graph } from '../graph/types.ts';
import { columnsOf, TYPE_AREA_MM } from './columns.ts';
import { basisLine, basisOf, describeVerification, footLine } from './foot-note.ts';
import { resolveChecklist } from './resolve-checklist.ts';
import { listItems } from './sheet.ts';
import type { ResolvedChecklist } from './types.ts';

let graph: Graph;
beforeAll(async () => {
  ({ graph } = await loadGraph('tests/fixtures/content-paper'));
});

function resolve(id: string): ResolvedChecklist {
  const entry = graph.byId.get(id);
  if (entry?.kind !== 'checklist') throw new Error(`样例里没有清单 ${id}`);
  return resolveChecklist(graph, entry);
}

describe('a resolved checklist', () => {
  test('takes wording, evidence and basis from the criterion', () => {
    const [item] = listItems(resolve('check-meeting'));
    const written = graph.criteria.get('meeting-record.01')?.criterion;
    expect(item).toMatchObject({
      id: 'meeting-record.01',
      number: 1,
      text: written?.text,
      evidence: ['会议通知'],
      basis: '《样例支部工作规则》第十一条',
      url: '/standards/meeting-record/#meeting-record.01',
    });
  });

  test('numbers its items through all phases and keeps local items in their place', () => {
    const items = listItems(resolve('check-meeting'));
    expect(items.map((item) => item.number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(items.at(-1)).toMatchObject({ id: 'check-meeting.01', editorial: '编者' });
  });

  test('tells an item of the editors from a criterion that the editors placed', () => {
    const items = listItems(resolve('check-meeting'));
    const marked = items.flatMap(({ id, editorial }) => (editorial ? [`${id} ${editorial}`] : []));
    expect(marked).toEqual([
      'meeting-record.04 编者关联',
      'meeting-record.08 编者关联',
      'check-meeting.01 编者',
    ]);
  });

  test('adds up scores only where there are any', () => {
    expect(resolve('check-meeting').totalScore).toBeUndefined();
    expect(resolve('check-site').totalScore).toBe(100.5);
  });

  test('refuses a criterion that does not exist, naming it', () => {
    const entry = graph.byId.get('check-meeting');
    if (entry?.kind !== 'checklist') throw new Error('样例里没有清单 check-meeting');
    const without = { criteria: new Map(), byId: graph.byId };
    expect(() => resolveChecklist(without, entry)).toThrow('meeting-record.01');
  });
});

describe('columns', () => {
  const cases = [
    { id: 'check-meeting', headings: '序号 检查内容 佐证材料 结果 备注' },
    { id: 'check-site', headings: '序号 检查内容 佐证材料 结果 分值 得分 备注' },
    { id: 'check-procedure', headings: '序号 步骤与要求 时限 佐证材料 结果 完成日期 经办人 备注' },
  ];
  test.each(cases)('of $id fill the line and leave room for the wording', ({ id, headings }) => {
    const checklist = resolve(id);
    const columns = columnsOf(checklist);
    expect(columns.map((column) => column.heading).join(' ')).toBe(headings);
    const sum = columns.reduce((total, column) => total + column.mm, 0);
    expect(sum).toBe(TYPE_AREA_MM[checklist.orientation]);
    expect(columns.find((column) => column.key === 'text')?.mm).toBeGreaterThanOrEqual(45);
  });
});

describe('the foot', () => {
  const cases = [
    { days: [], text: '编者自拟，无外部依据核验' },
    { days: ['2026-11-22'], text: '核验 2026-11-22' },
    { days: ['2026-11-22', '2026-03-01'], text: '核验 2026-03-01' },
    { days: ['2026-11-22', null], text: '核验 2026-11-22（部分依据未核验）' },
    { days: [null], text: '依据未核验' },
  ];
  test.each(cases)('says $text for $days', ({ days, text }) => {
    expect(describeVerification(days.map((verifiedOn) => ({ verifiedOn })))).toBe(text);
  });

  test('names version, standards and their state', () => {
    expect(footLine(resolve('check-meeting'))).toContain('版本 2026-11-22');
    expect(basisLine(resolve('check-site'))).toBe('依据标准：支部现场检查细则（样例）（未核验）。');
  });

  test('names the clause of the standard where no rule is stated', () => {
    const item = listItems(resolve('check-meeting'))[1];
    expect(item && basisOf(item)).toBe('会议记录规范（样例）第2条');
  });
});
