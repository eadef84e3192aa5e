import { expect, test } from 'vitest';
import { answeredKey } from './answered-field.ts';

test.each([
  { label: '被查党组织名称', key: 'unit' },
  { label: '申报单位', key: 'unit' },
  { label: '检查日期', key: 'date' },
  { label: '时间（起止）', key: 'date' },
  { label: '检查地点', key: 'place' },
  { label: '会议名称', key: 'title' },
  { label: '主办', key: 'unit' },
  { label: '会议类别', key: undefined },
  { label: '主持人', key: undefined },
])('the blank $label asks for $key', ({ label, key }) => {
  expect(answeredKey(label)).toBe(key);
});
