import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundleScript } from '../../bundle/bundle-script.ts';

/** Our browser scripts, by the name they get in `assets/`. */
const ENTRIES = ['search-loader', 'instant-box', 'search-page', 'pagefind-worker'] as const;

/**
 * Bundle the browser code of search into `assets/`, one classic script for each entry.
 *
 * @param dist - Folder of the built site.
 * @throws Error with esbuild's messages.
 * @example
 * await bundleBrowser('dist'); // dist/assets/search-page.js … (党建知识库)
 */
export async function bundleBrowser(dist: string): Promise<void> {
  const folder = join(dist, 'assets');
  await mkdir(folder, { recursive: true });
  for (const name of ENTRIES) {
    const script = await bundleScript(new URL(`../browser/${name}.ts`, import.meta.url));
    await writeFile(join(folder, `${name}.js`), script);
  }
}
