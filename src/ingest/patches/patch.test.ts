import { describe, expect, test } from 'vitest';
import { ledgerOf, track } from '../tracked.ts';
import { applyPatches, parsePatch } from './patch.ts';

const patch = parsePatch(
  `match: [甲段, 丙段]
operations:
  - { order: [甲段, 丙段, 乙段], end: 完, reason: 双栏错序 }
  - { replace: 临胸人, with: 临朐人, reason: 地名 }
  - { remove: 皿, reason: 脚注号 }`,
  '样例.yaml',
);

describe('patches', () => {
  const text = '甲段皿一。乙段临胸人。丙段三。完';

  test('put columns in order, mend words, and book both in the ledger', () => {
    const { tracked, warnings } = applyPatches(track(text), [patch]);
    expect(tracked.text).toBe('甲段一。丙段三。乙段临朐人。完');
    expect(warnings).toEqual([]);
    const rows = ledgerOf(tracked, text, 'other-article');
    expect(rows.map(({ raw }) => raw).join('')).toBe(text);
    expect(rows.map(({ rule }) => rule)).toContain('patch-move');
    expect(rows.find(({ rule }) => rule === 'patch-replace')).toMatchObject({
      raw: '胸',
      fixed: '朐',
    });
  });

  test('leave other documents alone', () => {
    expect(applyPatches(track('另一篇'), [patch]).tracked.text).toBe('另一篇');
  });

  test('report an anchor that is not unique, and do the rest', () => {
    const { tracked, warnings } = applyPatches(track(`${text}皿`), [patch]);
    expect(warnings.map(({ message }) => message)).toEqual([
      '补丁 样例.yaml：锚点“皿”没有找到或不唯一',
    ]);
    expect(tracked.text).toContain('丙段三。乙段临朐人。');
  });
});

test.each([
  ['operations: []', '补丁 a.yaml：match 应为非空的字符串列表'],
  ['match: [甲]\noperations: 3', '补丁 a.yaml：operations 应为列表'],
  ['match: [甲]\noperations: [{remove: 乙}]', '补丁 a.yaml 第 1 项：缺 reason（为什么这样改）'],
  ['match: [甲]\noperations: [{remove: 一二三四五六七八九十一二三, reason: 长}]', '超过 12 字'],
  ['- 3', '应为含 match 与 operations 的对象'],
])('a broken patch file is refused: %s', (source, message) => {
  expect(() => parsePatch(source, 'a.yaml')).toThrow(message);
});
