import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { parse } from 'yaml';
import { describe, expect, test } from 'vitest';
import { createMarkdownProcessor } from '../src/markdown/processor.ts';
import type { OutlineNode, Report } from '../src/ingest/types.ts';
import { emitArticle, emitBody } from '../src/ingest/emit/emit-article.ts';
import { findTableEnd } from '../src/ingest/emit/table-lines.ts';

const renderer = await createMarkdownProcessor('/').createRenderer({
  syntaxHighlight: false,
  shikiConfig: {},
  gfm: false,
  smartypants: false,
});

const BLOCK = /^(?:p|h[1-6]|td|th)$/;

/** Blocks of the page that the site's own Markdown processor makes: element name and text. */
async function renderBlocks(markdown: string): Promise<{ tags: string[]; lines: string[] }> {
  const { code } = await renderer.render(markdown);
  const tags: string[] = [];
  const lines: string[] = [];
  let text = '';
  const parser = new Parser({
    onopentagname: (name) => {
      tags.push(name);
      if (BLOCK.test(name)) text = '';
    },
    ontext: (data) => void (text += data),
    onclosetag: (name) => {
      if (BLOCK.test(name)) lines.push(text);
    },
  });
  parser.end(code);
  return { tags, lines };
}

const hostile = [
  '---',
  '---\ntitle: 假的\n---',
  '<script>alert("党建")</script>',
  '{process.exit(1)} {/* 注释 */}',
  'import x from "./x.js"',
  'export const a = 1;',
  '# 不是标题',
  '1. 第一条',
  '12) 第十二条',
  '- 项',
  '+ 项',
  '* 项',
  '> 引文',
  '    缩进四格',
  '\t制表符',
  '```js',
  '~~~',
  '=====',
  '***',
  '**加粗**与*斜体*与__下划线__与~~删除~~',
  '[链接](http://example.com) ![图](a.png)',
  '[^1]: 脚注 [^1]',
  '[ref]: http://example.com',
  'www.example.com http://example.com/a?b=1&c=2 someone@example.com',
  '&amp; &#20826; &nbsp; \\* \\',
  '<!-- 注释 --> <div> </p> <https://example.com>',
  '|a|b|',
  '| --- | --- |',
  ':::note',
  '$x^2$ `code`',
  '行尾两格  ',
  '行尾反斜杠\\',
  '- [ ] 待办',
  '2026年1月1日-3日',
  '“三会一课”（试行）：一、二；三。',
  '#',
  '标题 #',
  '党建 ##',
];

describe('emitBody', () => {
  test.each(hostile)('renders %j to exactly that text', async (text) => {
    const expected = text.split('\n').filter((line) => line !== '');
    const { tags, lines } = await renderBlocks(emitBody({ text, outline: [] }));
    expect(lines).toEqual(expected);
    expect(new Set(tags)).toEqual(new Set(['p']));
  });

  test.each(hostile)('renders %j as a heading to exactly that text', async (text) => {
    const heading = text.split('\n')[0] ?? '';
    const outline: OutlineNode[] = [{ level: 2, heading, type: 'other', form: 'line', offset: 0 }];
    const { tags, lines } = await renderBlocks(emitBody({ text: heading, outline }));
    expect(lines).toEqual([heading]);
    expect(tags).toEqual(['h3']);
  });

  const line = fc
    .oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.stringMatching(/^[-#>*+_`~|=:.)(1 a\t<{}![\]&;\\/@w党。]{0,20}$/),
      fc.constantFrom(...hostile),
    )
    // Line breaks end a line, NUL is removed by the cleaning stage, lone surrogates cannot be written as UTF-8.
    .map((text) => text.replace(/[\r\n\0]/g, '').toWellFormed())
    .filter((text) => text !== '');

  test('renders any lines to exactly these lines, and to nothing but paragraphs', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 5 }), async (lines) => {
        fc.pre(lines.every((_, index) => findTableEnd(lines, index) === index));
        const rendered = await renderBlocks(emitBody({ text: lines.join('\n'), outline: [] }));
        expect(rendered.lines).toEqual(lines);
        expect(rendered.tags.filter((tag) => tag !== 'p')).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  test('renders a table as a table, cells as their text', async () => {
    const text =
      '前文\n| 项目 | 1. *分值* |\n| --- | --- |\n| a\\|b | www.a.cn |\n|  | {x} |\n后文';
    const { tags, lines } = await renderBlocks(emitBody({ text, outline: [] }));
    expect(lines).toEqual(['前文', '项目', '1. *分值*', 'a|b', 'www.a.cn', '', '{x}', '后文']);
    expect(tags).toContain('table');
    expect(tags).not.toContain('em');
  });

  test('gives headings the level of the outline, the first below the page title', () => {
    const text = '一、意义\n正文。\n（一）凝聚人心\n正文。';
    const outline: OutlineNode[] = [
      { level: 1, heading: '一、意义', type: 'significance', form: 'line', offset: 0 },
      { level: 2, heading: '（一）凝聚人心', type: 'other', form: 'glued', offset: 9 },
    ];
    expect(emitBody({ text, outline })).toBe(
      '## 一、意义\n\n正文。\n\n### （一）凝聚人心\n\n正文。\n',
    );
  });

  test('leaves a run-in heading in its paragraph', () => {
    const outline: OutlineNode[] = [
      { level: 2, heading: '坚持纵向到底。', type: 'measure', form: 'runin', offset: 0 },
    ];
    expect(emitBody({ text: '坚持纵向到底。针对难点。', outline })).toBe(
      '坚持纵向到底。针对难点。\n',
    );
  });
});

describe('emitArticle', () => {
  const report: Report = {
    input: '通知.txt',
    encoding: 'utf-8',
    title: '---\n是: "真" #1',
    author: 'yes',
    org: null,
    publication: '《党建研究》2022年第4期',
    date: '2021-04-02',
    keywords: ['机关党建', '- 两张皮'],
    outline: [],
    text: '正文。',
    ledger: [],
    warnings: [],
    duplicates: [],
  };

  test('writes front matter that reads back to the same values as strings', () => {
    const [, yaml = ''] = /^---\n([^]*?)\n---\n/.exec(emitArticle(report, 'tong-zhi')) ?? [];
    // YAML 1.1 is what js-yaml reads: dates and `yes` must not change their type.
    expect(parse(yaml, { version: '1.1' })).toEqual({
      title: report.title,
      slug: 'tong-zhi',
      author: 'yes',
      org: null,
      publication: report.publication,
      date: '2021-04-02',
      source: '通知.txt',
      keywords: report.keywords,
    });
  });
});
