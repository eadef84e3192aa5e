import { spawn, spawnSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { existsSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { parseReport } from '../src/ingest/io/stored-report.ts';

const SCRIPT = join(import.meta.dirname, '../scripts/ingest.ts');
const SAMPLES = join(import.meta.dirname, 'fixtures/ingest/samples');
const ROOT = await mkdtemp(join(tmpdir(), 'kb-ingest-test-'));
afterAll(() => rm(ROOT, { recursive: true }));

let folder: string;
let library: string;
let count = 0;

beforeEach(async () => {
  count += 1;
  folder = join(ROOT, String(count));
  library = join(folder, 'library');
  await mkdir(folder);
});

/** An article that no other is like: the subject's name stands in every sentence. */
const article = (subject: string) =>
  `关于${subject}工作的做法\n一、${subject}的主要问题\n${subject}的制度还不健全，${subject}的记录不全。\n` +
  `二、${subject}的改进措施\n每月检查一次${subject}的台账，每季度通报一次${subject}的进展。\n`;

function ingest(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [SCRIPT, ...args, '--out', library],
    {
      cwd: folder,
      encoding: 'utf8',
    },
  );
  return { status, stdout, stderr };
}

async function slugs(): Promise<string[]> {
  return existsSync(library) ? (await readdir(library)).sort() : [];
}

/** Every file of the library with its bytes. */
async function snapshot(): Promise<Map<string, string>> {
  const files = await readdir(library, { recursive: true, withFileTypes: true });
  const pairs = files
    .filter((file) => file.isFile())
    .map(async (file) => {
      const path = join(file.parentPath, file.name);
      return [path, await readFile(path, 'utf8')] as const;
    });
  return new Map(await Promise.all(pairs));
}

describe('importing', () => {
  test('writes article.md and report.json for each article, in folders named by title', async () => {
    await writeFile(join(folder, '甲.txt'), article('组织生活'));
    const { status, stdout } = ingest('甲.txt');
    expect(status).toBe(0);
    expect(stdout).toContain('新增 guan-yu-zu-zhi-sheng-huo-gong-zuo-de-zuo-fa');
    expect(await slugs()).toEqual(['guan-yu-zu-zhi-sheng-huo-gong-zuo-de-zuo-fa']);
    const [slug = ''] = await slugs();
    const report = parseReport(await readFile(join(library, slug, 'report.json'), 'utf8'));
    expect(report).toMatchObject({
      input: '甲.txt',
      encoding: 'utf-8',
      title: '关于组织生活工作的做法',
      source: { path: '甲.txt' },
    });
    expect(report.ledger.map((row) => row.raw).join('')).toBe(article('组织生活'));
    expect(await readFile(join(library, slug, 'article.md'), 'utf8')).toMatch(
      /^---\ntitle: 关于组织生活工作的做法\nslug: [^]*## 一、组织生活的主要问题\n/,
    );
  });

  test('takes files, folders and globs at once, each file once', async () => {
    await mkdir(join(folder, '夹/深'), { recursive: true });
    await writeFile(join(folder, '甲.txt'), article('学习教育'));
    await writeFile(join(folder, '夹/乙.md'), article('发展党员'));
    await writeFile(
      join(folder, '夹/深/丙.html'),
      `<title>丙</title><p>${article('党费收缴').replaceAll('\n', '</p><p>')}`,
    );
    await writeFile(join(folder, '夹/图.jpg'), 'x');
    await writeFile(join(folder, '夹/.隐藏.txt'), article('隐藏'));
    await cp(join(SAMPLES, 'word.docx'), join(folder, '夹/丁.docx'));
    const { status, stderr, stdout } = ingest('甲.txt', '夹', '*.txt');
    expect(stderr).toContain('1 个文件不是文档，未读：夹/图.jpg');
    expect([status, (await slugs()).length]).toEqual([0, 4]);
    expect(stdout).toContain('共 4 篇');
  });

  test('gives the same bytes when run again, and touches nothing', async () => {
    for (const name of ['甲', '乙', '丙'])
      await writeFile(join(folder, `${name}.txt`), article(`${name}类会议`));
    ingest('.');
    const before = await snapshot();
    const { stdout } = ingest('.');
    expect(await snapshot()).toEqual(before);
    expect(stdout.match(/^未变 /gm)).toHaveLength(3);
  });

  test('replaces the articles of a file that changed, and takes out those it no longer has', async () => {
    await writeFile(join(folder, '甲.txt'), article('主题党日'));
    await writeFile(join(folder, '乙.txt'), article('民主评议'));
    ingest('甲.txt', '乙.txt');
    await writeFile(join(folder, '甲.txt'), article('谈心谈话'));
    const { stdout } = ingest('甲.txt');
    expect(stdout).toContain('移除 guan-yu-zhu-ti-dang-ri');
    expect(existsSync(join(library, '.old'))).toBe(false);
    expect(await slugs()).toEqual([
      'guan-yu-min-zhu-ping-yi-gong-zuo-de-zuo-fa',
      'guan-yu-tan-xin-tan-hua-gong-zuo-de-zuo-fa',
    ]);
  });

  test('never lets two inputs of one name or one title overwrite each other', async () => {
    for (const place of ['一', '二']) {
      await mkdir(join(folder, place));
      await writeFile(
        join(folder, place, '总结.txt'),
        `年度工作总结\n${place === '一' ? article('扶贫').repeat(2) : article('信访').repeat(3)}`,
      );
    }
    ingest('一', '二', '--keep', 'all');
    const after = await slugs();
    expect(after).toEqual(['nian-du-gong-zuo-zong-jie', 'nian-du-gong-zuo-zong-jie-2']);
    ingest('二', '--keep', 'all');
    expect(await slugs()).toEqual(after);
  });
});

describe('copies of one article', () => {
  const text = article('队伍建设');
  const copies = async () => {
    await writeFile(join(folder, '1.txt'), text.split('\n').slice(1).join('\n').repeat(4));
    await writeFile(
      join(folder, '2.txt'),
      `关于队伍建设工作的做法\n${text.split('\n').slice(1).join('\n').repeat(4)}`,
    );
  };

  test('are one in the library, and the report of the one that stays says so', async () => {
    await copies();
    const { stdout } = ingest('1.txt', '2.txt');
    expect(stdout).toMatch(/未收 .* 相同/);
    const [slug = '', ...others] = await slugs();
    expect(others).toEqual([]);
    const { duplicates } = parseReport(await readFile(join(library, slug, 'report.json'), 'utf8'));
    expect(duplicates).toMatchObject([{ dropped: true }]);
    expect(duplicates[0]?.similarity).toBeGreaterThan(0.95);
  });

  test('all stay with --keep all', async () => {
    await copies();
    ingest('1.txt', '2.txt', '--keep', 'all');
    expect(await slugs()).toHaveLength(2);
  });
});

describe('output', () => {
  test('--json prints one array with whole reports and failures', async () => {
    await writeFile(join(folder, '甲.txt'), article('党务公开'));
    const { status, stdout } = ingest('甲.txt', '没有.txt', '--json');
    const items = JSON.parse(stdout) as {
      slug?: string;
      text?: string;
      input: string;
      error?: string;
    }[];
    expect(status).toBe(1);
    expect(items[0]).toMatchObject({
      input: '甲.txt',
      slug: 'guan-yu-dang-wu-gong-kai-gong-zuo-de-zuo-fa',
      change: 'added',
    });
    expect(items[0]?.text).toContain('党务公开的主要问题');
    expect(items[1]).toEqual({ input: '没有.txt', error: '找不到这个文件，请检查路径和文件名' });
    expect(JSON.parse(ingest('没有.txt', '--json').stdout)).toHaveLength(1);
  });

  test('--dry-run writes nothing', async () => {
    await writeFile(join(folder, '甲.txt'), article('换届'));
    const { status, stdout } = ingest('甲.txt', '--dry-run', '--review', '--drafts');
    expect([status, existsSync(library)]).toEqual([0, false]);
    expect(stdout).toContain('（试读，未写入）');
  });

  test('the last line of a run hints at --review and --drafts, unless one is given', async () => {
    await writeFile(join(folder, '甲.txt'), article('志愿服务'));
    const last = (out: string) => out.trimEnd().split('\n').at(-1);
    expect(last(ingest('甲.txt').stdout)).toMatch(/--review .*--drafts /);
    expect(last(ingest('甲.txt', '--review').stdout)).toMatch(/^共 1 篇/);
    expect(last(ingest('甲.txt', '--dry-run').stdout)).toMatch(/^共 1 篇/);
  });

  test('--drafts and --review write beside the articles', async () => {
    await mkdir(join(folder, 'content'));
    await writeFile(join(folder, '甲.txt'), article('档案管理'));
    const { status, stderr } = ingest('甲.txt', '--drafts', '--review');
    expect(status).toBe(0);
    expect(stderr).toMatch(/草稿（[1-9]\d* 条）/);
    expect(await slugs()).toEqual([
      '_drafts',
      '_review',
      'guan-yu-dang-an-guan-li-gong-zuo-de-zuo-fa',
    ]);
    expect(
      existsSync(join(library, '_review/guan-yu-dang-an-guan-li-gong-zuo-de-zuo-fa/index.html')),
    ).toBe(true);
    expect(await readFile(join(library, '_review/review.js'), 'utf8')).toMatch(
      /^"use strict";|^\(\(\)|^\(function/,
    );
  });
});

describe('bad input gets one line each, exit 1, and the others go through', () => {
  test.each([
    { name: '空.txt', bytes: Buffer.alloc(0), message: '是空文件，请检查是否下载完整' },
    { name: '空白.txt', bytes: Buffer.from(' \n\t\n'), message: '里面没有文字，请检查文件内容' },
    {
      name: '图.txt',
      bytes: Buffer.from('\x89PNG\r\n\x1a\n\0\0', 'latin1'),
      message: '是图片（PNG），请先做文字识别',
    },
    {
      name: '乱.txt',
      bytes: Buffer.from(Array.from({ length: 3000 }, (_, at) => (at * 31) % 256)),
      message: '不是文本文件（含二进制数据）',
    },
    {
      name: '码.txt',
      bytes: Buffer.from('caf\xe9 d\xe9j\xe0', 'latin1'),
      message: '读不出文字编码，请用 --encoding 指明',
    },
    {
      name: '坏.docx',
      bytes: Buffer.from('PK\x03\x04 word/document.xml', 'latin1'),
      message: '文档已损坏，打不开',
    },
  ])('$name', async ({ name, bytes, message }) => {
    await writeFile(join(folder, name), bytes);
    await writeFile(join(folder, '好.txt'), article('支部换届'));
    const { status, stderr, stdout } = ingest(name, '好.txt');
    expect(status).toBe(1);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).toContain(`${name}：${message}`);
    expect(stdout).toContain('共 1 篇');
    expect(await slugs()).toHaveLength(1);
  });

  test.each([
    { args: [], message: '没有给出文件' },
    { args: ['--kep', 'all'], message: '选项 --kep' },
    { args: ['a.txt', '--keep', 'some'], message: '--keep 只能是 first、titled、all，收到“some”' },
  ])('a wrong command line ($args) exits 2 with what is allowed', ({ args, message }) => {
    const { status, stderr } = ingest(...args);
    expect(status).toBe(2);
    expect(stderr).toContain(message);
  });

  test.each([
    { name: 'a file', out: '说明.txt' },
    { name: 'below a file', out: '说明.txt/文库' },
  ])('a library that is $name is refused in one line', async ({ out }) => {
    await writeFile(join(folder, '甲.txt'), article('教育培训'));
    await writeFile(join(folder, '说明.txt'), '说明');
    library = join(folder, out);
    const { status, stderr, stdout } = ingest('甲.txt');
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/^\S*说明\.txt：这是文件[^\n]*请用 --out [^\n]*\n$/u);
    expect(await readFile(join(folder, '说明.txt'), 'utf8')).toBe('说明');
  });

  test.each(['--drafts', '--review'])('%s of a library that is not there fails', async (option) => {
    await mkdir(join(folder, 'content'));
    const { status, stderr } = ingest(option);
    expect(status).toBe(1);
    expect(stderr).toMatch(/^文库 [^\n]*不存在或是空的[^\n]*\n$/u);
    expect(existsSync(library)).toBe(false);
  });

  test('a content folder that is not there fails before anything is written', async () => {
    await writeFile(join(folder, '甲.txt'), article('教育培训'));
    expect(ingest('甲.txt', '--drafts')).toMatchObject({ status: 1, stdout: '' });
    process.env['KB_CONTENT'] = join(folder, '没有');
    const { status, stderr } = ingest('甲.txt');
    delete process.env['KB_CONTENT'];
    expect(status).toBe(1);
    expect(stderr).toMatch(/没有：找不到环境变量 KB_CONTENT 指的内容文件夹[^\n]*\n$/u);
    expect(existsSync(library)).toBe(false);
  });

  test('an article that is replaced leaves no folder of old ones behind', async () => {
    await writeFile(join(folder, '甲.txt'), article('教育培训'));
    ingest('甲.txt');
    await writeFile(join(folder, '甲.txt'), `${article('教育培训')}每年总结一次。\n`);
    expect(ingest('甲.txt').stdout).toContain('更新 ');
    expect(await readdir(library)).toEqual(['guan-yu-jiao-yu-pei-xun-gong-zuo-de-zuo-fa']);
  });

  test('a failing file keeps the articles that an earlier run made of it', async () => {
    await writeFile(join(folder, '甲.txt'), article('教育培训'));
    ingest('甲.txt');
    await writeFile(join(folder, '甲.txt'), '');
    expect(ingest('甲.txt').status).toBe(1);
    expect(await slugs()).toHaveLength(1);
  });
});

test('two runs at once: the second is refused in one line and changes nothing', async () => {
  await mkdir(join(folder, '文'));
  for (let at = 0; at < 150; at += 1)
    await writeFile(join(folder, '文', `${at}.txt`), article(`第${at}号`).repeat(8));
  await writeFile(join(folder, '乙.txt'), article('廉政教育'));
  const args = [SCRIPT, '文', '--out', library, '--keep', 'all'];
  const lock = join(library, '.lock');
  const first = spawn(process.execPath, args, { cwd: folder, stdio: 'ignore' });
  const ended = new Promise((resolve) => first.on('exit', resolve));
  const locked = (): boolean => (statSync(lock, { throwIfNoEntry: false })?.size ?? 0) > 0;
  while (first.exitCode === null && !locked()) await sleep(1);
  // Held where it is, so that it cannot finish while the second one starts.
  expect(first.kill('SIGSTOP')).toBe(true);
  const second = ingest('乙.txt');
  first.kill('SIGCONT');
  expect([second.status, second.stdout]).toEqual([1, '']);
  expect(second.stderr).toMatch(
    /\.lock：另一次导入（进程 \d+）正在写这个文库，请等它结束再试[^\n]*\n$/u,
  );
  expect(await ended).toBe(0);
  expect(await slugs()).toHaveLength(150);
});

describe('a killed run', () => {
  /** Moments at which the run is killed: while it builds aside, and while it moves articles in. */
  const moments = [
    {
      name: 'while articles are built',
      reached: (names: string[]) => names.some((name) => name.startsWith('.staging')),
    },
    {
      name: 'when the first article is in',
      reached: (names: string[]) => names.some((name) => !name.startsWith('.')),
    },
    {
      name: 'in the middle of moving in',
      reached: (names: string[]) => names.filter((name) => !name.startsWith('.')).length > 40,
    },
  ];
  const visible = async () => (await slugs()).filter((name) => !name.startsWith('.'));

  test.each(moments)(
    '$name leaves whole articles only, and the next run completes',
    async ({ reached }) => {
      await mkdir(join(folder, '文'));
      const names = Array.from({ length: 120 }, (_, at) => `第${at}号`);
      for (const name of names)
        await writeFile(join(folder, '文', `${name}.txt`), article(name).repeat(8));
      const args = [SCRIPT, '文', '--out', library, '--keep', 'all'];
      const child = spawn(process.execPath, args, { cwd: folder, stdio: 'ignore' });
      const ended = new Promise((resolve) => child.on('exit', resolve));
      while (child.exitCode === null && !reached(await slugs())) await sleep(1);
      child.kill('SIGKILL');
      await ended;
      for (const slug of await visible()) {
        const report = parseReport(await readFile(join(library, slug, 'report.json'), 'utf8'));
        expect(report.ledger.map((row) => row.raw).join('')).toContain(report.title);
        expect(await readFile(join(library, slug, 'article.md'), 'utf8')).toMatch(/\n$/);
      }
      expect(ingest('文', '--keep', 'all').status).toBe(0);
      expect(await visible()).toHaveLength(120);
      expect((await slugs()).filter((name) => name.startsWith('.staging'))).toEqual([]);
    },
  );

  test('while an article is being replaced loses neither the old nor the new one', async () => {
    await writeFile(join(folder, '甲.txt'), article('巡察整改'));
    ingest('甲.txt');
    const [slug = ''] = await visible();
    // What a kill between the two renames leaves: the old article aside, its place empty.
    await mkdir(join(library, '.old'));
    await rename(join(library, slug), join(library, '.old', slug));
    await writeFile(join(folder, '乙.txt'), article('廉政教育'));
    ingest('乙.txt');
    expect(await visible()).toContain(slug);
    expect(await visible()).toHaveLength(2);
  });
});

describe('large input', () => {
  test('10 MB of text are read whole', async () => {
    const text = Array.from(
      { length: 30_000 },
      (_, at) =>
        `第${at}条 支部应当按照规定召开会议，记录第${at}次会议的情况，并报上级党组织备案，备案号为${at * 7}。`,
    ).join('\n');
    await writeFile(join(folder, '大.txt'), text.repeat(3).slice(0, 3_600_000));
    expect(ingest('大.txt').status).toBe(0);
  });

  test('hundreds of files show how far the run is, also without a terminal', async () => {
    for (let at = 0; at < 501; at += 1)
      await writeFile(join(folder, `${at}.txt`), article(`编号${at}`));
    const { stderr, stdout } = ingest('.', '--keep', 'all');
    expect(stderr).toContain('已读 500/501 个文件');
    expect(stdout).toContain('共 501 篇');
  });
});
