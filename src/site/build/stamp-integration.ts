import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { stampScripts } from '../stamp-scripts.ts';

/** What pages load by a fixed name, straight or by way of another script: one of them changed, and the stamp changes. */
const STAMPED = /^(?:assets\/.+|search-index\/manifest)\.js$/u;

/**
 * Put one stamp, made from all scripts and from the head of the search index, on the script addresses of every page.
 * Must come after the integrations that write scripts. One stamp for all, because a script asks for the next one under
 * its own address: what it brings along must not be older than itself.
 *
 * @example
 * integrations: [paperIntegration(settings), stampIntegration()] // 更新网站后，浏览器不再用旧脚本
 */
export function stampIntegration(): AstroIntegration {
  const state = { base: '/' };
  return {
    name: 'kb:stamp',
    hooks: {
      'astro:config:done': ({ config }) => {
        state.base = config.base.endsWith('/') ? config.base : `${config.base}/`;
      },
      'astro:build:done': async ({ dir }) => {
        const dist = fileURLToPath(dir);
        const files = (await readdir(dist, { recursive: true })).sort();
        const stamp = await hashOf(
          dist,
          files.filter((file) => STAMPED.test(file.replaceAll('\\', '/'))),
        );
        for (const file of files.filter((name) => name.endsWith('.html'))) {
          const path = join(dist, file);
          await writeFile(path, stampScripts(await readFile(path, 'utf8'), state.base, stamp));
        }
      },
    },
  };
}

/** Eight hexadecimal digits: enough to tell the builds of one site apart. */
async function hashOf(dist: string, files: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const file of files) hash.update(await readFile(join(dist, file))).update('\0');
  return hash.digest('hex').slice(0, 8);
}
