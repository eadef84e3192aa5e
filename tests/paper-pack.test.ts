import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { answerFromDisk, pageAddress } from '../src/paper/build/print-pdf.ts';
import { launchBrowser } from './support/browser.ts';
import { readPrinted, squeeze, type PrintedFile } from './support/printed-text.ts';

const dist = inject('sites').paper;
const TEXTS = 'title=换届材料&unit=机关第一党支部&date=2026年11月22日&place=三楼会议室';
const PARTS = [
  'check-meeting',
  'check-site',
  'check-procedure',
  'meeting-record',
  'sign-in:45',
  'ledger',
  'notes:2',
];

let browser: Browser;
let context: BrowserContext;
let page: Page;
const faults: string[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
  context = await browser.newContext();
  await context.route('**/*', (route) => answerFromDisk(route, dist, '/'));
  page = await context.newPage();
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
});
afterAll(() => browser.close());

async function openPack(parts: readonly string[]): Promise<void> {
  await page.goto(pageAddress(`/meeting/?${TEXTS}&parts=${parts.join(',')}`));
  await page.waitForFunction(
    () => (document.querySelector('.pack-status')?.textContent ?? '') !== '',
  );
}

async function print(): Promise<PrintedFile> {
  return readPrinted(await page.pdf({ preferCSSPageSize: true }));
}

/** Titles on the contents page with their page numbers. */
function contents(): Promise<[string, number][]> {
  return page.$$eval('.pack-toc li', (rows) =>
    rows.map((row): [string, number] => {
      const text = (name: string) => row.querySelector(name)?.textContent ?? '';
      return [text('.pack-toc-name'), Number(text('.pack-toc-page'))];
    }),
  );
}

const order = () =>
  page.$$eval('.pack-chosen [data-move="up"]', (buttons) =>
    buttons.map((button) => (button.getAttribute('aria-label') ?? '').replace('：上移', '')),
  );
const partsInAddress = () => new URL(page.url()).searchParams.get('parts');

describe('a pack opened from its address', () => {
  test('prints as many pages as it says, each numbered, each part where the contents say', async () => {
    await openPack(PARTS);
    const { pages, size } = await print();
    const body = pages.slice(2);
    expect(size.map(Math.round)).toEqual([595, 842]);
    expect(await page.textContent('.pack-status')).toBe(
      `正文共 ${String(body.length)} 页，另有封面和目录。`,
    );
    body.forEach((text, at) => {
      expect(text).toContain(`第${String(at + 1)}页共${String(body.length)}页`);
    });
    for (const text of ['换届材料', '机关第一党支部', '2026年11月22日', '三楼会议室']) {
      expect(pages[0]).toContain(squeeze(text));
    }
    const listed = await contents();
    expect(listed.map(([title]) => title)).toEqual([
      '会议记录核对清单（样例）',
      '支部现场检查评分表（样例）',
      '换届办理清单（样例）',
      '会议记录规范（样例）',
      '签到表',
      '整改台账',
      '记录',
    ]);
    for (const [title, number] of listed) {
      expect(
        body[number - 1]?.startsWith(squeeze(title)) ?? false,
        `${title} 在第 ${String(number)} 页`,
      ).toBe(true);
    }
    expect(faults).toEqual([]);
  });

  test('loses no item, no row and no heading, and fills in what the cover says', async () => {
    await openPack(PARTS);
    const { pages } = await print();
    const all = pages.join('');
    const prose = (await page.locator('.sheet .document-paper p').allTextContents()).join('');
    expect(prose.match(/会议记录是支部工作的底账.*?表决的要写清方式和票数/gu)).toHaveLength(8);
    for (const title of [
      '组织设置：岗位职责上墙',
      '作用发挥：意见建议有登记',
      '全套材料编目归档',
      '缺席党员在一周内补学',
    ]) {
      expect(all).toContain(squeeze(title));
    }
    expect(await page.locator('.sheet .table-sign-in tbody tr').count()).toBe(45);
    expect(await page.locator('.sheet .item-table tr.item').count()).toBe(10 + 40 + 9);
    const form = pages.find((text) => text.startsWith(squeeze('会议记录核对清单（样例）'))) ?? '';
    const signIn = pages.find((text) => text.startsWith('签到表')) ?? '';
    for (const text of ['机关第一党支部', '2026年11月22日', '三楼会议室']) {
      expect(form).toContain(squeeze(text));
      expect(signIn).toContain(squeeze(text));
    }
    expect(signIn).toContain('换届材料');
    const inspected = page.locator('.sheet .blank', { hasText: '被查党组织名称' });
    expect(await inspected.locator('.ink').textContent()).toBe('机关第一党支部');
  });

  test('says which part it does not know and shows the others', async () => {
    await openPack(['check-meeting', 'no-such-part']);
    expect(await page.textContent('.pack-status')).toContain('没有找到：no-such-part');
    expect(await contents()).toHaveLength(1);
    faults.length = 0;
  });

  test('leaves no signature alone on a page', async () => {
    await openPack(['check-meeting', 'check-site', 'check-procedure', 'ledger', 'sign-in:21']);
    const lonely = await page.$$eval(
      '.sheet-body',
      (bodies) =>
        bodies.filter((body) => body.querySelector('.closing') && !body.querySelector('tbody tr'))
          .length,
    );
    expect(lonely).toBe(0);
  });
});

describe('a ready-made pack of the shipped content', () => {
  const screens = [
    { name: 'a desk', width: 1280, height: 720 },
    { name: 'a phone', width: 390, height: 844 },
  ];
  test.each(screens)(
    'opens on $name at what was chosen, with the button to print in view',
    async ({ width, height }) => {
      const desk = await browser.newContext({ viewport: { width, height } });
      await desk.route('**/*', (route) => answerFromDisk(route, inject('sites').real, '/'));
      const tab = await desk.newPage();
      await tab.goto(pageAddress('/meeting/'));
      await tab.click('#ready + ul > li > a');
      await tab.waitForSelector('.sheet');
      expect(await tab.evaluate(() => document.activeElement?.id)).toBe('choose');
      for (const shown of ['.pack-chosen li', '[data-do="print"]']) {
        const box = await tab.locator(shown).first().boundingBox();
        expect(box?.y).toBeGreaterThan(0);
        expect(box?.y).toBeLessThan(height - 20);
      }
      await desk.close();
    },
  );
});

describe('choosing', () => {
  test('adds, moves by keyboard and removes; the address follows and keeps the focus on the part', async () => {
    await openPack(['check-meeting', 'sign-in']);
    await page.click('[data-add="check-site"]');
    expect(partsInAddress()).toBe('check-meeting,sign-in,check-site');
    await page.focus('.pack-chosen li:nth-child(3) [data-move="up"]');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    expect(partsInAddress()).toBe('check-site,check-meeting,sign-in');
    expect(await order()).toEqual([
      '支部现场检查评分表（样例）',
      '会议记录核对清单（样例）',
      '签到表',
    ]);
    await page.click('.pack-chosen li:nth-child(2) [data-move="remove"]');
    expect(partsInAddress()).toBe('check-site,sign-in');
  });

  test('moves by dragging', async () => {
    await openPack(['check-meeting', 'check-site', 'sign-in']);
    await page.dragAndDrop('.pack-chosen li:nth-child(3)', '.pack-chosen li:nth-child(1)');
    expect(partsInAddress()).toBe('sign-in,check-meeting,check-site');
  });

  test('takes a number of rows and the texts of the cover', async () => {
    await openPack(['sign-in']);
    await page.fill('.pack-chosen input', '60');
    await page.press('.pack-chosen input', 'Tab');
    expect(partsInAddress()).toBe('sign-in:60');
    await page.fill('.pack-texts [name="title"]', '支部大会');
    await page.waitForFunction(
      () => document.querySelector('.cover-title')?.textContent === '支部大会',
    );
    expect(await page.locator('.sheet .table-sign-in tbody tr').count()).toBe(60);
    expect(new URL(page.url()).searchParams.get('title')).toBe('支部大会');
  });
});

describe('a blank table', () => {
  test('has any number of rows, its head on every page', async () => {
    await page.goto(pageAddress('/meeting/sign-in/?rows=64'));
    const { pages } = await print();
    expect(pages).toHaveLength(3);
    for (const text of pages) expect(text).toContain('序号单位(部门)姓名职务签名备注');
    expect(pages.at(-1)).toContain('应到');
    expect(faults).toEqual([]);
  });
});
