/** `npm run export -- FOLDER`: copy the built site into an empty folder, so that it works without a web server. */
import { cp, mkdir, readdir, readFile, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { toRelativeLinks } from '../src/site/relative-links.ts';
import { readSettings } from '../src/site/settings.ts';
import { describeSystemError, refuse } from './refuse.ts';

const USAGE = '用法：npm run export -- 目录（新目录或空目录，如 U 盘上的 /media/usb/党建知识库）';

/** Pagefind needs a web server (modules, WebAssembly, fetch); from disk the portable engine answers. */
const SERVER_ONLY = ['pagefind'];

/** `'self'` names no origin for a file opened from disk, so the policy would block the site's own files. */
const POLICY = /<meta http-equiv="Content-Security-Policy"[^>]*>/u;

const { out, base } = readSettings(process.env);
const [folder = '', ...others] = process.argv.slice(2);
if (folder === '' || folder.startsWith('-') || others.length > 0) refuse(USAGE);
const target = resolve(folder);
await requireBuiltSite();
await requireFreeTarget();
try {
  const pages = await exportSite();
  console.log(
    `已导出 ${String(pages)} 个页面到 ${target}。整个目录复制到 U 盘，打开其中的 index.html 即可。`,
  );
} catch (error) {
  refuse(`没有导出到 ${target}：${describeSystemError(error)}。`);
}

async function requireBuiltSite(): Promise<void> {
  const built = await stat(join(out, 'index.html')).catch(() => undefined);
  if (built === undefined) refuse(`${out} 里没有构建好的网站。请先运行 npm run build。`);
}

async function requireFreeTarget(): Promise<void> {
  if (`${target}${sep}`.startsWith(`${resolve(out)}${sep}`))
    refuse(`${target} 在构建好的网站里面，下次构建会被清掉。请换一个目录。`);
  const existing = await readdir(target).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    return refuse(`${target} 不能用作目录：${describeSystemError(error)}。`);
  });
  if (existing.length > 0) refuse(`${target} 不是空目录。请换一个目录，或先清空它。`);
}

/** Made beside the target and moved there when complete: a copy cut short is never taken for a whole one. */
async function exportSite(): Promise<number> {
  await mkdir(dirname(target), { recursive: true });
  const partial = `${target}.partial-${String(process.pid)}`;
  await mkdir(partial);
  try {
    await cp(out, partial, {
      recursive: true,
      filter: (source) => !SERVER_ONLY.includes(relative(out, source).split(/[\\/]/u)[0] ?? ''),
    });
    const files = await readdir(partial, { recursive: true });
    const pages = files.filter((name) => name.endsWith('.html'));
    for (const page of pages) await rewritePage(join(partial, page), page.replaceAll('\\', '/'));
    await rmdir(target).catch((error: unknown) => {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    });
    await rename(partial, target);
    return pages.length;
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    throw error;
  }
}

async function rewritePage(path: string, name: string): Promise<void> {
  const html = await readFile(path, 'utf8');
  await writeFile(path, toRelativeLinks(html.replace(POLICY, ''), name, base));
}
