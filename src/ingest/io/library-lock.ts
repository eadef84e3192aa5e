import { mkdir, readFile, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isRunning } from './is-running.ts';

const LOCK = '.lock';

/** An empty lock is given so long to be written. */
const SETTLE_MS = 300;

/** Another run is writing into the library. `message` is one Chinese line for the editor. */
export class LibraryBusyError extends Error {
  override readonly name = 'LibraryBusyError';
}

/**
 * Take the library for one run, so that two runs never move articles in at once. A lock that a killed run left is taken
 * over where its process is seen to be gone; a lock from another machine is respected, for that cannot be seen.
 *
 * @param library - The library's folder; made where it does not exist.
 * @returns Gives the library free again.
 * @throws {LibraryBusyError} If another run has it.
 * @example
 * const release = await lockLibrary('content/library'); // 两次导入不会同时写入
 */
export async function lockLibrary(library: string): Promise<() => Promise<void>> {
  await mkdir(library, { recursive: true });
  const path = join(library, LOCK);
  const own = `${process.pid} ${hostname()}\n`;
  if (!(await create(path, own))) {
    const holder = await readHolder(path);
    if (!isStale(holder)) throw busy(path, holder);
    // Of several runs that see the same stale lock only one can rename it; the others find it gone or renewed.
    const aside = `${path}-${process.pid}`;
    await rename(path, aside).catch(() => undefined);
    const taken = await readFile(aside, 'utf8').catch(() => holder);
    await rm(aside, { force: true });
    if (taken !== holder || !(await create(path, own))) throw busy(path, taken);
  }
  return async () => {
    await rm(path, { force: true });
    // A run that failed on every file leaves no empty library behind.
    await rmdir(library).catch(() => undefined);
  };
}

/** Who holds a lock. One that was made this very moment may not say so yet. */
async function readHolder(path: string): Promise<string> {
  const read = () => readFile(path, 'utf8').catch(() => '');
  const holder = await read();
  if (holder !== '') return holder;
  await sleep(SETTLE_MS);
  return read();
}

async function create(path: string, content: string): Promise<boolean> {
  try {
    await writeFile(path, content, { flag: 'wx' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

function isStale(holder: string): boolean {
  const [pid = '', host = ''] = holder.trim().split(' ');
  return holder.trim() === '' || (host === hostname() && !isRunning(Number(pid)));
}

function busy(path: string, holder: string): LibraryBusyError {
  const [pid = '', host = ''] = holder.trim().split(' ');
  const who = host === hostname() ? `进程 ${pid}` : `${host} 上的进程 ${pid}`;
  return new LibraryBusyError(
    `${path}：另一次导入（${who}）正在写这个文库，请等它结束再试；确认它已不在运行，可删除这个文件`,
  );
}
