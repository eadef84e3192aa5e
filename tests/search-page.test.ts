import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launchBrowser } from './support/browser.ts';
import { serve, type Served } from './support/serve.ts';

let browser: Browser;
let site: Served;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  site = await serve(inject('sites').small, '/kb/');
  page = await browser.newPage();
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

async function settle(): Promise<void> {
  await page.waitForSelector('ol[data-results][aria-busy="false"]');
}

async function urls(): Promise<string[]> {
  return page.$$eval('ol[data-results] > li', (items) =>
    items.map((item) => item.getAttribute('data-url') ?? ''),
  );
}

describe('search page in Chromium', () => {
  test('typing and submitting shows marked results, a count and the address', async () => {
    await page.goto(`${site.url}search/`);
    await page.fill('#search-form input[name="q"]', '三会一课');
    await page.press('#search-form input[name="q"]', 'Enter');
    await page.waitForSelector('ol[data-results] > li mark');
    await settle();
    expect((await urls())[0]).toBe('/kb/terms/san-hui-yi-ke/');
    expect(new URL(page.url()).searchParams.get('q')).toBe('三会一课');
    expect(await page.getAttribute('ol[data-results]', 'data-engine')).toBe('pagefind');
    const count = Number(await page.getAttribute('p[role="status"]', 'data-count'));
    expect(count).toBe((await urls()).length);
  });

  test('a facet narrows the list and stands in the address; Back undoes it', async () => {
    await page.goto(`${site.url}search/?q=${encodeURIComponent('三会一课')}`);
    await page.waitForSelector('[data-facet="kind"] input[value="term"]');
    const all = await urls();
    await page.check('[data-facet="kind"] input[value="term"]');
    await page.waitForFunction(() => location.search.includes('kind=term'));
    await page.waitForFunction(
      (before) => document.querySelectorAll('ol[data-results] > li').length < before,
      all.length,
    );
    expect(await urls()).toEqual(['/kb/terms/san-hui-yi-ke/']);
    await page.goBack();
    await page.waitForFunction(
      (before) => document.querySelectorAll('ol[data-results] > li').length === before,
      all.length,
    );
    expect(await urls()).toEqual(all);
  });

  test('a hostile query stays text', async () => {
    const query = '<img src=x onerror="document.title=1">三会一课';
    await page.goto(`${site.url}search/?q=${encodeURIComponent(query)}`);
    await settle();
    expect(await page.inputValue('#search-form input[name="q"]')).toBe(query);
    expect(
      await page.$('ol[data-results] img, #search-notes img, p[role="status"] img'),
    ).toBeNull();
  });
});
