import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { Charset, Index } from 'flexsearch';
import MiniSearch from 'minisearch';
import { close, createIndex } from 'pagefind';
import { fold, type Simplified } from '../../src/search/fold.ts';
import type { PagefindModule } from '../../src/search/pagefind-source.ts';
import { sectionText } from '../../src/search/section-text.ts';
import { indexTokens } from '../../src/search/tokens.ts';
import type { SearchPage } from '../../src/search/types.ts';
import { toHtml } from './write-site.ts';

/** Another engine over the same pages. */
export interface Peer {
  readonly name: string;
  /** Addresses of the pages found, best first. */
  search(query: string): Promise<string[]>;
  /** Bytes a reader must load before the first answer, compressed: whole index, without code. */
  readonly indexBytes: number;
}

const textOf = (page: SearchPage): string => page.sections.map(sectionText).join('\n');

/**
 * MiniSearch as VitePress sets it up: words by blanks and signs, fuzzy and prefix search, titles first.
 *
 * @example
 * await vitepressPeer(pages).search('三会一课');
 */
export function vitepressPeer(pages: readonly SearchPage[]): Peer {
  const index = new MiniSearch<{ id: number; title: string; text: string }>({
    fields: ['title', 'text'],
    searchOptions: { fuzzy: 0.2, prefix: true, boost: { title: 4, text: 2 } },
  });
  index.addAll(pages.map((page, id) => ({ id, title: page.title, text: textOf(page) })));
  return miniPeer('VitePress（MiniSearch）', index, pages);
}

/**
 * MiniSearch with our tokens, all of which must be there.
 *
 * @example
 * await bigramPeer(pages, simplified).search('三会一课');
 */
export function bigramPeer(pages: readonly SearchPage[], simplified: Simplified): Peer {
  const index = new MiniSearch<{ id: number; title: string; text: string }>({
    fields: ['title', 'text'],
    tokenize: (text) => indexTokens(fold(text, simplified).text),
    searchOptions: {
      combineWith: 'AND',
      prefix: (term) => Array.from(term).length === 1,
      boost: { title: 4 },
      tokenize: (text) => {
        const tokens = indexTokens(fold(text, simplified).text);
        const pairs = tokens.filter((token) => Array.from(token).length === 2);
        return pairs.length > 0 ? pairs : tokens;
      },
    },
  });
  index.addAll(pages.map((page, id) => ({ id, title: page.title, text: textOf(page) })));
  return miniPeer('MiniSearch＋二元组', index, pages);
}

function miniPeer<T>(name: string, index: MiniSearch<T>, pages: readonly SearchPage[]): Peer {
  return {
    name,
    indexBytes: gzipSync(JSON.stringify(index)).length,
    search: (query) =>
      Promise.resolve(index.search(query).map(({ id }) => pages[Number(id)]?.url ?? '')),
  };
}

/**
 * FlexSearch with its encoder for Chinese.
 *
 * @example
 * await flexPeer(pages).search('三会一课');
 */
export function flexPeer(pages: readonly SearchPage[]): Peer {
  const index = new Index({ tokenize: 'forward', encoder: Charset.CJK });
  pages.forEach((page, id) => index.add(id, `${page.title}\n${textOf(page)}`));
  let bytes = 0;
  index.export((_key, data) => {
    bytes += gzipSync(data ?? '').length;
  });
  return {
    name: 'FlexSearch（CJK）',
    indexBytes: bytes,
    search: (query) =>
      Promise.resolve(
        index.search(query, { limit: 100_000 }).map((id) => pages[Number(id)]?.url ?? ''),
      ),
  };
}

/**
 * Pagefind as it comes: its own segmentation on both sides, on a page in Chinese.
 *
 * @param folder - Where to write the bundle; emptied first.
 * @example
 * await plainPagefindPeer(pages, '/tmp/plain').search('三会一课');
 */
export async function plainPagefindPeer(
  pages: readonly SearchPage[],
  folder: string,
): Promise<Peer> {
  rmSync(folder, { recursive: true, force: true });
  const { index } = await createIndex({});
  if (index === undefined) throw new Error('Pagefind did not start.');
  for (let from = 0; from < pages.length; from += 64)
    await Promise.all(
      pages
        .slice(from, from + 64)
        .map((page) => index.addHTMLFile({ url: `/${page.url}`, content: toHtml(page) })),
    );
  await index.writeFiles({ outputPath: folder });
  await close();
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const bytes = files
    .filter((file) => /pf_index$|pf_meta$/.test(file))
    .reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
  const search = await openPlain(folder);
  return {
    name: 'Pagefind 原样',
    indexBytes: bytes,
    search: async (query) => {
      const urls = await search(query);
      return urls.map((url) => url.replace(/^\//, ''));
    },
  };
}

/** Pagefind asks the document for its language and cuts the query by it; in Node we say what a Chinese page would. */
async function openPlain(folder: string): Promise<(query: string) => Promise<string[]>> {
  const origin = 'https://plain-pagefind.invalid/';
  const before = globalThis.fetch;
  globalThis.fetch = (input, init) => {
    const address = input instanceof Request ? input.url : String(input);
    if (!address.startsWith(origin)) return before(input, init);
    const file = (address.slice(origin.length).split('?')[0] ?? '').replace(/^\//, '');
    return Promise.resolve(new Response(readFileSync(join(folder, file))));
  };
  const language = { getAttribute: () => 'zh-CN' };
  Object.assign(globalThis, {
    document: { querySelector: () => language, currentScript: null },
  });
  const address = `${pathToFileURL(join(folder, 'pagefind.js')).href}?plain`;
  const module = (await import(address)) as PagefindModule;
  const instance = module.createInstance({ basePath: origin, noWorker: true });
  await instance.search('党');
  Reflect.deleteProperty(globalThis, 'document');
  return async (query) => {
    const { results } = await instance.search(query);
    const pages = await Promise.all(results.map((result) => result.data()));
    return pages.map((page) => (page as { url?: string }).url ?? '');
  };
}
