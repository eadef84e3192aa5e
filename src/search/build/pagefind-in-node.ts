import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  openPagefindSource,
  type PagefindModule,
  type PagefindSource,
} from '../pagefind-source.ts';
import { PAGEFIND_FOLDER } from './write-pagefind.ts';

/** Addresses under this one are read from disk; the domain cannot exist (RFC 2606). */
const FAKE_ORIGIN = 'https://pagefind.invalid/';

/**
 * Open a site's Pagefind bundle in Node, with the browser's own code. While it is in use, `fetch` answers addresses
 * under one reserved domain from the bundle's folder.
 *
 * @param dist - Folder of the built site.
 * @param onRead - Told the name and bytes of every file read.
 * @throws Error when there is no bundle, naming the repair.
 * @example
 * const source = await openPagefindInNode('dist'); // 党建知识库的 Pagefind 索引
 */
export async function openPagefindInNode(
  dist: string,
  onRead: (file: string, bytes: number) => void = () => undefined,
): Promise<PagefindSource> {
  const folder = resolve(dist, PAGEFIND_FOLDER);
  const original = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const address = input instanceof Request ? input.url : String(input);
    const prefix = `${FAKE_ORIGIN}${encodeURIComponent(folder)}/`;
    if (!address.startsWith(prefix)) return original(input, init);
    const file = (address.slice(prefix.length).split('?')[0] ?? '').replace(/^\//, '');
    const bytes = await readFile(join(folder, file));
    onRead(file, bytes.length);
    return new Response(bytes);
  };
  try {
    const module = (await import(
      pathToFileURL(join(folder, 'pagefind.js')).href
    )) as PagefindModule;
    const bundles = 1 + readdirSync(folder).filter((name) => name.startsWith('part-')).length;
    return await openPagefindSource(
      module,
      `${FAKE_ORIGIN}${encodeURIComponent(folder)}/`,
      bundles,
    );
  } catch (cause) {
    throw new Error(`打不开 Pagefind 索引 ${folder}：请先运行 npm run build。`, { cause });
  }
}
