import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readSettings } from '../settings.ts';
import { checkOutput, checkSettings } from './check-settings.ts';

const check = (env: Record<string, string>) => () => checkSettings(readSettings(env), '/项目');

test.each([
  { env: {} },
  { env: { KB_BASE: 'dangjian' } },
  { env: { KB_BASE: '/a/b-1/' } },
  { env: { KB_OUT: '../网站' } },
  { env: { KB_OUT: 'content-built' } },
  { env: { KB_OUT: '/网站', KB_CONTENT: '/内容', KB_LIBRARY: '/资料' } },
])('settings $env can be built with', ({ env }) => {
  expect(check(env)).not.toThrow();
});

test.each([
  { env: { KB_BASE: '党建' }, says: /KB_BASE=\/党建\/ 不能用/u },
  { env: { KB_BASE: '/a b/' }, says: /KB_BASE/u },
  { env: { KB_BASE: 'kb?x' }, says: /KB_BASE/u },
  { env: { KB_BASE: 'a//b' }, says: /KB_BASE/u },
  { env: { KB_OUT: 'content' }, says: /KB_OUT=content 里有内容目录 content/u },
  { env: { KB_OUT: 'content/library' }, says: /KB_OUT=content\/library 里有资料库/u },
  { env: { KB_OUT: '.' }, says: /KB_OUT=\. 里有/u },
  { env: { KB_OUT: '/' }, says: /KB_OUT=\/ 里有/u },
  { env: { KB_OUT: '/资料', KB_LIBRARY: '/资料/文库' }, says: /里有资料库 \/资料\/文库/u },
])('settings $env are refused', ({ env, says }) => {
  expect(check(env)).toThrow(says);
});

test('a build goes into a new, empty or once built folder, and into no other', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kb-out-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await expect(checkOutput(join(folder, '没有'))).resolves.toBeUndefined();
  await mkdir(join(folder, '.git'));
  await expect(checkOutput(folder)).resolves.toBeUndefined();
  await writeFile(join(folder, '党课.docx'), '');
  await expect(checkOutput(folder)).rejects.toThrow('里有别的文件（党课.docx）');
  await expect(checkOutput(join(folder, '党课.docx'))).rejects.toThrow('不能用：那里是文件');
  await mkdir(join(folder, 'assets'));
  await expect(checkOutput(folder)).resolves.toBeUndefined();
});
