import { resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { ContentError } from '../../graph/io/content-error.ts';
import { requireGraph } from '../../graph/io/load-graph.ts';
import { readContent } from '../../graph/io/read-content.ts';
import type { Settings } from '../settings.ts';
import { checkOutput, checkSettings } from './check-settings.ts';

/**
 * Stop `astro build` before it starts when the settings are unfit or the content has findings; show the findings as an
 * overlay in `astro dev`.
 *
 * Astro itself only logs a dangling reference and goes on, so the gate is ours.
 *
 * @example
 * integrations: [contentIntegration(readSettings(process.env))] // 有断链时构建失败并列全
 */
export function contentIntegration(settings: Settings): AstroIntegration {
  return {
    name: 'kb:content',
    hooks: {
      'astro:config:setup': async ({ command, config }) => {
        checkSettings(settings, fileURLToPath(config.root));
        if (command === 'build') {
          await checkOutput(settings.out);
          await requireGraph(settings.content);
        }
        // Faults inside the content are for the overlay; without any content there is nothing to serve.
        if (command === 'dev') await readContent(settings.content);
      },
      'astro:server:setup': ({ server, logger }) => {
        const root = resolve(settings.content);
        const report = async (path?: string) => {
          if (path !== undefined && !resolve(path).startsWith(`${root}${sep}`)) return;
          const fault = await findFault(settings.content);
          if (fault === undefined) return;
          const { message } = fault;
          logger.error(message);
          server.ws.send({ type: 'error', err: { message, stack: '', plugin: 'kb:content' } });
        };
        const watch = (path: string) => void report(path);
        server.watcher.add(root);
        server.watcher.on('change', watch).on('add', watch).on('unlink', watch);
        void report();
      },
    },
  };
}

async function findFault(content: string): Promise<ContentError | undefined> {
  try {
    await requireGraph(content);
    return undefined;
  } catch (error) {
    if (error instanceof ContentError) return error;
    throw error;
  }
}
