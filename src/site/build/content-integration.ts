import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { toContentError } from '../../graph/io/content-error.ts';
import { loadGraph, requireGraph } from '../../graph/io/load-graph.ts';
import type { Settings } from '../settings.ts';
import { checkSettings } from './check-settings.ts';

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
        if (command === 'build') await requireGraph(settings.content);
      },
      'astro:server:setup': ({ server, logger }) => {
        const root = resolve(settings.content);
        const report = async (path?: string) => {
          if (path !== undefined && !resolve(path).startsWith(root)) return;
          const { findings } = await loadGraph(settings.content);
          if (findings.length === 0) return;
          const { message } = toContentError(findings);
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
