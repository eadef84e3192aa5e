import { cp, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { toRelativeLinks } from '../src/site/relative-links.ts';
import { readSettings } from '../src/site/settings.ts';

/** Pagefind needs a web server (modules, WebAssembly, fetch); from disk the portable engine answers. */
const SERVER_ONLY = ['pagefind'];

/** `'self'` names no origin for a file opened from disk, so the policy would block the site's own files. */
const POLICY = /<meta http-equiv="Content-Security-Policy"[^>]*>/u;

const { out, base } = readSettings(process.env);
const target = resolve(process.argv[2] ?? 'offline');

function refuse(message: string): never {
  console.error(message);
  process.exit(1);
}

const built = await stat(join(out, 'index.html')).catch(() => undefined);
if (built === undefined) refuse(`${out} 里没有构建好的网站。请先运行 npm run build。`);
const existing = await readdir(target).catch((error: unknown) => {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
  return refuse(
    `${target} 不能用作目录：${error instanceof Error ? error.message : String(error)}`,
  );
});
if (existing.length > 0) refuse(`${target} 不是空目录。请换一个目录，或先清空它。`);

const partial = `${target}.partial`;
await rm(partial, { recursive: true, force: true });
await mkdir(partial, { recursive: true });
await cp(out, partial, {
  recursive: true,
  filter: (source) => !SERVER_ONLY.includes(relative(out, source).split(/[\\/]/u)[0] ?? ''),
});
const files = await readdir(partial, { recursive: true });
let pages = 0;
for (const file of files.filter((name) => name.endsWith('.html'))) {
  const path = join(partial, file);
  const html = await readFile(path, 'utf8');
  await writeFile(
    path,
    toRelativeLinks(html.replace(POLICY, ''), file.replaceAll('\\', '/'), base),
  );
  pages++;
}
await rm(target, { recursive: true, force: true });
await rename(partial, target);
console.log(
  `已导出 ${String(pages)} 个页面到 ${target}。整个目录复制到 U 盘，打开其中的 index.html 即可。`,
);
