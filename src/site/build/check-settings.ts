import { readdir } from 'node:fs/promises';
import { relative, resolve, sep } from 'node:path';
import type { Settings } from '../settings.ts';

/** A setting the site cannot be built with: the user mends it, so the message says all and no stack stands in its way. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';

  constructor(message: string) {
    super(message);
    this.stack = '';
  }
}

/** What stands in a URL without being encoded (RFC 3986, unreserved characters), between single slashes. */
const BASE = /^\/(?:[A-Za-z0-9._~-]+\/)*$/u;

/**
 * Refuse settings that would build a broken site or, since a build empties its output folder, destroy files.
 *
 * @param settings - As read from the environment.
 * @param project - The project's folder.
 * @throws SettingsError naming the variable, its value and what is right.
 * @example
 * checkSettings({ ...settings, out: 'content' }, '/项目'); // throws “输出目录 KB_OUT=content 里有内容目录 content……”
 */
export function checkSettings(settings: Settings, project: string): void {
  const { base, out, content, library } = settings;
  if (!BASE.test(base)) {
    throw new SettingsError(
      `网址前缀 KB_BASE=${base} 不能用：只能有字母、数字、. _ ~ - 和斜杠，如 /dangjian/。`,
    );
  }
  const kept = [
    ['内容目录', content],
    ['资料库', library],
    ['项目目录', project],
  ] as const;
  for (const [label, folder] of kept) {
    if (!holds(resolve(project, out), resolve(project, folder))) continue;
    throw new SettingsError(
      `输出目录 KB_OUT=${out} 里有${label} ${folder}，构建会清空输出目录。请换一个目录，如 dist。`,
    );
  }
}

/** Names at the top of every site we build; one of them is there even where a build was cut short. */
const OWN_FILES: readonly string[] = ['assets', 'favicon.svg', 'index.html'];

/**
 * Refuse an output folder that holds something else than a built site, since a build empties it.
 *
 * @param out - Output folder; one that is missing or empty (a `.git` apart, which Astro keeps) will do.
 * @throws SettingsError naming the folder and some of what is in it, or saying that no folder can be read there.
 * @example
 * await checkOutput('/home/我的文件'); // throws “输出目录 KB_OUT=/home/我的文件 里有别的文件（党课.docx）……”
 */
export async function checkOutput(out: string): Promise<void> {
  const names = (await listNames(out)).filter((name) => name !== '.git');
  if (names.length === 0 || names.some((name) => OWN_FILES.includes(name))) return;
  throw new SettingsError(
    `输出目录 KB_OUT=${out} 里有别的文件（${names.slice(0, 3).join('、')}），构建会清空输出目录。请换一个空目录。`,
  );
}

async function listNames(out: string): Promise<string[]> {
  try {
    return await readdir(out);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw new SettingsError(
      `输出目录 KB_OUT=${out} 不能用：那里是文件，或者没有读取权限。请换一个空目录，如 dist。`,
    );
  }
}

function holds(outer: string, inner: string): boolean {
  const path = relative(outer, inner);
  return path === '' || (path.split(sep)[0] !== '..' && resolve(outer, path) === inner);
}
