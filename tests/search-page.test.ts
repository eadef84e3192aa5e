import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { drawQueries } from '../scripts/bench/search-queries.ts';
import { readSite } from '../src/search/build/read-site.ts';
import { traditionalTable } from '../src/search/build/traditional-table.ts';
import { launchBrowser } from './support/browser.ts';
import { runNode } from './support/run-astro.ts';
import { serve, type Served } from './support/serve.ts';

let browser: Browser;
let site: Served;
let page: Page;
const faults: string[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
  site = await serve(inject('sites').real);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});
beforeEach(async () => {
  faults.length = 0;
  page = await browser.newPage();
  page.on('pageerror', (error) => faults.push(error.message));
});
afterEach(async () => {
  await page.close();
  expect(faults).toEqual([]);
});

const BOX = '#search-form input[name="q"]';
/** How long something that must come to pass may take on a busy machine. */
const WITHIN = { timeout: 30_000 };

async function open(search: string): Promise<void> {
  await page.goto(`${site.url}search/${search}`);
  await settle();
}

/** Wait until the list says it is done with the query in the address. */
async function settle(): Promise<void> {
  await page.waitForFunction(() => {
    const list = document.querySelector('ol[data-results]');
    const status = document.querySelector('p[role="status"]')?.textContent ?? '';
    const query = new URLSearchParams(location.search).get('q') ?? '';
    return list?.getAttribute('aria-busy') === 'false' && (query.trim() === '' || status !== '');
  });
}

const urls = (): Promise<string[]> =>
  page.$$eval('ol[data-results] > li', (items) =>
    items.map((item) => item.getAttribute('data-url') ?? ''),
  );
const status = async (): Promise<string> =>
  (await page.textContent('p[role="status"][data-count]')) ?? '';
const q = (query: string): string => `?q=${encodeURIComponent(query)}`;

describe('search page', () => {
  test('typing and submitting shows marked results, a count and the address', async () => {
    await open('');
    await page.fill(BOX, '三会一课');
    await page.press(BOX, 'Enter');
    await page.waitForSelector('ol[data-results] > li mark');
    await settle();
    expect((await urls())[0]).toBe('/terms/san-hui-yi-ke/');
    expect(new URL(page.url()).searchParams.get('q')).toBe('三会一课');
    expect(await page.getAttribute('ol[data-results]', 'data-engine')).toBe('pagefind');
    const count = Number(await page.getAttribute('p[role="status"]', 'data-count'));
    expect(count).toBeGreaterThan(10);
    expect(await status()).toContain(String(count));
    expect(await page.textContent('ol[data-results] > li mark')).toBe('三会一课');
  });

  test('every result of a literal query leads to a place that exists', async () => {
    await open(q('组织生活会'));
    const dist = inject('sites').real;
    for (const url of await urls()) {
      const [path = '', anchor] = url.split('#');
      const html = readFileSync(join(dist, path, 'index.html'), 'utf8');
      if (anchor !== undefined) expect(html).toContain(`id="${decodeURIComponent(anchor)}"`);
    }
  });

  test('facets narrow the list, stand in the address, accept folder names; Back undoes them', async () => {
    await open(q('三会一课'));
    const all = await urls();
    await page.check('[data-facet="kind"] input[value="term"]');
    await page.waitForFunction(() => location.search.includes('kind=term'));
    await page.waitForFunction(() =>
      [...document.querySelectorAll('ol[data-results] > li')].every(
        (item) => item.getAttribute('data-kind') === 'term',
      ),
    );
    await settle();
    const terms = await urls();
    await page.goBack();
    await expect.poll(urls, WITHIN).toEqual(all);
    expect(page.url()).not.toContain('kind');
    await open(`${q('三会一课')}&kind=terms`);
    expect(await urls()).toEqual(terms);
  });

  test('load more and sort stand in the address; Back from a page restores list and scroll', async () => {
    await open(q('党员'));
    await page.click('#search-more');
    await page.waitForFunction(
      () => document.querySelectorAll('ol[data-results] > li').length === 20,
    );
    expect(page.url()).toContain('n=20');
    const before = await urls();
    const link = page.locator('ol[data-results] > li h2 a').nth(14);
    await link.scrollIntoViewIfNeeded();
    const scrolled = await page.evaluate(() => window.scrollY);
    expect(scrolled).toBeGreaterThan(300);
    await link.click();
    await page.waitForFunction(() => !location.pathname.startsWith('/search/'));
    await page.goBack();
    await page.waitForFunction(
      () => document.querySelectorAll('ol[data-results] > li').length === 20,
    );
    await settle();
    expect(await urls()).toEqual(before);
    await page.waitForFunction((y) => Math.abs(window.scrollY - y) < 60, scrolled);
    await page.selectOption('#search-sort', 'year');
    await page.waitForFunction(() => location.search.includes('sort=year'));
    await settle();
    expect(await status()).toContain('按年份');
    await open('');
    expect(await page.isVisible('#search-sort')).toBe(false);
  });

  test('pinyin and initials answer with the word, and say so', async () => {
    for (const typed of ['sanhuiyike', 'shyk']) {
      await open(q(typed));
      expect(await status()).toContain('以下是“三会一课”');
      expect((await urls())[0]).toBe('/terms/san-hui-yi-ke/');
    }
  });

  test('a slip of sound is suggested, not corrected; the suggestion works', async () => {
    await open(q('三会一刻'));
    expect(await status()).toContain('部分匹配');
    const link = page.locator('.search-suggestions a').first();
    expect(await link.textContent()).toBe('三会一课');
    await link.click();
    await page.waitForFunction(() => new URLSearchParams(location.search).get('q') === '三会一课');
    await settle();
    expect((await urls())[0]).toBe('/terms/san-hui-yi-ke/');
  });

  test('only names and nouns are offered for a query found nowhere as a whole', async () => {
    await open(q('上级要来检查党费准备一下'));
    const offered = await page.$$eval('.search-suggestions a', (links) =>
      links.map((link) => link.textContent),
    );
    expect(offered).toContain('党费');
    for (const fragment of ['上级要', '来检查', '准备一']) expect(offered).not.toContain(fragment);
  });

  test('an alias as the whole query gives its page, then partial matches under a heading', async () => {
    await open(q('组织生活会准备什么'));
    const matches = await page.$$eval('ol[data-results] > li', (items) =>
      items.map((item) => item.getAttribute('data-match')),
    );
    expect((await urls())[0]).toBe('/checklists/check-life-meeting/');
    const turn = matches.indexOf('partial');
    expect(turn).toBeGreaterThan(0);
    expect(matches.slice(turn).every((match) => match === 'partial')).toBe(true);
    expect(await page.$$eval('.hit-turn', (headings) => headings.length)).toBe(1);
    const first = page.locator('ol[data-results] > li').nth(turn);
    expect(await first.locator('.hit-turn').textContent()).toBe('部分匹配');
    expect(await page.getAttribute('p[role="status"]', 'data-count')).toBe(String(turn));
    expect(await status()).toContain('部分匹配');
  });

  test('every facet value reads as Chinese or as a year', async () => {
    await open(q('组织生活'));
    const values = await page.$$eval(
      '.facet[data-facet="wuhua"] .facet-option span:not(.facet-count)',
      (labels) => labels.map((label) => label.textContent),
    );
    expect(values).toContain('组织生活正常化');
    expect(values.filter((value) => !/\p{Script=Han}/u.test(value))).toEqual([]);
  });

  test('a question is answered by the problem, and its measures follow', async () => {
    await open(q('怎么解决党建业务两张皮'));
    const [first, ...others] = await urls();
    expect(first).toMatch(/^\/problems\/two-skins\//);
    expect(others.slice(0, 4).some((url) => url.startsWith('/measures/'))).toBe(true);
    expect(await status()).toContain('部分匹配');
  });

  test('what is nowhere gets ways on, never a bare nothing', async () => {
    await open(q('龘靐齉'));
    expect(await page.getAttribute('p[role="status"]', 'data-count')).toBe('0');
    expect(await page.$$eval('.search-doors a', (links) => links.length)).toBeGreaterThan(3);
  });

  test.each([
    '<img src=x onerror="document.title=1">三会一课',
    '"><script>document.title=1</script>',
  ])('a hostile query stays text (%#)', async (query) => {
    await page.goto(`${site.url}search/?q=${encodeURIComponent(query)}`);
    await settle();
    expect(await page.title()).not.toBe('1');
    expect(await page.inputValue(BOX)).toBe(query);
    expect(await page.$('ol img, ol script, #search-notes img, p[role="status"] img')).toBeNull();
  });

  test('ten thousand characters are cut, said to be, and answered', async () => {
    await open('');
    await page.fill(BOX, '三会一课'.repeat(2500));
    await page.press(BOX, 'Enter');
    await page.waitForSelector('.search-cut');
    await settle();
    expect((await urls()).length).toBeGreaterThan(0);
    await page.reload();
    await page.waitForSelector('.search-cut');
  });

  test('a shard that fails once is asked for again; one that keeps failing is reported and can be retried', async () => {
    const failed = new Set<string>();
    await page.route('**/search-index/p*.js*', (route) => {
      const name = new URL(route.request().url()).pathname;
      if (failed.has(name)) return route.continue();
      failed.add(name);
      return route.abort();
    });
    await open(q('三会一课'));
    expect(failed.size).toBeGreaterThan(0);
    expect((await urls())[0]).toBe('/terms/san-hui-yi-ke/');
    await page.unroute('**/search-index/p*.js*');

    await page.route('**/search-index/*.js*', (route) => route.abort());
    await open(q('两张皮'));
    expect(await status()).toContain('没有完成');
    await page.unroute('**/search-index/*.js*');
    await page.click('.search-retry');
    await page.waitForSelector('ol[data-results] > li');
    expect((await urls()).length).toBeGreaterThan(1);
  });

  test('what is asked for under a fixed name bears the stamp of the page', async () => {
    const asked = new Map<string, string>();
    page.on('request', (request) => {
      const { pathname, search } = new URL(request.url());
      asked.set(pathname, search);
    });
    await open(q('三会一课'));
    const stamp = asked.get('/assets/search-page.js');
    expect(stamp).toMatch(/^\?v=[0-9a-f]{8}$/);
    for (const path of [
      '/search-index/manifest.js',
      '/assets/pagefind-worker.js',
      '/pagefind/pagefind.js',
    ])
      expect({ path, stamp: asked.get(path) }).toEqual({ path, stamp });
  });

  test('without Pagefind the portable engine gives the same pages', async () => {
    await open(`${q('组织生活会')}&n=300`);
    const withPagefind = await urls();
    await page.route('**/pagefind/**', (route) => route.abort());
    await open(`${q('组织生活会')}&n=300`);
    expect(await page.getAttribute('ol[data-results]', 'data-engine')).toBe('portable');
    const paths = (list: readonly string[]): string[] =>
      list.map((url) => url.replace(/#.*/, '')).sort();
    expect(paths(await urls())).toEqual(paths(withPagefind));
  });

  test('opened from disk it searches, too', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kb-disk-'));
    const dist = inject('sites').real;
    for (const part of ['search', 'search-index', 'assets'])
      cpSync(join(dist, part), join(folder, part), { recursive: true });
    const file = join(folder, 'search/index.html');
    // On a web server the pages name files from the root; a copy for disks names them from the page.
    writeFileSync(file, readFileSync(file, 'utf8').replace(/(href|src|action)="\//g, '$1="../'));
    await page.goto(`${pathToFileURL(file).href}${q('三会一课')}`);
    await page.waitForSelector('ol[data-results] > li');
    expect((await urls())[0]).toMatch(/^file:.*terms\/san-hui-yi-ke\/index\.html$/);
    rmSync(folder, { recursive: true, force: true });
  });

  test('without JavaScript it explains and leads to the index', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const plain = await context.newPage();
    await plain.goto(`${site.url}search/?q=x`);
    expect(await plain.innerText('main')).toContain('没有启用 JavaScript');
    expect(await plain.isVisible('#search-sort')).toBe(false);
    expect(
      await plain.$$eval('main noscript a, main a', (links) =>
        links.map((a) => a.getAttribute('href')),
      ),
    ).toContain('/az/');
    await context.close();
  });
});

describe('instant box', () => {
  const INPUT = 'header input[name="q"]';
  const rows = (): Promise<string[]> =>
    page.$$eval('.instant:not([hidden]) [role="option"]', (items) =>
      items.map((item) => item.textContent),
    );

  test('nothing of it loads before a reader turns to a box', async () => {
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await page.goto(site.url, { waitUntil: 'load' });
    expect(requests.filter((url) => /search-index|instant-box|pagefind/.test(url))).toEqual([]);
  });

  test.each(['Control+k', '/'])(
    '%s opens it; arrows choose; Enter goes there',
    async (shortcut) => {
      await page.goto(`${site.url}terms/`);
      await page.keyboard.press(shortcut);
      await page.keyboard.type('三会一课');
      await page.waitForFunction(() =>
        (
          document.querySelector('.instant:not([hidden]) [role="option"]')?.textContent ?? ''
        ).includes('三会一课'),
      );
      expect(await page.getAttribute(INPUT, 'aria-expanded')).toBe('true');
      await page.keyboard.press('ArrowDown');
      const active = await page.getAttribute(INPUT, 'aria-activedescendant');
      expect(await page.getAttribute(`#${active ?? ''}`, 'aria-selected')).toBe('true');
      await page.keyboard.press('Enter');
      await page.waitForURL('**/terms/san-hui-yi-ke/');
    },
  );

  test('Escape closes it and keeps the text; Enter without a choice searches', async () => {
    await page.goto(site.url);
    await page.keyboard.press('Control+k');
    await page.keyboard.type('两张皮');
    await page.waitForSelector('.instant:not([hidden]) [role="option"]');
    await page.keyboard.press('Escape');
    expect(await rows()).toEqual([]);
    expect(await page.inputValue(INPUT)).toBe('两张皮');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/search\/\?q=/);
  });

  test('keys of an input method are left alone until the text is there', async () => {
    await page.goto(site.url);
    await page.keyboard.press('Control+k');
    const compose = (type: string): Promise<void> =>
      page.$eval(
        INPUT,
        (input, name) => {
          input.dispatchEvent(new CompositionEvent(name, { bubbles: true, data: '三会' }));
        },
        type,
      );
    await page.waitForSelector('input[role="combobox"]');
    await compose('compositionstart');
    await page.keyboard.type("san'hui");
    await page.waitForTimeout(500);
    expect(await rows()).toEqual([]);
    await page.fill(INPUT, '三会');
    await compose('compositionend');
    await page.waitForFunction(
      () => document.querySelectorAll('.instant:not([hidden]) [role="option"]').length > 2,
    );
    expect((await rows())[0]).toContain('三会一课');
  });

  test('recent queries are kept here and can be forgotten', async () => {
    const context = await browser.newContext();
    page = await context.newPage();
    await page.goto(site.url);
    await page.keyboard.press('Control+k');
    await page.waitForSelector('input[role="combobox"]');
    await page.keyboard.type('述职评议');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/search\//);
    await page.goto(site.url);
    await page.keyboard.press('Control+k');
    await page.waitForFunction(() =>
      (document.querySelector('.instant:not([hidden])')?.textContent ?? '').includes('述职评议'),
    );
    await page.click('.instant-forget');
    await page.waitForFunction(() => document.querySelector('.instant:not([hidden])') === null);
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
  });

  test('a query sent before the instant list was there is kept, too', async () => {
    const context = await browser.newContext();
    page = await context.newPage();
    await page.route('**/instant-box.js*', (route) => route.abort());
    await page.goto(`${site.url}terms/`);
    await page.fill(INPUT, '谈心谈话');
    await page.press(INPUT, 'Enter');
    await page.waitForURL(/\/search\//);
    await settle();
    await page.unroute('**/instant-box.js*');
    await page.goto(`${site.url}terms/`);
    await page.click(INPUT);
    await page.waitForSelector('.instant:not([hidden]) .instant-forget');
    expect((await rows())[0]).toContain('谈心谈话');
  });

  test('on a phone the home page shows one box, and / goes to it', async () => {
    await page.setViewportSize({ width: 390, height: 800 });
    await page.goto(site.url);
    expect(await page.isVisible(INPUT)).toBe(false);
    await page.keyboard.press('/');
    await page.keyboard.type('三会一课');
    await page.waitForSelector('.instant:not([hidden]) .instant-page');
    expect(await page.inputValue('main input[name="q"]')).toBe('三会一课');
  });

  test.each([
    { screen: { width: 1280, height: 800 }, least: 23.9, most: 24.1 },
    { screen: { width: 375, height: 700 }, least: 18, most: 22.1 },
  ])('is wide enough to read on $screen.width pixels (in rem)', async ({ screen, least, most }) => {
    await page.setViewportSize(screen);
    await page.goto(`${site.url}terms/`);
    await page.click(INPUT);
    await page.keyboard.type('组织生活会');
    await page.waitForSelector('.instant:not([hidden]) .instant-page');
    const list = await page.locator('.instant').boundingBox();
    const form = await page.locator('header form').boundingBox();
    const rem = await page.evaluate(() =>
      parseFloat(getComputedStyle(document.documentElement).fontSize),
    );
    const width = (list?.width ?? 0) / rem;
    expect(width).toBeGreaterThanOrEqual(least);
    expect(width).toBeLessThanOrEqual(most);
    const right = (box: typeof list): number => (box?.x ?? 0) + (box?.width ?? 0);
    expect(Math.abs(right(list) - right(form))).toBeLessThan(2);
    expect(list?.x).toBeGreaterThanOrEqual(0);
  });

  test('a slip is suggested first', async () => {
    await page.goto(site.url);
    await page.keyboard.press('Control+k');
    await page.keyboard.type('主体党日');
    await page.waitForFunction(() =>
      (
        document.querySelector('.instant:not([hidden]) [role="option"]')?.textContent ?? ''
      ).includes('您是不是要找'),
    );
    expect((await rows())[0]).toBe('您是不是要找主题党日');
  });
});

describe('what stands on a page is found', () => {
  const drawn = (['r2', 'r3', 'r4', 'r6', 'mixed'] as const).flatMap(
    (kind) => () => drawQueries(readSite(inject('sites').real), kind, 40, traditionalTable()),
  );

  test('200 pieces of the site, by the command line, with both engines', async () => {
    const queries = drawn.flatMap((draw) => draw());
    const folder = mkdtempSync(join(tmpdir(), 'kb-queries-'));
    const file = join(folder, 'queries.txt');
    writeFileSync(file, `${queries.map(({ query }) => query).join('\n')}\n`);
    for (const engine of ['portable', 'pagefind']) {
      const { code, output } = await runNode([
        'scripts/search.ts',
        ...['--queries', file, '--json', '--dist', inject('sites').real, '--engine', engine],
      ]);
      expect(code).toBe(0);
      const lines = output.trim().split('\n');
      expect(lines).toHaveLength(queries.length);
      queries.forEach(({ query, sections }, i) => {
        const rows = JSON.parse(lines[i] ?? '[]') as { url: string; exact: boolean }[];
        const exact = rows.filter((row) => row.exact).map(({ url }) => url.slice(1));
        expect({ query, found: [...new Set(exact)].sort() }).toEqual({
          query,
          found: [...sections].sort(),
        });
      });
    }
    rmSync(folder, { recursive: true, force: true });
  });

  test('20 of them typed into the page', async () => {
    await open('');
    for (const { query, pages } of drawn.flatMap((draw) => draw().slice(0, 4))) {
      await page.fill(BOX, query);
      await page.press(BOX, 'Enter');
      await page.waitForFunction(
        (text) => new URLSearchParams(location.search).get('q') === text,
        query,
      );
      await settle();
      const shown = await page.$$eval(
        'ol[data-results] > li:not([data-match="partial"])',
        (items) => items.map((item) => (item.getAttribute('data-url') ?? '').slice(1)),
      );
      expect(shown.slice(0, 10).every((url) => pages.has(url.replace(/#.*/, '')))).toBe(true);
      expect(await page.getAttribute('p[role="status"]', 'data-count')).toBe(String(pages.size));
    }
  });
});
