import { resolve } from 'node:path';
import type { AstroIntegration } from 'astro';
import { loadGraph, requireGraph } from '../../graph/io/load-graph.ts';
import { formatFinding } from '../../schema/finding.ts';
import type { Settings } from '../settings.ts';

/**
 * Stop `astro build` before it starts when the content has findings, and show them as an overlay in `astro dev`.
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
      'astro:config:setup': async ({ command }) => {
        if (command === 'build') await requireGraph(settings.content);
      },
      'astro:server:setup': ({ server, logger }) => {
        const root = resolve(settings.content);
        const report = async (path?: string) => {
          if (path !== undefined && !resolve(path).startsWith(root)) return;
          const { findings } = await loadGraph(settings.content);
          if (findings.length === 0) return;
          const message = `内容检查发现 ${String(findings.length)} 处问题：\n${findings.map((item) => formatFinding(item)).join('\n')}`;
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
