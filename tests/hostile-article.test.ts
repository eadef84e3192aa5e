import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Parser } from 'htmlparser2';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseReport, type StoredReport } from '../src/ingest/io/stored-report.ts';
import { runAstro, runNode } from './support/run-astro.ts';

const folder = await mkdtemp(join(tmpdir(), 'kb-hostile-'));
const library = join(folder, 'library');
const dist = join(folder, 'dist');

/** Lines that some stage might take for code, markup or front matter. */
const HOSTILE = [
  'import 党建 from "./x.js"',
  'export const 支部 = 1;',
  '{process.exit(1)}与{/* 注释 */}与{{ 模板 }}',
  '<script>alert("党建")</script>',
  '<Cite id="a" />与<img src=x onerror=alert(1)>',
  '---',
  'draft: true',
  '```js',
  '# 井号开头的一行',
  '**星号**与_下划线_与[链接](javascript:alert(1))',
  '网址www.example.com与http://example.com/a?b=1&c=2',
  '&lt;已转义&gt;与&amp;nbsp;',
  '${模板}与`反引号`与\\反斜杠',
];

const INPUTS: Readonly<Record<string, string>> = {
  '文本.txt': `含有代码的文本\n一、正文\n${HOSTILE.map((line, at) => `第${at}行内容如下：\n${line}`).join('\n')}\n以上各行都是文字。\n`,
  '标记.md': `# 含有代码的标记\n\n正文第一段。\n\n{process.exit(1)}\n\n<script>alert(2)</script>\n\nimport x from 'y'\n\n以上各段都是文字。\n`,
  '网页.html': `<title>含有代码的网页</title><h1>含有代码的网页</h1><script>alert(3)</script><p>显示&lt;script&gt;alert(4)&lt;/script&gt;的写法，以及{花括号}与---三横。</p><p>以上各段都是文字，没有一段是代码。</p>`,
};

const reports = new Map<string, StoredReport>();

beforeAll(async () => {
  for (const [name, source] of Object.entries(INPUTS)) await writeFile(join(folder, name), source);
  const files = Object.keys(INPUTS).map((name) => join(folder, name));
  const imported = await runNode(['scripts/ingest.ts', ...files, '--out', library, '--drafts']);
  expect(imported.code, imported.output).toBe(0);
  for (const slug of (await readdir(library)).filter((name) => !name.startsWith('_'))) {
    reports.set(slug, parseReport(await readFile(join(library, slug, 'report.json'), 'utf8')));
  }
  const content = join(import.meta.dirname, 'fixtures/content-small');
  const built = await runAstro(['build'], {
    KB_OUT: dist,
    KB_LIBRARY: library,
    KB_CONTENT: content,
  });
  expect(built.code, built.output).toBe(0);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** Text of a page, scripts left out, and the elements inside its article. */
async function readPage(slug: string): Promise<{ text: string; inner: string[] }> {
  let text = '';
  let depth = 0;
  const inner: string[] = [];
  const parser = new Parser({
    onopentagname: (name) => {
      if (name === 'article') depth += 1;
      if (depth > 0) inner.push(name);
    },
    onclosetag: (name) => void (depth -= name === 'article' ? 1 : 0),
    ontext: (data) => void (text += data),
  });
  parser.end(await readFile(join(dist, 'library', slug, 'index.html'), 'utf8'));
  return { text, inner };
}

describe('an article that looks like code, through import and build', () => {
  test('is imported from each format', () => expect(reports.size).toBe(3));

  test('shows every line of its clean text as that text', async () => {
    for (const [slug, report] of reports) {
      const { text } = await readPage(slug);
      for (const line of report.text.split('\n')) expect(text).toContain(line);
    }
  });

  test('keeps in the clean text what was text in the source', () => {
    const all = Array.from(reports.values(), (report) => report.text).join('\n');
    for (const piece of [
      '{process.exit(1)}',
      '<script>alert(',
      'alert(4)',
      'import x from',
      '{花括号}',
      '<Cite id="a" />',
    ]) {
      expect(all).toContain(piece);
    }
    expect(all).not.toContain('alert(3)');
  });

  test('brings no element of its own into the page', async () => {
    for (const slug of reports.keys()) {
      const { inner } = await readPage(slug);
      expect(
        inner.filter((name) =>
          ['script', 'img', 'cite', 'em', 'strong', 'code', 'pre'].includes(name),
        ),
      ).toEqual([]);
    }
  });
});
