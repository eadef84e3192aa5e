import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { describe, expect, test } from 'vitest';
import type { LedgerRow, Report } from '../types.ts';
import { paginateRows } from './paginate-rows.ts';
import { renderReviewIndex, summarise } from './render-review-index.ts';
import { renderReview } from './render-review.ts';
import { toReviewRows } from './review-rows.ts';

type Part = Pick<LedgerRow, 'action' | 'rule' | 'raw'> & { fixed?: string };

/** A report from the parts of its ledger. */
function toReport(parts: readonly Part[], extra: Partial<Report> = {}): Report {
  let start = 0;
  const ledger = parts.map((part) => {
    const row = { ...part, start, end: start + part.raw.length };
    start = row.end;
    return row;
  });
  const text = parts
    .map(({ action, raw, fixed }) => (action === 'keep' ? raw : action === 'replace' ? fixed : ''))
    .join('');
  const empty = {
    author: null,
    org: null,
    publication: null,
    date: null,
    outline: [],
    warnings: [],
    duplicates: [],
  };
  return { input: 'a.txt', encoding: 'utf-8', title: '某文', ...empty, ledger, text, ...extra };
}

const SAMPLE: Part[] = [
  { action: 'remove', rule: 'chrome', raw: '手机版\n' },
  { action: 'keep', rule: 'text', raw: '一、总则\n党' },
  { action: 'remove', rule: 'pinyin', raw: '(dǎng)' },
  { action: 'keep', rule: 'text', raw: '的建设' },
  { action: 'replace', rule: 'full-width', raw: ',', fixed: '，' },
  { action: 'keep', rule: 'text', raw: '共<b>000多</b>万。' },
];

/** Elements and text of a page. */
function parsePage(html: string) {
  const tags: string[] = [];
  const cells: string[] = [];
  const attributes: Record<string, string>[] = [];
  let cell: string | undefined;
  const parser = new Parser({
    onopentag: (name, found) => {
      tags.push(name);
      attributes.push(found);
      if (name === 'td') cell = '';
    },
    ontext: (text) => {
      if (cell !== undefined) cell += text;
    },
    onclosetag: (name) => {
      if (name === 'td' && cell !== undefined) cells.push(cell);
      if (name === 'td') cell = undefined;
    },
  });
  parser.end(html);
  return { tags, cells, attributes };
}

describe('toReviewRows', () => {
  test('begins a row after each line break of the clean text', () => {
    const rows = toReviewRows(toReport(SAMPLE).ledger, []);
    expect(rows.map((row) => row.pieces.map((piece) => piece.clean).join(''))).toEqual([
      '一、总则\n',
      '党的建设，共<b>000多</b>万。',
    ]);
    expect(rows.map((row) => row.cleanStart)).toEqual([0, 5]);
  });

  test('loses nothing of raw or clean text, whatever the ledger and the warnings', () => {
    const part = fc.record({
      action: fc.constantFrom('keep' as const, 'remove' as const, 'replace' as const),
      rule: fc.constantFrom('text', 'space', 'ocr'),
      raw: fc.string({ unit: fc.constantFrom('党', '\n', 'a', '<'), minLength: 1, maxLength: 30 }),
      fixed: fc.string({ maxLength: 3 }),
    });
    const warning = fc
      .tuple(fc.nat(60), fc.nat(20))
      .map(([start, size]) => ({ rule: 'masked', start, end: start + size, message: '' }));
    fc.assert(
      fc.property(fc.array(part, { minLength: 1 }), fc.array(warning), (parts, warnings) => {
        const report = toReport(parts);
        const pieces = toReviewRows(report.ledger, warnings).flatMap((row) => row.pieces);
        expect(pieces.map((piece) => piece.raw).join('')).toBe(
          parts.map(({ raw }) => raw).join(''),
        );
        expect(pieces.map((piece) => piece.clean).join('')).toBe(report.text);
        const size = report.ledger.at(-1)?.end ?? 0;
        const shown = new Set(pieces.flatMap((piece) => piece.warnings));
        warnings.forEach(({ start }, index) => expect(shown.has(index)).toBe(start < size));
      }),
    );
  });

  test('shows of a long removal only the two ends, and says how much is hidden', () => {
    const raw = `甲${'乙'.repeat(1000)}丙`;
    const [row] = toReviewRows(
      toReport([{ action: 'remove', rule: 'other-article', raw }]).ledger,
      [],
    );
    expect(row?.pieces[0]).toMatchObject({ hidden: 882, raw: `甲${'乙'.repeat(118)}丙` });
  });
});

describe('renderReview', () => {
  const warnings = [
    { rule: 'lost-digits', start: 24, end: 28, message: '数字<缺位>', candidates: ['9000多'] },
  ];
  const outline = [
    { level: 1, heading: '一、总则', type: 'standard' as const, form: 'line' as const, offset: 0 },
  ];
  const [page] = renderReview(toReport(SAMPLE, { warnings, outline }));
  const html = page?.html ?? '';

  test('shows raw beside clean, changes with their rule', () => {
    const { cells } = parsePage(html);
    expect(cells).toEqual([
      '手机版↵一、总则',
      '一、总则',
      '党(dǎng)的建设,共<b>⚑000多</b>万。',
      '党的建设，共<b>000多</b>万。',
    ]);
    expect(html).toContain(
      '<del id="f-pinyin" class="rule rule-pinyin" data-rule="pinyin" title="删：夹注拼音">(dǎng)</del>',
    );
    expect(html).toContain('<ins class="rule rule-full-width">，</ins>');
  });

  test('links warnings and headings to their places', () => {
    expect(html).toContain('<a href="#w0">数字可能丢位</a>：数字&lt;缺位&gt;；可能是：9000多');
    expect(html).toContain('<a href="index.html#r0">一、总则</a> <small>标准</small>');
    const ids = parsePage(html).attributes.map((found) => found['id']);
    for (const id of ['w0', 'r0', 'f-chrome', 'f-full-width']) expect(ids).toContain(id);
  });

  test('has no script or style inside, and nothing of the article is markup', () => {
    const hostile: Part[] = [
      { action: 'keep', rule: 'text', raw: '<script>alert(1)</script><img src=x onerror=y>"\'' },
    ];
    const [hostilePage] = renderReview(toReport(hostile, { title: '<i>题</i>', author: '"><b>' }));
    const { tags, attributes, cells } = parsePage(hostilePage?.html ?? '');
    expect(tags.filter((name) => name === 'script')).toHaveLength(1);
    expect(tags).not.toContain('img');
    expect(tags).not.toContain('style');
    expect(
      attributes.flatMap(Object.keys).filter((name) => name === 'style' || name.startsWith('on')),
    ).toEqual([]);
    expect(cells[0]).toBe(hostile[0]?.raw);
  });

  test('spreads ten megabytes over pages that each open at once', () => {
    const parts = Array.from({ length: 60_000 }, (_, at): Part[] => [
      { action: 'keep', rule: 'text', raw: `第${at}条支部应当按期召开会议并作好记录，` },
      { action: 'remove', rule: 'pinyin', raw: '(dǎng)' },
      {
        action: 'keep',
        rule: 'text',
        raw: `报上级党组织备案，由组织委员保存${at}年。${at % 7 === 0 ? '\n' : ''}`,
      },
    ]).flat();
    const pages = renderReview(toReport(parts));
    expect(pages.length).toBeGreaterThan(20);
    expect(Math.max(...pages.map(({ html: source }) => source.length))).toBeLessThan(800_000);
    expect(pages[1]?.html).toContain('<a href="index.html" rel="prev">上一页</a> 第 2 /');
  });
});

describe('paginateRows', () => {
  test('gives one page for an article without text', () => expect(paginateRows([])).toEqual([[]]));
});

describe('renderReviewIndex', () => {
  test('puts first what has most to check, and escapes titles', () => {
    const plain = summarise('jia', toReport(SAMPLE));
    const doubtful = { ...summarise('yi', toReport(SAMPLE)), warnings: 3, title: '<乙>' };
    const html = renderReviewIndex([plain, doubtful]);
    expect(html.indexOf('yi/index.html')).toBeLessThan(html.indexOf('jia/index.html'));
    expect(html).toContain('&lt;乙&gt;');
    expect(plain).toMatchObject({ size: 34, removed: 10, replaced: 1 });
  });
});
