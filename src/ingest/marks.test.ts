import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ingestDocument } from './pipeline.ts';
import type { DecodedInput, StructureMark } from './types.ts';

const PARAGRAPH = '各级党组织要认真落实组织生活制度，把各项任务抓实抓细，确保取得实效。';

/** Build an input from pieces, each with the marks it carries. */
function build(
  pieces: readonly { text: string; kind?: StructureMark['kind']; level?: number; fixed?: string }[],
): DecodedInput {
  let text = '';
  const marks: StructureMark[] = [];
  for (const { text: piece, kind, level, fixed } of pieces) {
    if (kind !== undefined) {
      marks.push({
        start: text.length,
        end: text.length + piece.length,
        kind,
        ...(level === undefined ? {} : { level }),
        ...(fixed === undefined ? {} : { fixed }),
      });
    }
    text += piece;
  }
  return { name: 'a.html', format: 'html', encoding: 'utf-8', text, marks };
}

test('stated headings, tables and chrome reach the report', () => {
  const input = build([
    { text: '<nav>首页</nav>', kind: 'chrome' },
    { text: '<h1>', kind: 'markup' },
    { text: '抓实组织生活', kind: 'title' },
    { text: '</h1><p>', kind: 'markup', fixed: '\n' },
    { text: PARAGRAPH },
    { text: '</p><h2>', kind: 'markup', fixed: '\n' },
    { text: '工作机制', kind: 'heading', level: 2 },
    { text: '</h2><h3>', kind: 'markup', fixed: '\n' },
    { text: '计划报备', kind: 'heading', level: 3 },
    { text: '</h3>', kind: 'markup', fixed: '\n' },
    {
      text: '<table>…</table>',
      kind: 'table',
      fixed: '\n| 项目 | 频次 |\n| --- | --- |\n| 党课 | 每季度 |\n',
    },
    { text: '<div>2021-06-15 来源：某网 作者：张三</div>', kind: 'chrome' },
  ]);
  const [article] = ingestDocument(input).articles;
  expect(article?.report).toMatchObject({
    title: '抓实组织生活',
    author: '张三',
    publication: '某网',
    date: '2021-06-15',
    text: `${PARAGRAPH}\n工作机制\n计划报备\n| 项目 | 频次 |\n| --- | --- |\n| 党课 | 每季度 |`,
  });
  expect(article?.report.outline.map(({ level, heading }) => [level, heading])).toEqual([
    [1, '工作机制'],
    [2, '计划报备'],
  ]);
});

test('an ordinal ranks a stated heading among unstated ones', () => {
  const input = build([
    { text: `一、总体要求\n${PARAGRAPH}\n` },
    { text: '（一）指导思想', kind: 'heading', level: 3 },
    { text: `\n${PARAGRAPH}` },
  ]);
  const [article] = ingestDocument(input).articles;
  expect(article?.report.outline.map(({ level, heading }) => [level, heading])).toEqual([
    [1, '一、总体要求'],
    [2, '（一）指导思想'],
  ]);
});

test('any marks leave a ledger that covers the input and rebuilds the text', () => {
  const kind = fc.constantFrom<StructureMark['kind']>(
    'title',
    'heading',
    'paragraph',
    'list-item',
    'markup',
    'chrome',
    'page-break',
  );
  const piece = fc.record(
    {
      text: fc.oneof(fc.string({ maxLength: 10 }), fc.constantFrom('一、总则', PARAGRAPH, '\n')),
      kind,
      level: fc.integer({ min: 1, max: 6 }),
      fixed: fc.constantFrom('\n', '', ' '),
    },
    { requiredKeys: ['text'] },
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 15 }), (pieces) => {
      const input = build(pieces);
      for (const { report } of ingestDocument(input).articles) {
        expect(report.ledger.map(({ raw }) => raw).join('')).toBe(input.text);
        expect(
          report.ledger
            .map((row) => (row.action === 'keep' ? row.raw : (row.fixed ?? '')))
            .join(''),
        ).toBe(report.text);
      }
    }),
    { numRuns: 200 },
  );
});
