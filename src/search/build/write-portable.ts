import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LoadShard } from '../portable-index.ts';

/** Folder of the portable index below the site. */
export const PORTABLE_FOLDER = 'search-index';

/**
 * Write shards as classic scripts, each one call of `kbShard`. The folder is emptied first.
 *
 * @param dist - Folder of the built site.
 * @param files - Shards by name.
 * @returns Bytes written.
 * @example
 * writePortable('dist', buildIndex(pages, 'b1')); // dist/search-index/manifest.js … (党建知识库的索引)
 */
export function writePortable(dist: string, files: ReadonlyMap<string, unknown>): number {
  const folder = join(dist, PORTABLE_FOLDER);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  let bytes = 0;
  for (const [name, data] of files) {
    const script = toScript(name, data);
    bytes += Buffer.byteLength(script);
    writeFileSync(join(folder, `${name}.js`), script);
  }
  return bytes;
}

/**
 * A shard as a script. U+2028 and U+2029 are escaped, because scripts older than ES2019 may not hold them in strings.
 *
 * @example
 * toScript('t2s', '黨党'); // 'kbShard("t2s","黨党")\n'
 */
export function toScript(name: string, data: unknown): string {
  const json = JSON.stringify(data)
    .replace(/\u2028/g, '\\u2028')
    .replace(/\u2029/g, '\\u2029');
  return `kbShard(${JSON.stringify(name)},${json})\n`;
}

/**
 * A loader of shards from the folder of a built site.
 *
 * @param dist - Folder of the built site.
 * @throws Error (when a shard is read) naming the file and the repair.
 * @example
 * const index = await openPortableIndex(loadFromFolder('dist')); // 已构建网站的索引
 */
export function loadFromFolder(dist: string): LoadShard {
  return (name) =>
    new Promise((resolve, reject) => {
      const file = join(dist, PORTABLE_FOLDER, `${name}.js`);
      try {
        const script = readFileSync(file, 'utf8');
        resolve(JSON.parse(script.slice(script.indexOf(',') + 1, script.lastIndexOf(')'))));
      } catch (cause) {
        reject(new Error(`读不到搜索索引 ${file}：请先运行 npm run build。`, { cause }));
      }
    });
}

/**
 * A short mark of some content, for cache-safe addresses.
 *
 * @example
 * fingerprint(['三会一课']); // ten hexadecimal digits
 */
export function fingerprint(parts: Iterable<string>): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex').slice(0, 10);
}
