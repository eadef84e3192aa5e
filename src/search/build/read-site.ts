import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SearchPage } from '../types.ts';
import { extractPage } from './extract-page.ts';

/**
 * Read every indexable page of a built site, in order of address.
 *
 * @param dist - Folder of the built site.
 * @throws Error when there is no such folder.
 * @example
 * readSite('dist').map(({ title }) => title); // ['三会一课', …]
 */
export function readSite(dist: string): SearchPage[] {
  if (!existsSync(dist))
    throw new Error(`找不到已构建的网站 ${dist}：请先运行 npm run build，或用 --dist 指明位置。`);
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter(
      (file) =>
        file.endsWith('.html') && !/^(?:pagefind|search-index|assets|downloads)\//.test(file),
    )
    .sort();
  return files.flatMap((file) => {
    const url = file.replace(/(^|\/)index\.html$/, '$1');
    return extractPage(readFileSync(join(dist, file), 'utf8'), url) ?? [];
  });
}
