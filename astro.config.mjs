import mdx from '@astrojs/mdx';
import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { defineConfig } from 'astro/config';
import { createMarkdownProcessor } from './src/markdown/processor.ts';
import { paperIntegration } from './src/paper/build/integration.ts';
import { searchIntegration } from './src/search/build/integration.ts';
import { contentIntegration } from './src/site/build/content-integration.ts';
import { readSearchLexicon } from './src/site/io/search-lexicon.ts';
import { displayScriptIntegration } from './src/site/build/display-integration.ts';
import { reviewIntegration } from './src/site/build/review-integration.ts';
import { stampIntegration } from './src/site/build/stamp-integration.ts';
import { readSettings } from './src/site/settings.ts';

const settings = readSettings(process.env);

// The store of parsed entries holds paths: one per content folder, or a build of another folder would read stale ones.
const contentKey = createHash('sha256')
  .update(resolve(settings.content))
  .digest('hex')
  .slice(0, 12);

export default defineConfig({
  cacheDir: `./node_modules/.astro/${contentKey}`,
  base: settings.base,
  outDir: settings.out,
  trailingSlash: 'always',
  build: { assets: 'assets', inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
  markdown: { processor: createMarkdownProcessor(settings.base), syntaxHighlight: false },
  prerenderConflictBehavior: 'error',
  integrations: [
    mdx(),
    contentIntegration(settings),
    displayScriptIntegration(),
    reviewIntegration(settings),
    paperIntegration(settings),
    searchIntegration({ out: settings.out, lexicon: () => readSearchLexicon(settings) }),
    stampIntegration(),
  ],
  server: { port: 4321 },
  vite: {
    build: {
      assetsInlineLimit: 0,
      cssTarget: ['chrome83', 'firefox78'],
      rolldownOptions: {
        // Astro puts a directive of its own at the head of every MDX module; its loss in the bundle is intended.
        onwarn: (warning, warn) => {
          if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning);
        },
      },
    },
  },
});
