import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readLibrary } from './read-library.ts';

const SMALL = join(import.meta.dirname, '../../../tests/fixtures/library-small');
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kb-library-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

test('a library that is not there is empty', async () => {
  expect(await readLibrary(join(folder, '没有'), [])).toEqual([]);
});

test('folders of the ingest itself and folders without a report are passed over', async () => {
  const library = join(folder, '有');
  await cp(SMALL, library, { recursive: true });
  await mkdir(join(library, '_review'));
  await writeFile(join(library, '_review/report.json'), '{}');
  await mkdir(join(library, '笔记'));
  const articles = await readLibrary(library, []);
  expect(articles.map(({ slug }) => slug)).toEqual(['yang-li-wen-zhang']);
  expect(articles[0]?.blocks.length).toBeGreaterThan(1);
});

test.each([
  { name: 'cut short', text: '{"input": "通知.doc', says: '不是完整的 JSON' },
  {
    name: 'another program’s',
    text: '{"input": "通知.docx", "title": 3}',
    says: '字段 title 不对',
  },
])('a report that is $name is named, with the repair', async ({ name, text, says }) => {
  const library = join(folder, name);
  await mkdir(join(library, 'tong-zhi'), { recursive: true });
  await writeFile(join(library, 'tong-zhi/report.json'), text);
  await expect(readLibrary(library, [])).rejects.toThrow(
    new RegExp(`tong-zhi/report\\.json（${says}）。请用 npm run ingest 重新导入`, 'u'),
  );
});
