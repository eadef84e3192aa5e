import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** Our browser scripts, by the name they get in `assets/`. */
const ENTRIES = ['search-loader', 'instant-box', 'search-page', 'pagefind-worker'] as const;

/**
 * Bundle the browser code: classic scripts of ES2019, one for each entry, into `assets/`.
 *
 * Dynamic import is kept as it is: only the worker uses it, inside a guard, on browsers that have it.
 *
 * @param dist - Folder of the built site.
 * @throws Error with esbuild's messages.
 * @example
 * await bundleBrowser('dist'); // dist/assets/search-page.js … (党建知识库)
 */
export async function bundleBrowser(dist: string): Promise<void> {
  const outdir = join(dist, 'assets');
  mkdirSync(outdir, { recursive: true });
  const browser = fileURLToPath(new URL('../browser/', import.meta.url));
  await build({
    entryPoints: ENTRIES.map((name) => join(browser, `${name}.ts`)),
    outdir,
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2019',
    charset: 'utf8',
    legalComments: 'none',
    supported: { 'dynamic-import': true },
    logLevel: 'silent',
  });
}
