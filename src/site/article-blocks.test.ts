import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { libraryReportSchema } from '../schema/library-report.ts';
import { toArticleBlocks, type ArticleBlock } from './article-blocks.ts';
import { locateCitation } from './locate-citation.ts';

const REPORT = libraryReportSchema.parse(
  JSON.parse(
    readFileSync(
      join(import.meta.dirname, '../../tests/fixtures/library-small/yang-li-wen-zhang/report.json'),
      'utf8',
    ),
  ),
);
const BLOCKS = toArticleBlocks(REPORT);

function textOf(block: ArticleBlock): string {
  if (block.type === 'heading') return block.text;
  if (block.type === 'table') return block.rows.flat().join('');
  return block.parts.map((part) => part.text).join('');
}

test('headings, paragraphs, enumerated points and tables get their own blocks and anchors', () => {
  expect(BLOCKS.map((block) => `${block.type} ${block.id}`)).toEqual([
    'heading s1',
    'heading s2',
    'paragraph p1',
    'paragraph p2',
    'heading s3',
    'paragraph p3',
    'heading s6',
    'table p4',
    'paragraph p5',
  ]);
  const points = BLOCKS.find((block) => block.id === 'p3');
  expect(points?.type === 'paragraph' ? points.parts : []).toEqual([
    { text: '把业务难题写进党建计划。' },
    { text: '一是列清单', id: 's4', heading: false },
    { text: '，逐条认领。' },
    { text: '二是定时限', id: 's5', heading: false },
    { text: '。' },
  ]);
});

test('no character of the text is lost, whatever the outline says', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: fc.constantFrom('党', '组', '一', '、', ' ', 'a', '<', '😀') }), {
        maxLength: 8,
      }),
      fc.array(fc.nat({ max: 40 }), { maxLength: 6 }),
      (lines, offsets) => {
        const text = lines.join('\n');
        const outline = [...new Set(offsets)]
          .sort((a, b) => a - b)
          .filter((offset) => offset < text.length)
          .map((offset) => ({
            level: 1,
            heading: text.slice(offset, offset + 3),
            type: 'other',
            form: 'line',
            offset,
          }));
        const shown = toArticleBlocks({ text, outline })
          .map((block) => textOf(block))
          .join('');
        expect(shown.replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
      },
    ),
  );
});

const CITATIONS = [
  {
    name: 'by the whole path and a quote',
    at: '一、问题 > （一）两张皮',
    quote: '各订各的',
    expected: 'p1',
  },
  { name: 'by a shortened heading', at: '一、问题 > （一）两张…', quote: '对不上', expected: 'p2' },
  { name: 'by the heading alone', at: '二、办法', quote: undefined, expected: 's3' },
  { name: 'by an enumerated point', at: '二、办法 > 一是列清单', quote: undefined, expected: 's4' },
  {
    name: 'by the quote when the heading is not there',
    at: '四、没有这一节',
    quote: '台账',
    expected: 'p4',
  },
  { name: 'nowhere', at: '四、没有这一节', quote: '没有这句', expected: undefined },
];

test.each(CITATIONS)('a citation is located $name', ({ at, quote, expected }) => {
  expect(locateCitation(BLOCKS, at, quote)).toBe(expected);
});
