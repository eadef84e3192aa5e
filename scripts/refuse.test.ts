import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { describeSystemError } from './refuse.ts';

test('a refusal of the operating system is told in Chinese', () => {
  const locked = Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' });
  expect(describeSystemError(locked)).toBe('没有权限，请换一个位置或改权限');
  let missing: unknown;
  try {
    readFileSync('没有这个文件.txt');
  } catch (error) {
    missing = error;
  }
  expect(describeSystemError(missing)).toBe('不存在');
});

test('an error in our own words keeps them', () => {
  expect(describeSystemError(new Error('读不到搜索索引'))).toBe('读不到搜索索引');
});
