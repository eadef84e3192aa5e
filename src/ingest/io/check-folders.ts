import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { IngestCommand } from './ingest-options.ts';

/**
 * Tell what is wrong with the folders that a command works on, before it writes anything: a library that is a file or
 * lies below one, a content folder that `KB_CONTENT` names and that is missing, drafts without content to compare with.
 *
 * @param env - For whether `KB_CONTENT` names the content folder.
 * @returns One Chinese line (what, where, how to mend), or undefined where all is well.
 * @example
 * findFolderFault(parseIngestArgs(['a.txt', '--out', '说明.txt'], {}), {}); // '--out 说明.txt：这是文件，…'
 */
export function findFolderFault(
  command: IngestCommand,
  env: Readonly<Record<string, string | undefined>>,
): string | undefined {
  const file = fileOnTheWay(command.out);
  if (file !== undefined)
    return `${file}：这是文件，不能当文库（${command.out}）的文件夹，请用 --out 或 KB_LIBRARY 另指一个文件夹`;
  if (isFolder(command.content)) return undefined;
  if (env['KB_CONTENT'])
    return `${command.content}：找不到环境变量 KB_CONTENT 指的内容文件夹，请改正路径，或取消这个变量`;
  if (command.drafts && !command.dryRun)
    return `${command.content}：找不到内容文件夹，--drafts 要与已有条目比较，请在项目的根目录运行，或用 KB_CONTENT 指明`;
  return undefined;
}

/** The path itself or the nearest folder above it that exists, where that is no folder. */
function fileOnTheWay(path: string): string | undefined {
  const found = stat(path);
  if (found !== undefined) return found.isDirectory() ? undefined : path;
  const above = dirname(path);
  return above === path ? undefined : fileOnTheWay(above);
}

function isFolder(path: string): boolean {
  return stat(path)?.isDirectory() === true;
}

/** Undefined where nothing stands at a path, or a file stands above it. */
function stat(path: string): ReturnType<typeof statSync> {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOTDIR') return undefined;
    throw error;
  }
}
