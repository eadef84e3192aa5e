import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ingestDocument } from './pipeline.ts';
import type { DecodedInput, InputFormat, Report } from './types.ts';

/** Pieces that wake the rules, mixed with arbitrary Unicode. */
const piece = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.constantFrom(
    '一、总体要求\n',
    '（一）加强领导',
    '二、',
    '1.学习',
    '2.1构建班子\n',
    '第一章 总则\n',
    '第一条 为了',
    '篇一:甲\n',
    '篇二:甲\n',
    '。',
    '，',
    '?',
    '\n',
    '\n\n',
    '  ',
    '机(jī)',
    '關(guān)',
    '因?yàn)橹v政治',
    '?;鶎狱h組織',
    '参考文献\n[1]某某.某书[M].',
    '[1]',
    '⑴',
    '摘要：',
    '关键词：',
    '作者：李晓萍\n',
    '来源：《党建研究》2022年第4期\n',
    '手机版\n',
    '相似回答\n',
    '2020年第9期|\n',
    '64|\n',
    '<p>',
    '&nbsp;',
    '一是坚持强基固本。',
    '二是突出问题导向。',
    '党的组织生活流于形式。',
    '“',
    '”',
    '(',
    ')',
    '党建研究|',
    'Copyright?某网AllRightsReserved.',
    '\u2f2f',
    '\ue24f',
    '各级党组织要认真落实组织生活制度，把各项任务抓实抓细抓到位',
    '# 标题\n',
    '| 项目 | 分值 |\n',
    '——',
    '──',
    '【背景】\n',
    '同志们：\n',
  ),
);

const anyText = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));

function input(text: string, format: InputFormat = 'txt'): DecodedInput {
  return { name: '样例.txt', format, encoding: 'utf-8', text, marks: [] };
}

function expectCover({ ledger }: Report, text: string): void {
  let at = 0;
  for (const row of ledger) {
    expect(row.start).toBe(at);
    expect(row.end).toBeGreaterThan(row.start);
    expect(row.raw).toBe(text.slice(row.start, row.end));
    expect(row.fixed !== undefined).toBe(row.action === 'replace');
    at = row.end;
  }
  expect(at).toBe(text.length);
}

describe('on any text', () => {
  test('the ledger covers every code unit once and rebuilds the clean text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const { report } of ingestDocument(input(text)).articles) {
          expectCover(report, text);
          const rebuilt = report.ledger
            .map((row) => (row.action === 'keep' ? row.raw : (row.fixed ?? '')))
            .join('');
          expect(rebuilt).toBe(report.text);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('outline offsets point at their headings', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const { report } of ingestDocument(input(text)).articles) {
          for (const node of report.outline)
            expect(report.text.startsWith(node.heading, node.offset)).toBe(true);
          for (const [index, node] of report.outline.entries()) {
            expect(node.offset).toBeGreaterThanOrEqual(report.outline[index - 1]?.offset ?? 0);
          }
          for (const { start, end } of report.warnings) {
            expect(start).toBeGreaterThanOrEqual(0);
            expect(end).toBeLessThanOrEqual(text.length);
            expect(end).toBeGreaterThanOrEqual(start);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('on long texts without structure', () => {
  // Each of these made some pattern try every start of the text; a quadratic one takes minutes here.
  const units = [
    '党',
    '各级党组织要认真落实组织生活制度，',
    '\n',
    '党 ',
    'word',
    '一、总则\n',
    '党?',
    '机(jī)',
    '<p',
    '“',
    '2020年',
    '　',
    '1党建\n',
  ];

  test.each(units)(
    'of %j the time is linear',
    (unit) => {
      const text = unit.repeat(Math.ceil(100_000 / unit.length));
      const [article] = ingestDocument(input(text)).articles;
      expect(article?.report.ledger.at(-1)?.end).toBe(text.length);
    },
    30_000,
  );
});
