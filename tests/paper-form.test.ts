import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { findChromium } from '../src/paper/build/find-chromium.ts';
import { answerFromDisk, pageAddress } from '../src/paper/build/print-pdf.ts';
import { startSheet } from '../src/paper/sheet.ts';
import { writeSheetFile } from '../src/paper/sheet-file.ts';
import type { ResolvedChecklist } from '../src/paper/types.ts';
import { readPrinted, squeeze } from './support/printed-text.ts';
import { readWorkbook } from './support/read-workbook.ts';
import { unzip } from './support/unzip.ts';

const dist = inject('sites').paper;
const URL = pageAddress('/checklists/check-site/');

let profile: string;
let context: BrowserContext;
let page: Page;
let faults: string[];

/** Start a browser with a profile on disk: closing it and starting again is what a person does overnight. */
async function open(): Promise<void> {
  const executablePath = findChromium();
  if (executablePath === undefined) {
    throw new Error('没有找到 Chromium。请先运行 node scripts/test-tools.ts，或设 CHROMIUM_PATH。');
  }
  context = await chromium.launchPersistentContext(profile, {
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  await context.route('**/*', (route) => answerFromDisk(route, dist, '/'));
  page = await context.newPage();
  faults = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  await page.goto(URL);
}

const note = (item: string) => `[name="item.${item}.note"]`;
const tick = (item: string, value: string) => page.click(`[id="${item}-${value}"] + label`);
/** Wait until everything that the form shows is stored on the device. */
const saved = (tab = page) =>
  tab.waitForFunction(() => {
    const shelf = localStorage.getItem('jgdj.sheets.check-site') ?? '';
    const controls = document.querySelectorAll<HTMLInputElement>('form.checklist [name]');
    const filled = [...controls].filter((one) =>
      one.type === 'radio' ? one.checked : one.value !== '',
    );
    return filled.every((one) =>
      shelf.includes(`${JSON.stringify(one.name)}:${JSON.stringify(one.value)}`),
    );
  });

beforeAll(async () => {
  profile = await mkdtemp(join(tmpdir(), 'kb-profile-'));
});
beforeEach(async () => {
  await rm(profile, { recursive: true, force: true });
  await open();
});
afterEach(async () => {
  await context.close();
});
afterAll(() => rm(profile, { recursive: true, force: true }));

/** Answer all forty items: every seventh with 否. */
async function fillAll(): Promise<void> {
  await page.fill('[name="head.unit"]', '机关第一党支部');
  for (let at = 1; at <= 40; at += 1) {
    const item = `site-check.${String(at).padStart(2, '0')}`;
    await tick(item, at % 7 === 0 ? 'no' : at % 5 === 0 ? 'na' : 'yes');
    await page.fill(note(item), `第${String(at)}项现场看过`);
    await page.fill(`[name="item.${item}.points"]`, '1.5');
  }
  await page.fill('[name="item.site-check.14.measure"]', '月底前补齐目录\n逐页核对');
  await page.fill('[name="item.site-check.14.person"]', '张三');
  await page.fill('[name="foot.remark"]', '其余情况良好');
  await saved();
}

/** Addresses asked of the site; the stamp that every script of a build carries reads `?v`. */
function scriptsOf(requests: readonly string[]): string[] {
  return requests
    .filter((url) => !url.startsWith('blob:'))
    .map((url) => url.replace(/\?v=[0-9a-f]{8}$/u, '?v'));
}

/** Everything a reader sees as filled. */
function readForm(): Promise<Record<string, string>> {
  return page.evaluate(() => {
    const controls = document.querySelectorAll<HTMLInputElement>('form.checklist [name]');
    const filled = [...controls].filter((one) =>
      one.type === 'radio' ? one.checked : one.value !== '',
    );
    return Object.fromEntries(filled.map((one) => [one.name, one.value]));
  });
}

/** A file as “导出本表” on another device makes it. */
async function exportFile({ name, values }: { name: string; values: Record<string, string> }) {
  const checklist = (await page.evaluate(() => window.jgdjChecklist)) as ResolvedChecklist;
  const begun = startSheet(checklist, { id: name, name, now: '2026-11-22T08:00:00Z' });
  return {
    name: `${name}.json`,
    mimeType: 'application/json',
    buffer: Buffer.from(writeSheetFile([{ ...begun, values }])),
  };
}

/** Import sheets, each from a file of its own, all chosen at once. */
async function importSheets(
  sheets: readonly { name: string; values: Record<string, string> }[],
): Promise<void> {
  const files = await Promise.all(sheets.map(exportFile));
  await page.setInputFiles('input[type="file"]', files);
  const done = `已导入 ${String(sheets.length)} 张表`;
  await page.waitForFunction(
    (text) => document.querySelector('.status')?.textContent === text,
    done,
  );
}

describe('a sheet of forty items', () => {
  test('survives closing and starting the browser, export and import, and print', async () => {
    await fillAll();
    const filled = await readForm();
    expect(Object.keys(filled)).toHaveLength(1 + 40 * 3 + 2 + 1);
    expect(await page.textContent('.sum-points')).toBe('60');

    await context.close();
    await open();
    expect(await readForm()).toEqual(filled);

    const download = page.waitForEvent('download');
    await page.click('[data-do="export"]');
    const file = await (await download).path();
    await page.click('[data-do="delete"]');
    expect(Object.keys(await readForm())).toEqual([]);
    await page.setInputFiles('input[type="file"]', {
      name: '导出.json',
      mimeType: 'application/json',
      buffer: await readFile(file),
    });
    await page.waitForFunction(
      () => document.querySelector('.status')?.textContent === '已导入 1 张表',
    );
    expect(await readForm()).toEqual(filled);

    const { pages } = await readPrinted(await page.pdf({ preferCSSPageSize: true }));
    const all = pages.join('');
    for (let at = 1; at <= 40; at += 1) expect(all).toContain(`第${String(at)}项现场看过`);
    expect(all).toContain('机关第一党支部');
    expect(all).toContain(squeeze('月底前补齐目录逐页核对'));
    expect(all.match(/√/gu)).toHaveLength(40);
    expect(faults).toEqual([]);
  });

  test('is downloaded as Word with its answers, without any request but for the script', async () => {
    await tick('site-check.02', 'no');
    await page.fill('[name="item.site-check.02.measure"]', '补齐目录\n逐页核对');
    await page.fill('[name="head.unit"]', '机关第一党支部');
    await saved();
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    const download = page.waitForEvent('download');
    await page.click('[data-do="docx"]');
    const bytes = await readFile(await (await download).path());
    const xml = unzip(bytes).get('word/document.xml')?.toString('utf8') ?? '';
    expect(xml).toContain('机关第一党支部');
    expect(xml).toContain('补齐目录');
    expect(xml).toContain('☑否');
    expect(scriptsOf(requests)).toEqual([pageAddress('/assets/checklist-docx.js?v')]);
    expect(faults).toEqual([]);
  });

  test('is downloaded as Excel: ids, wording and answers as on the form, and 整改台账 with every 否', async () => {
    const answers = Array.from({ length: 40 }, (_, at) => {
      const item = `item.site-check.${String(at + 1).padStart(2, '0')}`;
      const result = at % 7 === 6 ? 'no' : at % 5 === 4 ? 'na' : 'yes';
      return { [`${item}.result`]: result, [`${item}.note`]: `第${String(at + 1)}项现场看过` };
    });
    const values = Object.assign(
      {
        'head.unit': '机关第一党支部',
        'item.site-check.01.points': '1.5',
        'item.site-check.14.measure': '月底前补齐目录\n逐页核对',
        'item.site-check.14.person': '张三',
      },
      ...answers,
    ) as Record<string, string>;
    await importSheets([{ name: '第三季度', values }]);
    const filled = await readForm();
    const shown = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('tr.item')].map((row) => ({
        id: row.dataset['item'] ?? '',
        text: row.querySelector('.item-text')?.textContent.trim() ?? '',
      })),
    );
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    const download = page.waitForEvent('download');
    await page.click('[data-do="xlsx"]');
    const sheets = readWorkbook(await readFile(await (await download).path()));
    expect([...sheets.keys()]).toEqual(['清单', '整改台账']);

    const [, head, headings = [], ...rows] = sheets.get('清单') ?? [];
    expect(head?.[0]).toContain('机关第一党支部');
    const column = (name: string) => headings.findIndex((heading) => heading.startsWith(name));
    const labels: Record<string, string> = { yes: '是', no: '否', na: '不适用' };
    const value = (id: string, part: string) => filled[`item.${id}.${part}`] ?? '';
    const columns = ['编号', '检查内容', '结果', '得分', '备注', '整改措施', '责任人'].map(column);
    expect(rows.slice(0, 40).map((row) => columns.map((at) => row[at]))).toEqual(
      shown.map(({ id, text }) => [
        id,
        text,
        labels[value(id, 'result')],
        value(id, 'points'),
        value(id, 'note'),
        value(id, 'measure'),
        value(id, 'person'),
      ]),
    );

    const ledger = (sheets.get('整改台账') ?? []).slice(3).filter((row) => row[1]);
    const refused = shown.filter(({ id }) => value(id, 'result') === 'no');
    expect(refused).toHaveLength(5);
    expect(ledger.slice(0, 5).map((row) => row[1])).toEqual(refused.map(({ text }) => text));
    expect(ledger[1]?.slice(3, 5)).toEqual(['月底前补齐目录\n逐页核对', '张三']);
    expect(scriptsOf(requests)).toEqual([pageAddress('/assets/checklist-xlsx.js?v')]);
    expect(faults).toEqual([]);
  });
});

describe('filling in', () => {
  test('stores while the reader keeps typing without a pause', async () => {
    await page
      .locator(note('site-check.01'))
      .pressSequentially('一直在写没有停下来', { delay: 120 });
    const stored = await page.evaluate(() => localStorage.getItem('jgdj.sheets.check-site') ?? '');
    expect(stored).toContain('一直在写');
  });

  test('an answer is taken back by a second click, and by Space on the keyboard', async () => {
    await tick('site-check.01', 'yes');
    await tick('site-check.01', 'yes');
    expect(await readForm()).toEqual({});
    await page.focus('[id="site-check.01-no"]');
    await page.keyboard.press('Space');
    expect(await readForm()).toEqual({ 'item.site-check.01.result': 'no' });
    await page.keyboard.press('Space');
    expect(await readForm()).toEqual({});
  });

  test('否 opens the blanks of rectification and lists the item below; another answer closes them', async () => {
    await tick('site-check.03', 'no');
    await page.fill('[name="item.site-check.03.person"]', '李四');
    expect(await page.locator('tr.rect-item').innerText()).toMatch(/^3\s.*李四/su);
    await tick('site-check.03', 'yes');
    expect(await page.locator('tr.rect-item').count()).toBe(0);
    expect(await page.locator('.rect-row').count()).toBe(0);
  });

  test('整改事项 always has a free row to write on, and keeps every row that was written', async () => {
    for (let row = 1; row <= 5; row += 1) {
      await page.fill(`[name="rect.${String(row)}.problem"]`, `另外发现的问题${String(row)}`);
    }
    await saved();
    await page.reload();
    expect(await page.locator('.rect-free tr').count()).toBe(6);
    expect(await page.inputValue('[name="rect.5.problem"]')).toBe('另外发现的问题5');
    expect(await page.inputValue('[name="rect.6.problem"]')).toBe('');
    const download = page.waitForEvent('download');
    await page.click('[data-do="docx"]');
    const xml = unzip(await readFile(await (await download).path())).get('word/document.xml');
    expect(xml?.toString('utf8')).toContain('另外发现的问题5');
  });

  test('points above the score are marked and said', async () => {
    await page.fill('[name="item.site-check.01.points"]', '99');
    expect(await page.locator('.invalid').count()).toBe(1);
    expect(await page.textContent('.status')).toContain('满分 3');
    await saved();
    expect(await page.textContent('.status')).toContain('满分 3');
    await page.fill('[name="item.site-check.01.points"]', '2');
    await saved();
    await page.waitForFunction(() =>
      document.querySelector('.status')?.textContent.startsWith('已保存'),
    );
  });

  test('every control has a name for a screen reader', async () => {
    await tick('site-check.01', 'no');
    const nameless = await page.evaluate(() => {
      const controls = document.querySelectorAll<HTMLInputElement>(
        'form.checklist [name], form.checklist select',
      );
      return [...controls]
        .filter((one) => one.labels?.length === 0 && one.getAttribute('aria-label') === null)
        .map((one) => one.name);
    });
    expect(nameless).toEqual([]);
  });
});

describe('how far a sheet is filled in', () => {
  test('is said in a line that stays in view, with a way to the next item without an answer', async () => {
    expect(await page.innerText('.progress')).toBe('已填 0/40 项');
    await tick('site-check.01', 'yes');
    await tick('site-check.02', 'no');
    await tick('site-check.04', 'na');
    expect(await page.innerText('.progress-text')).toBe('已填 3/40 项，否 1 项');
    await page.evaluate(() => {
      document.getElementById('site-check.01')?.scrollIntoView();
    });
    const top = () =>
      page.evaluate(() =>
        Math.round(document.querySelector('.progress')?.getBoundingClientRect().top ?? -1),
      );
    expect(await top()).toBe(0);
    const visited: (string | undefined)[] = [];
    for (let jump = 0; jump < 3; jump += 1) {
      await page.click('[data-do="next"]');
      visited.push(await page.evaluate(() => document.activeElement?.id));
    }
    expect(visited).toEqual(['site-check.03-yes', 'site-check.05-yes', 'site-check.06-yes']);
    expect(await top()).toBe(0);
  });

  test('is on no paper', async () => {
    await tick('site-check.01', 'yes');
    const { pages } = await readPrinted(await page.pdf({ preferCSSPageSize: true }));
    expect(pages.join('')).not.toContain('已填');
  });
});

describe('on a phone', () => {
  test('everything to press is 44 px high and wide, and nothing to fill in is smaller than 16 px', async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    await tick('site-check.01', 'no');
    const { low, small } = await page.evaluate(() => {
      const shown = (selector: string) =>
        [...document.querySelectorAll<HTMLElement>(selector)].filter(
          (one) => one.getClientRects().length > 0 && getComputedStyle(one).opacity !== '0',
        );
      const fields = '.checklist select, .checklist input, .checklist textarea';
      const tooLow = shown(`${fields}, .checklist button, .choice label, .downloads a`).filter(
        (one) => one.offsetHeight < 44 || one.offsetWidth < 44,
      );
      const tooSmall = shown(fields).filter(
        (one) => Number.parseFloat(getComputedStyle(one).fontSize) < 16,
      );
      return {
        low: tooLow.map((one) => one.outerHTML),
        small: tooSmall.map((one) => one.outerHTML),
      };
    });
    expect(low).toEqual([]);
    expect(small).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  });

  test('整改事项 says what each line of a row is', async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    await tick('site-check.01', 'no');
    const labels = await page.evaluate(() =>
      [...document.querySelectorAll('.rect-item td')].map(
        (cell) => getComputedStyle(cell, '::before').content,
      ),
    );
    expect(labels).toEqual(['"项号"', '"存在问题"', '"整改措施"', '"责任人"', '"完成时限"']);
  });
});

describe('several sheets', () => {
  test('keep apart, are cleared and brought back', async () => {
    await page.fill('[name="head.unit"]', '第一支部');
    await saved();
    page.on('dialog', (dialog) => void dialog.accept('第二支部自查'));
    await page.click('[data-do="new"]');
    expect(await readForm()).toEqual({});
    await page.fill('[name="head.unit"]', '第二支部');
    await page.click('[data-do="clear"]');
    expect(await readForm()).toEqual({});
    await page.click('[data-do="undo"]');
    expect(await readForm()).toEqual({ 'head.unit': '第二支部' });
    await page.selectOption('select', { index: 0 });
    expect(await readForm()).toEqual({ 'head.unit': '第一支部' });
    expect(await page.locator('select option').allInnerTexts()).toContain('第二支部自查');
  });

  test('two tabs with the same sheet lose nothing of each other', async () => {
    await page.fill('[name="head.unit"]', '第一支部');
    await saved();
    const other = await context.newPage();
    await other.goto(URL);
    await other.fill(note('site-check.01'), '另一个窗口写的');
    await saved(other);
    await page.fill(note('site-check.02'), '这个窗口写的');
    await saved();
    await page.reload();
    expect(await readForm()).toEqual({
      'head.unit': '第一支部',
      'item.site-check.01.note': '另一个窗口写的',
      'item.site-check.02.note': '这个窗口写的',
    });
  });

  test('of an older version name what changed and lose nothing', async () => {
    await tick('site-check.01', 'yes');
    await page.fill(note('site-check.02'), '缺第三页');
    await saved();
    // The checklist as it was when the sheet was begun: one item worded otherwise, one that has since gone.
    await page.evaluate(() => {
      const key = 'jgdj.sheets.check-site';
      const shelf = JSON.parse(localStorage.getItem(key) ?? '{}') as {
        sheets: {
          version: string;
          wording: Record<string, string>;
          values: Record<string, string>;
        }[];
      };
      const [sheet] = shelf.sheets;
      if (!sheet) throw new Error('没有保存的表');
      sheet.version = '2025-01-01';
      sheet.wording['site-check.02'] = '台账每年装订';
      sheet.wording['site-check.99'] = '宣传栏每月更换';
      sheet.values['item.site-check.99.result'] = 'yes';
      sheet.values['item.site-check.99.note'] = '十月换过';
      localStorage.setItem(key, JSON.stringify(shelf));
    });
    await page.reload();
    const panel = await page.innerText('.changes');
    expect(panel).toContain('2025-01-01 版');
    expect(panel).toContain('改动 1 项，新增 0 项，取消 1 项');
    expect(panel).toContain('台账每年装订');
    expect(panel).toContain('宣传栏每月更换');
    await page.click('.changes button');
    expect(await page.isVisible('.changes')).toBe(false);
    await page.reload();
    expect(await page.isVisible('.changes')).toBe(false);
    expect(await readForm()).toMatchObject({
      'item.site-check.01.result': 'yes',
      'item.site-check.02.note': '缺第三页',
    });
    expect(await page.innerText('.retired')).toContain('十月换过');
    const { pages } = await readPrinted(await page.pdf({ preferCSSPageSize: true }));
    expect(pages.join('')).toContain('宣传栏每月更换');
  });

  test('of many branches, chosen at once, are put side by side in one Excel file', async () => {
    await importSheets(
      Array.from({ length: 160 }, (_, at) => {
        const name = `第${String(at + 1)}支部`;
        const result = at % 4 === 0 ? 'no' : 'yes';
        const values = { 'item.site-check.01.result': result, 'item.site-check.01.measure': name };
        return { name, values };
      }),
    );
    const download = page.waitForEvent('download');
    await page.click('[data-do="summary"]');
    const bytes = await readFile(await (await download).path());
    // Over this size fflate would pack in a worker, which the policy of the page forbids.
    const sizes = [...unzip(bytes).values()].map((file) => file.length);
    expect(Math.max(...sizes)).toBeGreaterThan(160_000);
    const sheets = readWorkbook(bytes);
    const [, headings, first] = sheets.get('汇总') ?? [];
    expect(headings?.slice(3, 5)).toEqual(['第1支部', '第2支部']);
    expect(first?.slice(163)).toEqual(['120', '40', '0', '0']);
    const mend = sheets.get('整改汇总')?.slice(2) ?? [];
    expect(mend).toHaveLength(40);
    expect(mend[1]?.slice(2, 8)).toEqual([
      '第5支部',
      '',
      'site-check.01',
      mend[0]?.[5],
      '',
      '第5支部',
    ]);
    expect(faults).toEqual([]);
  });

  test('of which one file is foreign are not imported at all, and the file is named', async () => {
    const good = await exportFile({ name: '甲', values: {} });
    await page.setInputFiles('input[type="file"]', [
      good,
      { ...good, name: '乙.json', buffer: Buffer.from('{}') },
    ]);
    await page.waitForFunction(() =>
      /^乙\.json：这不是本站导出/u.test(document.querySelector('.status')?.textContent ?? ''),
    );
    expect(await page.locator('select option').allInnerTexts()).toEqual(['（还没有填写）']);
  });

  test('a foreign file is refused with a reason and changes nothing', async () => {
    await page.fill('[name="head.unit"]', '第一支部');
    await saved();
    await page.setInputFiles('input[type="file"]', {
      name: '别的.json',
      mimeType: 'application/json',
      buffer: Buffer.from('{}'),
    });
    await page.waitForFunction(() =>
      /不是本站导出/u.test(document.querySelector('.status')?.textContent ?? ''),
    );
    expect(await readForm()).toEqual({ 'head.unit': '第一支部' });
  });
});

describe('without JavaScript', () => {
  test('the form is complete and blank, and no dead button shows', async () => {
    const bare = await context.browser()?.newContext({ javaScriptEnabled: false });
    const plain =
      bare ??
      (await chromium.launchPersistentContext('', {
        javaScriptEnabled: false,
        executablePath: findChromium() ?? '',
        args: ['--no-sandbox'],
      }));
    try {
      await plain.route('**/*', (route) => answerFromDisk(route, dist, '/'));
      const tab = await plain.newPage();
      await tab.goto(URL);
      expect(await tab.locator('tr.item').count()).toBe(40);
      expect(await tab.locator('tr.item input[type="radio"]').count()).toBe(120);
      expect(await tab.locator('form.checklist button:visible').count()).toBe(0);
      const { pages } = await readPrinted(await tab.pdf({ preferCSSPageSize: true }));
      expect(pages.length).toBe(6);
    } finally {
      await plain.close();
    }
  });
});
