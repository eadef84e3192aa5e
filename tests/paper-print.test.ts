import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { loadGraph } from '../src/graph/io/load-graph.ts';
import { findChromium } from '../src/paper/build/find-chromium.ts';
import { answerFromDisk, pageAddress } from '../src/paper/build/print-pdf.ts';
import { resolveChecklist } from '../src/paper/resolve-checklist.ts';
import { listItems } from '../src/paper/sheet.ts';
import type { ResolvedChecklist } from '../src/paper/types.ts';
import { launchBrowser } from './support/browser.ts';
import { readPrinted, squeeze, type PrintedFile } from './support/printed-text.ts';

const CONTENT = 'tests/fixtures/content-paper';
const cases = [
  { id: 'check-meeting', pages: 2, size: [595, 842], head: '序号检查内容佐证材料结果备注' },
  { id: 'check-site', pages: 6, size: [595, 842], head: '序号检查内容佐证材料结果分值得分备注' },
  {
    id: 'check-procedure',
    pages: 2,
    size: [842, 595],
    head: '序号步骤与要求时限佐证材料结果完成日期经办人备注',
  },
] as const;

const dist = inject('sites').paper;
const checklists = new Map<string, ResolvedChecklist>();
const printed = new Map<string, PrintedFile>();

beforeAll(async () => {
  expect(
    findChromium(),
    '本测试要用 Chromium 打印：请安装 chromium，或用 CHROMIUM_PATH 指明位置',
  ).toBeDefined();
  const { graph, findings } = await loadGraph(CONTENT);
  expect(findings).toEqual([]);
  for (const entry of graph.entries) {
    if (entry.kind === 'checklist') checklists.set(entry.id, resolveChecklist(graph, entry));
  }
  for (const { id } of cases) {
    printed.set(id, await readPrinted(await readFile(join(dist, 'downloads', `${id}.pdf`))));
  }
});

describe.each(cases)('$id printed by Chromium', ({ id, pages, size, head }) => {
  const file = (): PrintedFile => {
    const found = printed.get(id);
    if (!found) throw new Error(`${id} 没有打印出来`);
    return found;
  };
  const checklist = (): ResolvedChecklist => {
    const found = checklists.get(id);
    if (!found) throw new Error(`样例清单 ${id} 不存在`);
    return found;
  };

  test('takes the expected number of A4 pages, each with its number', () => {
    expect(file().pages).toHaveLength(pages);
    expect(file().size.map(Math.round)).toEqual(size);
    file().pages.forEach((page, at) => {
      expect(page).toContain(`第${String(at + 1)}页共${String(pages)}页`);
    });
  });

  test('shows title, blanks and foot', () => {
    const all = file().pages.join('');
    const labels = [...checklist().head, ...checklist().foot].map((field) => field.label);
    for (const text of [checklist().title, ...labels, checklist().version]) {
      expect(all).toContain(squeeze(text));
    }
  });

  test('holds every item whole on one page, in order', () => {
    const at = listItems(checklist()).map((item) =>
      file().pages.findIndex((page) => page.includes(squeeze(item.text))),
    );
    expect(at).not.toContain(-1);
    expect(at).toEqual([...at].sort((a, b) => a - b));
  });

  test('repeats the table head on every page that has items', () => {
    for (const page of file().pages) {
      const hasItem = listItems(checklist()).some((item) => page.includes(squeeze(item.text)));
      expect(page.includes(head)).toBe(hasItem);
    }
  });

  test('never leaves the signatures alone on a page', () => {
    const page = file().pages.find((text) => text.includes('签字')) ?? '';
    const withItem = listItems(checklist()).some((item) => page.includes(squeeze(item.text)));
    expect(withItem || page.includes('整改事项')).toBe(true);
  });

  test('is tagged and has an outline', () => {
    expect(file().tagged).toBe(true);
    expect(file().outline).toContain(checklist().title);
  });

  test('prints nothing of the site around it', () => {
    const all = file().pages.join('');
    for (const chrome of ['您的位置', '跳到正文', '下载填好的', '新建', '页眉和页脚']) {
      expect(all).not.toContain(chrome);
    }
  });
});

describe('a standard printed by Chromium', () => {
  let document: PrintedFile;
  beforeAll(async () => {
    const browser = await launchBrowser();
    try {
      const context = await browser.newContext();
      await context.route('**/*', (route) => answerFromDisk(route, dist, '/'));
      const page = await context.newPage();
      await page.goto(pageAddress('/standards/meeting-record/'));
      document = await readPrinted(await page.pdf({ preferCSSPageSize: true }));
    } finally {
      await browser.close();
    }
  });

  test('holds 22 lines of 28 characters on a full page, as GB/T 9704 wants it', () => {
    const full = document.lines.find(
      (lines) => lines.filter((line) => line.length === 28).length > 10,
    );
    expect(full?.filter((line) => !line.startsWith('—'))).toHaveLength(22);
    const prose = document.lines.flat().filter((line) => /^\p{Script=Han}+$/u.test(line));
    expect(Math.max(...prose.map((line) => line.length))).toBe(28);
  });

  test('numbers its pages — 1 —, — 2 — …', () => {
    document.lines.forEach((lines, at) => {
      expect(lines.at(-1)).toBe(`—${String(at + 1)}—`);
    });
  });
});
