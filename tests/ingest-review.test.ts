import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { ingestCommand } from '../src/ingest/io/ingest-command.ts';
import { launchBrowser } from './support/browser.ts';
import { serve, type Served } from './support/serve.ts';

const folder = await mkdtemp(join(tmpdir(), 'kb-review-'));
let browser: Browser;
let served: Served;
let page: Page;

beforeAll(async () => {
  const line = (at: number) => `第${at}个支部 的会议记录完整,议题清楚,按期上报。拥有000多万人。`;
  const text = `关于会议记录的情况\n一、主要做法\n${Array.from({ length: 1500 }, (_, at) => line(at)).join('\n')}\n`;
  await writeFile(join(folder, '记录.txt'), text);
  const silent = { write: () => true };
  const args = ['记录.txt', '--out', join(folder, 'library'), '--review'];
  const cwd = process.cwd();
  process.chdir(folder);
  const code = await ingestCommand({ args, cwd: folder, env: {}, stdout: silent, stderr: silent });
  process.chdir(cwd);
  expect(code).toBe(0);
  browser = await launchBrowser();
  served = await serve(join(folder, 'library/_review'));
  page = await browser.newPage();
  const strict = "default-src 'none'; script-src 'self'; style-src 'self'";
  await page.route('**/*.html', async (route) => {
    const response = await route.fetch();
    await route.fulfill({
      response,
      headers: { ...response.headers(), 'content-security-policy': strict },
    });
  });
});

afterAll(async () => {
  await browser.close();
  await served.close();
  await rm(folder, { recursive: true });
});

test('an editor goes through the changes with j and k, over the pages, under a strict policy', async () => {
  const refused: string[] = [];
  page.on('console', (message) => message.type() === 'error' && refused.push(message.text()));
  await page.goto(`${served.url}index.html`);
  await page.getByRole('link', { name: '关于会议记录的情况' }).click();
  await page.waitForURL(/ji-lu.*index\.html$/);
  await page.waitForLoadState('load');
  await page.keyboard.press('j');
  const first = await page.locator('.here').getAttribute('data-rule');
  expect(first).not.toBeNull();
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  const third = await page.locator('.here').evaluate((element) => element.outerHTML);
  await page.keyboard.press('j');
  await page.keyboard.press('k');
  expect(await page.locator('.here').evaluate((element) => element.outerHTML)).toBe(third);
  expect(
    await page.locator('.here').evaluate((element) => element.getBoundingClientRect().top),
  ).toBeLessThan(900);

  // The colours of the rules come from the style sheet.
  const colour = await page
    .locator('td .rule-full-width')
    .first()
    .evaluate((element) => getComputedStyle(element).backgroundColor);
  expect(colour).not.toBe('rgba(0, 0, 0, 0)');

  // k before the first change of the second page turns back to the first page and stands on its last change.
  await page.locator('nav a[rel="next"]').first().click();
  await page.waitForURL(/2\.html$/);
  await page.waitForLoadState('load');
  await page.keyboard.press('k');
  await page.waitForURL(/\.html#last$/);
  await page.locator('.here').waitFor();
  expect(refused).toEqual([]);
});

test('a rule that is switched off is passed over, on the other pages too', async () => {
  await page.goto(`${served.url}guan-yu-hui-yi-ji-lu-de-qing-kuang/index.html`);
  await page.getByRole('checkbox', { name: '全角标点' }).uncheck();
  await page.reload();
  expect(await page.getByRole('checkbox', { name: '全角标点' }).isChecked()).toBe(false);
  for (let step = 0; step < 6; step += 1) {
    await page.keyboard.press('j');
    expect(await page.locator('.here').getAttribute('data-rule')).not.toBe('full-width');
  }
});
