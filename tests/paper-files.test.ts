import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { DomUtils, parseDocument } from 'htmlparser2';
import { Packer } from 'docx';
import { describe, expect, inject, test } from 'vitest';
import { loadGraph } from '../src/graph/io/load-graph.ts';
import type { Kb } from '../src/graph/to-kb.ts';
import { buildChecklistDocx } from '../src/paper/docx/checklist-docx.ts';
import { explainMarks, markOf } from '../src/paper/editorial-mark.ts';
import type { KbItem } from '../src/paper/kb-items.ts';
import { READY_PACKS } from '../src/paper/packs.ts';
import { listPartPages } from '../src/paper/part-pages.ts';
import { resolveChecklist } from '../src/paper/resolve-checklist.ts';
import { listItems, startSheet } from '../src/paper/sheet.ts';
import { readPrinted, squeeze } from './support/printed-text.ts';
import { unzip } from './support/unzip.ts';

const run = promisify(execFile);
const dist = inject('sites').real;
const { graph } = await loadGraph(process.env['KB_CONTENT'] ?? 'content');
const checklists = graph.entries.flatMap((entry) =>
  entry.kind === 'checklist' ? [resolveChecklist(graph, entry)] : [],
);
const kb = JSON.parse(readFileSync(join(dist, 'data/kb.json'), 'utf8')) as Kb & {
  items: readonly KbItem[];
};

/** Text of all `<w:t>`, `<t>` … of a part of an Office file, run together. */
function xmlText(xml: Buffer | undefined): string {
  return DomUtils.textContent(parseDocument(xml?.toString('utf8') ?? '', { xmlMode: true }));
}

function readOffice(id: string, extension: 'docx' | 'xlsx'): Map<string, Buffer> {
  return unzip(readFileSync(join(dist, 'downloads', `${id}.${extension}`)));
}

function pageItems(id: string): { id: string; text: string; editorial: string }[] {
  const page = parseDocument(readFileSync(join(dist, 'checklists', id, 'index.html'), 'utf8'));
  const all = DomUtils.getElementsByTagName('*', page);
  return all
    .filter((element) => element.attribs['data-item'] !== undefined)
    .map((row) => {
      const read = (name: string) =>
        DomUtils.textContent(DomUtils.getElementsByClassName(name, row.children)).trim();
      return {
        id: row.attribs['data-item'] ?? '',
        text: read('item-text'),
        editorial: read('item-editorial'),
      };
    });
}

test('there are checklists to look at', () => {
  expect(checklists.length).toBeGreaterThan(0);
});

describe.each(checklists)('$id as a form', ({ use, head, foot }) => {
  const labels = [...head, ...foot].map((field) => field.label).join('、');
  // A talk between two is held like a meeting but has nobody in the chair and no attendance.
  const needed = [
    { name: 'who filled it in', pattern: /单位|党组织|支部/u },
    { name: 'when', pattern: /日期|时间|时段/u },
    { name: 'a signature', pattern: /签字|签名/u },
    ...(use === '会议' && labels.includes('主持')
      ? ['应到', '实到', '请假'].map((name) => ({ name, pattern: new RegExp(name, 'u') }))
      : []),
  ];
  test.each(needed)('asks for $name', ({ pattern }) => {
    expect(labels).toMatch(pattern);
  });
});

describe.each(checklists)('$id: one wording everywhere', (checklist) => {
  const items = listItems(checklist);

  test('on the page', () => {
    expect(pageItems(checklist.id)).toEqual(
      items.map(({ id, text, editorial = '' }) => ({ id, text, editorial })),
    );
  });

  test('in kb.json, and the same as the criterion it refers to', () => {
    const listed = kb.items.filter((item) => item.checklist === checklist.id);
    expect(listed.map(({ id, text }) => ({ id, text }))).toEqual(
      items.map(({ id, text }) => ({ id, text })),
    );
    for (const item of items.filter(({ url }) => url !== undefined)) {
      expect(kb.criteria.find(({ id }) => id === item.id)?.text).toBe(item.text);
    }
  });

  test('in the Word file', () => {
    const text = xmlText(readOffice(checklist.id, 'docx').get('word/document.xml'));
    for (const item of items) {
      expect(text).toContain(`${String(item.number)}${markOf(item)?.sign ?? ''}${item.text}`);
    }
    expect(text).toContain(explainMarks(items));
  });

  test('in the Excel file, with its id', () => {
    const text = xmlText(readOffice(checklist.id, 'xlsx').get('xl/sharedStrings.xml'));
    for (const item of items) {
      expect(text).toContain(item.text);
      expect(text).toContain(item.id);
    }
  });

  test('on paper, every item whole on a page and the signatures not alone', async () => {
    const bytes = await readFile(join(dist, 'downloads', `${checklist.id}.pdf`));
    const { pages } = await readPrinted(bytes);
    const on = items.map((item) => pages.findIndex((page) => page.includes(squeeze(item.text))));
    expect(on).not.toContain(-1);
    const signed =
      pages.find((page) => page.includes(squeeze(checklist.foot[0]?.label ?? ''))) ?? '';
    const company =
      signed.includes('整改事项') || items.some((item) => signed.includes(squeeze(item.text)));
    expect(company).toBe(true);
  });
});

describe.each(checklists)('$id.docx', (checklist) => {
  const files = readOffice(checklist.id, 'docx');
  const document = files.get('word/document.xml')?.toString('utf8') ?? '';

  test('names an East Asian font in every run with text and no theme font', () => {
    const runs = document.match(/<w:r>.*?<\/w:r>/gsu) ?? [];
    const bare = runs.filter(
      (one) => one.includes('<w:t') && !/w:rFonts[^>]*w:eastAsia="/u.test(one),
    );
    expect(
      bare.filter((one) => /\p{Script=Han}/u.test(one) && !one.includes('w:sz w:val="18"')),
    ).toEqual([]);
    expect([...files.values()].some((file) => file.includes('asciiTheme'))).toBe(false);
    expect(files.get('word/styles.xml')?.toString('utf8')).toMatch(/w:eastAsia="宋体"/u);
  });

  test('repeats table heads, splits no row, and stands on A4', () => {
    const rows = document.match(/<w:tr[ >].*?<\/w:tr>/gsu) ?? [];
    expect(rows.length).toBeGreaterThan(listItems(checklist).length);
    expect(rows.filter((row) => !row.includes('<w:cantSplit/>'))).toEqual([]);
    expect(document).toContain('<w:tblHeader/>');
    const [width, height] = checklist.orientation === 'landscape' ? [16838, 11906] : [11906, 16838];
    expect(document).toMatch(
      new RegExp(`<w:pgSz w:w="${String(width)}" w:h="${String(height)}"`, 'u'),
    );
  });

  test('numbers odd pages at the right and even pages at the left', () => {
    const feet = [...files]
      .filter(([name]) => /^word\/footer\d\.xml$/u.test(name))
      .map(([, xml]) => xml.toString('utf8'));
    expect(feet).toHaveLength(2);
    expect(feet.every((foot) => foot.includes('PAGE'))).toBe(true);
    expect(feet.filter((foot) => foot.includes('<w:jc w:val="right"/>'))).toHaveLength(1);
    expect(files.get('word/settings.xml')?.toString('utf8')).toContain('evenAndOddHeaders');
  });
});

describe('opened by LibreOffice', () => {
  test('Word files of all checklists keep their text, and a filled one its answers', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'kb-office-'));
    try {
      const sources = checklists.map(({ id }) => join(dist, 'downloads', `${id}.docx`));
      const [first] = checklists;
      if (!first) throw new Error('没有清单');
      const [item] = listItems(first);
      const begun = startSheet(first, { id: 's', name: '试填', now: '2026-11-22T08:00:00Z' });
      const values = {
        [`item.${item?.id ?? ''}.result`]: 'no',
        [`item.${item?.id ?? ''}.measure`]: '月底前补齐\n逐页核对',
      };
      const filled = join(folder, 'filled.docx');
      await writeFile(
        filled,
        await Packer.toBuffer(buildChecklistDocx(first, { ...begun, values })),
      );
      const profile = `-env:UserInstallation=file://${folder}/profile`;
      await run('soffice', [
        profile,
        '--headless',
        '--convert-to',
        'pdf',
        '--outdir',
        folder,
        ...sources,
        filled,
      ]);
      for (const checklist of checklists) {
        const { pages } = await readPrinted(await readFile(join(folder, `${checklist.id}.pdf`)));
        const all = pages.join('');
        for (const text of listItems(checklist).map((one) => one.text)) {
          expect(all).toContain(squeeze(text));
        }
        const printed = await readPrinted(
          await readFile(join(dist, 'downloads', `${checklist.id}.pdf`)),
        );
        expect(Math.abs(pages.length - printed.pages.length)).toBeLessThanOrEqual(1);
      }
      const { pages } = await readPrinted(await readFile(join(folder, 'filled.pdf')));
      expect(pages.join('')).toContain(squeeze('月底前补齐逐页核对'));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});

describe.each(READY_PACKS)('the ready-made pack $title', ({ parts }) => {
  test('names only parts that exist', () => {
    const known = new Set([...listPartPages(graph).map((page) => page.id), 'notes']);
    expect(parts.filter(({ id }) => !known.has(id))).toEqual([]);
    for (const { id } of parts.filter((part) => part.id !== 'notes')) {
      expect(existsSync(join(dist, 'assets/parts', `${id}.js`))).toBe(true);
    }
  });
});
