import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runAstro, runNode } from './support/run-astro.ts';

const FIXTURE = join(import.meta.dirname, 'fixtures/content-small');
const EXPECTED = [
  'measures/plan-together.mdx:9  [dangling-target] “解决的问题”指向的条目不存在（现为 two-skin；',
  '最接近的是 two-skins',
  'checklists/check-plan.mdx:17  [dangling-criterion] “核对的标准条目”引用的标准条目不存在',
];

let folder = '';
let content = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kb-broken-'));
  content = join(folder, 'content');
  await cp(FIXTURE, content, { recursive: true });
  await edit('measures/plan-together.mdx', 'to: two-skins', 'to: two-skin');
  await edit('checklists/check-plan.mdx', 'wuhua.zhidu.01', 'wuhua.zhidu.99');
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function edit(file: string, from: string, to: string): Promise<void> {
  const path = join(content, file);
  await writeFile(path, (await readFile(path, 'utf8')).replace(from, to));
}

test('npm run check lists every finding and fails', async () => {
  const { code, output } = await runNode(['scripts/check.ts'], { KB_CONTENT: content });
  expect(code).toBe(1);
  for (const line of EXPECTED) expect(output).toContain(line);
});

test('npm run build lists every finding, fails, and writes no page', async () => {
  const out = join(folder, 'dist');
  const { code, output } = await runAstro(['build'], { KB_CONTENT: content, KB_OUT: out });
  expect(code).not.toBe(0);
  for (const line of EXPECTED) expect(output).toContain(line);
  expect(existsSync(join(out, 'index.html'))).toBe(false);
});

test('a missing content folder is named', async () => {
  const { code, output } = await runNode(['scripts/check.ts'], {
    KB_CONTENT: join(folder, 'nowhere'),
  });
  expect(code).toBe(1);
  expect(output).toContain('找不到内容目录');
});
