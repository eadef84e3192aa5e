import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { LibraryBusyError, lockLibrary } from './library-lock.ts';

const ROOT = await mkdtemp(join(tmpdir(), 'kb-lock-test-'));
afterAll(() => rm(ROOT, { recursive: true }));

/** A process id that is certainly in use by another process while the test runs. */
async function withProcess<T>(use: (pid: number) => Promise<T>): Promise<T> {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  try {
    return await use(child.pid ?? 0);
  } finally {
    child.kill('SIGKILL');
    await new Promise((resolve) => child.on('exit', resolve));
  }
}

async function libraryWithLock(name: string, holder: string): Promise<string> {
  const library = join(ROOT, name);
  await mkdir(library);
  await writeFile(join(library, '.lock'), holder);
  return library;
}

test('a second run is refused with one line that names the first', async () => {
  await withProcess(async (pid) => {
    const library = await libraryWithLock('busy', `${pid} ${hostname()}\n`);
    await expect(lockLibrary(library)).rejects.toThrow(LibraryBusyError);
    await expect(lockLibrary(library)).rejects.toThrow(`另一次导入（进程 ${pid}）正在写这个文库`);
    expect(await readdir(library)).toEqual(['.lock']);
  });
});

test('the lock of a process that is gone is taken over', async () => {
  const pid = await withProcess((running) => Promise.resolve(running));
  const library = await libraryWithLock('stale', `${pid} ${hostname()}\n`);
  const release = await lockLibrary(library);
  expect(await readdir(library)).toEqual(['.lock']);
  await release();
  expect(existsSync(library)).toBe(false);
});

test('an empty lock, cut off while it was written, is taken over', async () => {
  const library = await libraryWithLock('empty', '');
  await (
    await lockLibrary(library)
  )();
  expect(existsSync(join(library, '.lock'))).toBe(false);
});

test('the lock of another machine is respected, whatever runs here', async () => {
  const library = await libraryWithLock('far', '4711 another-machine\n');
  await expect(lockLibrary(library)).rejects.toThrow('another-machine 上的进程 4711');
});

test('giving it free keeps a library that has articles', async () => {
  const library = join(ROOT, 'kept');
  const release = await lockLibrary(library);
  await mkdir(join(library, 'dang-jian'));
  await release();
  expect(await readdir(library)).toEqual(['dang-jian']);
});
