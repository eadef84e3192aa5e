import { expect, test } from 'vitest';
import { readYaml } from './read-yaml.ts';

const FAULTS = [
  { name: 'a colon in a value', raw: 'a: 1\ntitle: 党课: 怎么上', line: 2, says: '两个“: ”' },
  { name: 'an open bracket', raw: 'aliases: [党课', line: 1, says: '括号没有收尾' },
  { name: 'an open quote', raw: 'title: "党课', line: 1, says: '引号' },
  { name: 'a tab before a field', raw: 'a:\n  - b\n\tc: 1', line: 3, says: '制表符' },
  { name: 'a field written twice', raw: 'title: 甲\ntitle: 乙', line: 2, says: '写了两次' },
  { name: 'a value that opens with @', raw: 'title: @支部', line: 1, says: '特殊符号' },
  { name: 'emphasis taken for an alias', raw: 'a: 1\ntitle: *重点*', line: 2, says: '* 或 &' },
  { name: 'a tag that would be dropped', raw: 'title: !key 党课', line: 1, says: '! 开头' },
  { name: 'words without a field', raw: 'title: 甲\n只有一句话', line: 2, says: '缺少字段名' },
] as const;

test.each(FAULTS)('$name is told in Chinese, with its line', ({ raw, line, says }) => {
  expect(readYaml(raw)).toEqual({
    line,
    message: expect.stringContaining(says) as string,
    expected: expect.stringMatching(/\p{Script=Han}/u) as string,
  });
});

test('a path leads to its line, a missing one to its nearest ancestor, an unknown field nowhere', () => {
  const yaml = readYaml('title: 党课\nsigns:\n  - text: 到会率低');
  if ('message' in yaml) throw new Error(yaml.message);
  expect(yaml.data).toEqual({ title: '党课', signs: [{ text: '到会率低' }] });
  expect(yaml.lineOf(['signs', 0, 'text'])).toBe(3);
  expect(yaml.lineOf(['signs', 0, 'cite'])).toBe(3);
  expect(yaml.lineOf(['summary'])).toBeUndefined();
});
