import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { runNode } from './support/run-astro.ts';

const SMALL = join(import.meta.dirname, 'fixtures/content-small');
const sites = inject('sites');
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kb-commands-'));
  await mkdir(join(folder, '空'));
  await mkdir(join(folder, 'content/measures'), { recursive: true });
  await mkdir(join(folder, 'content/terms'), { recursive: true });
  await writeFile(join(folder, 'content/measures/ban-cheng.mdx'), '没有信息的半成品');
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** A wrong call: the arguments, the environment, and what the message must say; `空` is an empty folder. */
interface WrongCall {
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly says: string;
}

const WRONG_CALLS: readonly WrongCall[] = [
  { args: ['new.ts'], says: '用法：npm run new' },
  { args: ['new.ts', 'problem'], says: '用法：npm run new' },
  { args: ['new.ts', 'problem', '坏ID'], says: 'id “坏ID”不合规范' },
  { args: ['new.ts', '难题', 'two-skins'], says: '没有“难题”这个类别' },
  { args: ['new.ts', 'term', 'two-skins'], says: 'two-skins.mdx 使用' },
  { args: ['new.ts', 'term', 'ban-cheng'], env: { KB_CONTENT: 'content' }, says: '已被' },
  { args: ['new.ts', 'term', 'a'], env: { KB_CONTENT: '没有' }, says: '找不到内容目录' },
  { args: ['check.ts', 'terms'], says: '用法：npm run check' },
  { args: ['check.ts'], env: { KB_CONTENT: '没有' }, says: '找不到内容目录' },
  { args: ['check.ts'], env: { KB_CONTENT: '空' }, says: '一个条目也没有' },
  { args: ['check.ts'], env: { KB_CONTENT: 'content' }, says: 'ban-cheng.mdx:1  [front-matter]' },
  { args: ['search.ts'], says: '没有查询词' },
  { args: ['search.ts', '--快'], says: '用法：npm run search' },
  { args: ['search.ts', '--engine', '快', '党课'], says: '不认识的引擎“快”' },
  { args: ['search.ts', '--queries', '没有.txt'], says: '读不到查询词文件 没有.txt：不存在' },
  { args: ['search.ts', '党课'], env: { KB_OUT: '空' }, says: '请先运行 npm run build' },
  { args: ['export.ts'], says: '用法：npm run export' },
  { args: ['export.ts', '新'], env: { KB_OUT: '空' }, says: '请先运行 npm run build' },
  { args: ['start.ts'], env: { KB_CONTENT: '没有' }, says: '没有构建网站。找不到内容目录' },
  { args: ['start.ts'], env: { KB_BASE: '党建' }, says: 'KB_BASE=/党建/ 不能用' },
];

describe('a wrong call says what is wrong and how to mend it, and fails', () => {
  test.each(WRONG_CALLS)('$args $env', async ({ args: [script = '', ...args], env, says }) => {
    const paths = Object.entries(env ?? {}).map(([name, value]) => [
      name,
      name === 'KB_BASE' ? value : join(folder, value),
    ]);
    const { code, output } = await runNode([join('scripts', script), ...args], {
      KB_CONTENT: SMALL,
      ...(Object.fromEntries(paths) as Record<string, string>),
    });
    expect(code).not.toBe(0);
    expect(output).toContain(says);
    expect(output).not.toMatch(/^\s+at /mu);
  });
});

test('a new entry is written as a draft, and a second one of that name is refused', async () => {
  const env = { KB_CONTENT: join(folder, 'content') };
  const first = await runNode(['scripts/new.ts', 'term', 'dang-ke'], env);
  expect(first.output).toContain('已新建');
  expect(first.code).toBe(0);
  const second = await runNode(['scripts/new.ts', 'measure', 'dang-ke'], env);
  expect(second.output).toContain('dang-ke.mdx 使用');
  expect(second.code).toBe(1);
  expect(await readdir(join(folder, 'content/measures'))).toEqual(['ban-cheng.mdx']);
});

test('an export that cannot be written leaves nothing behind', async () => {
  const inside = join(sites.small, '导出');
  const { code, output } = await runNode(['scripts/export.ts', inside], { KB_OUT: sites.small });
  expect(code).toBe(1);
  expect(output).toContain('请换一个目录');

  const file = join(folder, '文件');
  await writeFile(file, '');
  const below = await runNode(['scripts/export.ts', join(file, '导出')], { KB_OUT: sites.small });
  expect(below.code).toBe(1);
  expect(below.output).toContain('不能用作目录');
  expect((await readdir(folder)).filter((name) => name.includes('导出'))).toEqual([]);
});

test('npm start takes the next port where 4321 is in use, and says so', async () => {
  const blocker = createServer();
  const blocked = await new Promise<boolean>((resolve) => {
    blocker.on('error', () => resolve(false)).listen(4321, 'localhost', () => resolve(true));
  });
  const child = spawn(process.execPath, ['scripts/start.ts'], {
    env: {
      ...process.env,
      NODE_ENV: undefined,
      VITEST: undefined,
      KB_CONTENT: SMALL,
      KB_LIBRARY: join(folder, '空'),
      KB_OUT: join(folder, 'dist'),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    output += chunk;
  });
  try {
    await expect.poll(() => output, { timeout: 90_000 }).toContain('按 Ctrl+C 停止');
    expect(output).toMatch(/端口 4321 已被别的程序占用，改用 \d+。/u);
    const [, address = ''] = /就绪：(http:\S+)/u.exec(output) ?? [];
    expect(await (await fetch(address)).text()).toContain('机关党建知识库');
  } finally {
    child.kill();
    if (blocked) blocker.close();
  }
});
