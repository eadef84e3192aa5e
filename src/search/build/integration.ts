import { createReadStream, existsSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { LexiconEntry } from '../types.ts';
import { buildSearchIndex } from './build-search-index.ts';
import { bundleBrowser } from './bundle-browser.ts';

/** What the search side needs to know of the site. */
export interface SearchOptions {
  /** Titles, aliases and relations of the entries, read when the pages are built. */
  readonly lexicon: () => Promise<LexiconEntry[]>;
  /** Folder whose last build `astro dev` searches. */
  readonly out: string;
}

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
};

/**
 * Index the site after it is built, and serve the last built index in `astro dev`.
 *
 * @example
 * integrations: [searchIntegration({ out: settings.out, lexicon: () => readLexicon(settings) })] // 党建知识库
 */
export function searchIntegration({ lexicon, out }: SearchOptions): AstroIntegration {
  const state = { base: '/' };
  return {
    name: 'kb:search',
    hooks: {
      'astro:config:done': ({ config }) => {
        state.base = config.base;
      },
      'astro:build:done': async ({ dir, logger }) => {
        const dist = fileURLToPath(dir);
        const report = await buildSearchIndex({ dist, base: state.base, lexicon: await lexicon() });
        await bundleBrowser(dist);
        logger.info(
          `检索索引：${report.pages} 页、${report.sections} 节，轻便索引 ${Math.round(report.portableBytes / 1024)} KB。`,
        );
      },
      'astro:server:setup': async ({ server, logger }) => {
        const dist = resolve(out);
        await bundleBrowser(dist);
        if (!existsSync(join(dist, 'search-index')))
          logger.warn('还没有检索索引：运行一次 npm run build 后，开发模式才能检索。');
        server.middlewares.use((request, response, next) => {
          const path = new URL(request.url ?? '/', 'http://localhost').pathname;
          const inside = /(?:^|\/)((?:pagefind|search-index|assets)\/[\w./-]+)$/.exec(path)?.[1];
          const file = inside === undefined ? '' : join(dist, inside);
          if (!file.startsWith(dist) || !existsSync(file)) return next();
          response.setHeader('Content-Type', TYPES[extname(file)] ?? 'application/octet-stream');
          createReadStream(file).pipe(response);
        });
      },
    },
  };
}
