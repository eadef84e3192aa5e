import { expect, test } from 'vitest';
import { blankRowMm, placeFields } from './field-rows.ts';

const field = (label: string, width: 'third' | 'half' | 'full') => ({ id: 'x', label, width });

const cases = [
  { name: 'a full line', fields: [field('单位', 'full')], lines: [['单位6']] },
  {
    name: 'two halves',
    fields: [field('时间', 'half'), field('地点', 'half')],
    lines: [['时间3', '地点3']],
  },
  {
    name: 'three thirds',
    fields: [field('应到', 'third'), field('实到', 'third'), field('请假', 'third')],
    lines: [['应到2', '实到2', '请假2']],
  },
  {
    name: 'a half that stands alone and takes the line',
    fields: [field('时间', 'half'), field('单位', 'full')],
    lines: [['时间6'], ['单位6']],
  },
  {
    name: 'a third after a half',
    fields: [field('时间', 'half'), field('应到', 'third')],
    lines: [['时间3', '应到3']],
  },
];

test.each(cases)('sets out $name', ({ fields, lines }) => {
  const placed = placeFields(fields).map((line) =>
    line.map(({ field: { label }, units }) => `${label}${String(units)}`),
  );
  expect(placed).toEqual(lines);
});

const heights = [
  { area: 'foot', label: '谈话要点', width: 'full', mm: 25 },
  { area: 'foot', label: '上级党组织负责人签字', width: 'full', mm: 12 },
  { area: 'foot', label: '填报日期', width: 'full', mm: 12 },
  { area: 'foot', label: '发出、收回、有效、无效票数', width: 'full', mm: 12 },
  { area: 'foot', label: '表决结果（事项及赞成、反对、弃权票数）', width: 'full', mm: 25 },
  { area: 'foot', label: '谈话人签字', width: 'half', mm: 12 },
  { area: 'head', label: '参加人员', width: 'full', mm: 9 },
] as const;

test.each(heights)('gives $label at the $area ($width) $mm mm', ({ area, label, width, mm }) => {
  expect(blankRowMm(area, [field(label, width)])).toBe(mm);
});
