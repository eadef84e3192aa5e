import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { bundleScript } from '../../bundle/bundle-script.ts';

const DISPLAY = new URL('../browser/display.ts', import.meta.url);
const FILE = 'assets/display.js';

/**
 * Put the script of the display settings beside the pages, in the build and in `astro dev`.
 *
 * @example
 * integrations: [displayScriptIntegration()] // 页脚的字号、配色按钮
 */
export function displayScriptIntegration(): AstroIntegration {
  return {
    name: 'kb:display',
    hooks: {
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          if (request.url?.split('?')[0]?.endsWith(`/${FILE}`) !== true) return next();
          bundleScript(DISPLAY).then((script) => {
            response.setHeader('Content-Type', 'text/javascript; charset=utf-8');
            response.end(script);
          }, next);
        });
      },
      'astro:build:done': async ({ dir }) => {
        const dist = fileURLToPath(dir);
        await mkdir(join(dist, 'assets'), { recursive: true });
        await writeFile(join(dist, FILE), await bundleScript(DISPLAY));
      },
    },
  };
}
