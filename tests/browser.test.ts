import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launchBrowser } from './support/browser.ts';
import { serve, type Served } from './support/serve.ts';

const axeSource = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);
const sites = inject('sites');

/** One page of each template. */
const PAGES = [
  '',
  'problems/',
  'problems/two-skins/',
  'measures/five-strict/',
  'standards/six-haves-six-nots/',
  'wuhua/shenghuo/',
  'checklists/check-three-meetings/',
  'terms/san-hui-yi-ke/',
  'sources/zhua-jiceng-da-jichu/',
  'search/',
  'meeting/',
  'map/',
  'calendar/',
  'az/',
  'about/',
  '404.html',
];

/** Pages whose tables set several sources side by side, the widest there are. */
const COMPARISONS = [
  'measures/five-in-one/',
  'measures/three-lists/',
  'terms/liu-you/',
  'sources/reg-development-2026/',
];

/** One TCP round trip at the usual initial window of ten segments. */
const FIRST_VIEW_BYTES = 14 * 1024;

let browser: Browser;
let site: Served;

beforeAll(async () => {
  browser = await launchBrowser();
  site = await serve(sites.real);
});

afterAll(async () => {
  await browser.close();
  await site.close();
});

async function withPage<T>(
  options: Parameters<Browser['newContext']>[0],
  use: (page: Page) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext(options);
  try {
    return await use(await context.newPage());
  } finally {
    await context.close();
  }
}

describe.each(['light', 'dark'] as const)('in %s colours', (colorScheme) => {
  test.each(PAGES)('/%s passes the WCAG 2.1 AA rules of axe', async (path) => {
    // The policy of the page would rightly refuse axe's own script, so it is switched off for this look only.
    await withPage({ colorScheme, bypassCSP: true }, async (page) => {
      await page.goto(site.url + path);
      await page.evaluate(axeSource);
      const violations = await page.evaluate(async () => {
        const axe = (
          globalThis as unknown as {
            axe: {
              run: (o: object) => Promise<{
                violations: { id: string; nodes: { target: unknown; failureSummary?: string }[] }[];
              }>;
            };
          }
        ).axe;
        const result = await axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] });
        return result.violations.map(
          ({ id, nodes }) =>
            `${id}: ${JSON.stringify(nodes[0]?.target)} ${nodes[0]?.failureSummary ?? ''}`,
        );
      });
      expect(violations).toEqual([]);
    });
  });
});

test.each([...PAGES, ...COMPARISONS])(
  '/%s fits 360 px without sideways scrolling',
  async (path) => {
    await withPage({ viewport: { width: 360, height: 740 } }, async (page) => {
      await page.goto(site.url + path);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - window.innerWidth,
      );
      expect(overflow).toBeLessThanOrEqual(0);
    });
  },
);

test.each(PAGES)('/%s asks no other host, breaks no policy, logs no error', async (path) => {
  await withPage({}, async (page) => {
    const hosts = new Set<string>();
    const errors: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith('data:')) hosts.add(new URL(request.url()).host);
    });
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(site.url + path, { waitUntil: 'networkidle' });
    expect([...hosts]).toEqual([new URL(site.url).host]);
    expect(errors).toEqual([]);
  });
});

test.each([
  'problems/two-skins/',
  'measures/five-strict/',
  'terms/san-hui-yi-ke/',
  'wuhua/shenghuo/',
])('the first view of /%s fits one round trip', async (path) => {
  await withPage({}, async (page) => {
    const sizes: { url: string; bytes: number }[] = [];
    page.on('response', (response) => {
      sizes.push({ url: response.url(), bytes: 0 });
    });
    await page.goto(site.url + path, { waitUntil: 'networkidle' });
    const measured = sizes
      .filter(({ url }) => !url.startsWith('data:') && !url.endsWith('favicon.svg'))
      .map(({ url }) => {
        const name = decodeURIComponent(new URL(url).pathname.slice(1));
        const file = join(sites.real, name.endsWith('/') ? `${name}index.html` : name);
        return { name, bytes: gzipSync(readFileSync(file), { level: 9 }).length };
      });
    const total = measured.reduce((sum, { bytes }) => sum + bytes, 0);
    expect(total, JSON.stringify(measured)).toBeLessThanOrEqual(FIRST_VIEW_BYTES);
  });
});

test('without JavaScript a measure still leads to its problem, criterion and source', async () => {
  await withPage({ javaScriptEnabled: false }, async (page) => {
    await page.goto(`${site.url}problems/two-skins/`);
    await page.locator('#measures + .links a').first().click();
    await expect.poll(() => new URL(page.url()).pathname).toMatch(/^\/measures\//u);
    await page.locator('#meets + .links a').first().click();
    await expect.poll(() => new URL(page.url()).hash).not.toBe('');
    await page.locator('#cites + .cites a[href*="/sources/"]').first().click();
    await page.locator('#record').waitFor({ state: 'visible' });
  });
});

test('keyboard: the first Tab offers to skip to the text, and focus is visible', async () => {
  await withPage({}, async (page) => {
    await page.goto(`${site.url}problems/two-skins/`);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('跳到正文');
    expect(
      await page.locator('.skip').evaluate((element) => element.getBoundingClientRect().left),
    ).toBeGreaterThan(0);
    await page.keyboard.press('Enter');
    await expect.poll(() => new URL(page.url()).hash).toBe('#main');
  });
});
