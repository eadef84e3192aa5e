import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launchBrowser } from './support/browser.ts';
import { runNode } from './support/run-astro.ts';

const sites = inject('sites');
let folder = '';
let copy = '';
let browser: Browser;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kb-offline-'));
  copy = join(folder, 'usb');
  const { code, output } = await runNode(['scripts/export.ts', copy], { KB_OUT: sites.real });
  expect(output).toContain('已导出');
  expect(code).toBe(0);
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  await rm(folder, { recursive: true, force: true });
});

test('a copy opened from disk can be browsed and searched', async () => {
  const page = await browser.newPage();
  await page.goto(pathToFileURL(join(copy, 'index.html')).href);
  await page.locator('.doors a').first().click();
  await page.locator('h1', { hasText: '支部建设标准化' }).waitFor();
  await page.locator('header input[type=search]').fill('两张皮');
  await page.keyboard.press('Enter');
  await page.locator('[data-results] li a').first().waitFor();
  expect(await page.locator('[role=status]').first().textContent()).toContain('两张皮');
  await page.locator('[data-results] li a').first().click();
  await page.locator('h1', { hasText: '两张皮' }).waitFor();
  expect(page.url()).toMatch(/^file:.*index\.html/u);
});

test('pages of the copy ask for nothing outside it', async () => {
  const page = await browser.newPage();
  const outside: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(pathToFileURL(copy).href) && !request.url().startsWith('data:'))
      outside.push(request.url());
  });
  await page.goto(pathToFileURL(join(copy, 'checklists/check-wuhua/index.html')).href, {
    waitUntil: 'load',
  });
  expect(outside).toEqual([]);
  expect(await readFile(join(copy, 'index.html'), 'utf8')).not.toMatch(/(?:href|src)="\//u);
});

test('an export refuses a folder that holds something', async () => {
  const { code, output } = await runNode(['scripts/export.ts', copy], { KB_OUT: sites.real });
  expect(code).toBe(1);
  expect(output).toContain('不是空目录');
});

test('an export refuses a file in place of a folder, and leaves it as it was', async () => {
  const file = join(folder, '会议记录.txt');
  await writeFile(file, '不可删除');
  const { code, output } = await runNode(['scripts/export.ts', file], { KB_OUT: sites.real });
  expect(code).toBe(1);
  expect(output).toContain('不能用作目录');
  expect(await readFile(file, 'utf8')).toBe('不可删除');
});
