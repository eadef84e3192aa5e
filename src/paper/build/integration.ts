import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { requireGraph } from '../../graph/io/load-graph.ts';
import { toUrl } from '../../schema/kinds.ts';
import { bundlePaperScript, PAPER_SCRIPTS, type PaperScript } from './bundle-browser.ts';
import { CHECKLIST_FOLDER, listChecklistData } from './checklist-data.ts';
import { findChromium } from './find-chromium.ts';
import { listDownloads } from './make-downloads.ts';
import { printPdf } from './print-pdf.ts';
import { servePaper } from './serve-paper.ts';
import { writeParts } from './write-parts.ts';

/** Where content is read from. */
export interface PaperSettings {
  readonly content: string;
}

/**
 * Make everything of the site that goes on paper: the scripts of the forms, Word, Excel and PDF files of every
 * checklist, and the parts from which meeting packs are put together. Without a Chromium the PDF files are left out, and
 * one line of the build log says so.
 *
 * @example
 * integrations: [paperIntegration({ content: 'content' })] // dist/downloads/ 里得到各清单的 Word、Excel、PDF
 */
export function paperIntegration({ content }: PaperSettings): AstroIntegration {
  let base = '/';
  return {
    name: 'kb:paper',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.endsWith('/') ? config.base : `${config.base}/`;
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use(servePaper(content, base));
      },
      'astro:build:done': async ({ dir, logger }) => {
        const dist = fileURLToPath(dir);
        const graph = await requireGraph(content);
        await mkdir(join(dist, 'assets'), { recursive: true });
        for (const name of Object.keys(PAPER_SCRIPTS) as PaperScript[]) {
          await writeFile(join(dist, 'assets', name), await bundlePaperScript(name));
        }
        await mkdir(join(dist, CHECKLIST_FOLDER), { recursive: true });
        for (const { name, make } of listChecklistData(graph)) {
          await writeFile(join(dist, CHECKLIST_FOLDER, name), await make());
        }
        const downloads = join(dist, 'downloads');
        await mkdir(downloads, { recursive: true });
        const files = listDownloads(graph);
        for (const { name, make } of files) await writeFile(join(downloads, name), await make());
        const parts = await writeParts(dist, graph);
        logger.info(
          `Word、Excel 文件 ${String(files.length)} 个，会议材料组件 ${String(parts)} 个`,
        );

        const executable = findChromium();
        if (executable === undefined) {
          logger.warn(
            '没有找到 Chromium，PDF 未生成；装上 Chromium 或 Chrome，或用 CHROMIUM_PATH 指明位置后重新构建。',
          );
          return;
        }
        const jobs = graph.entries
          .filter((entry) => entry.kind === 'checklist')
          .map(({ kind, id }) => ({
            url: `${base.slice(0, -1)}${toUrl(kind, id)}`,
            file: join(downloads, `${id}.pdf`),
          }));
        const started = performance.now();
        await printPdf({ dist, base, executable, jobs });
        const seconds = ((performance.now() - started) / 1000).toFixed(1);
        logger.info(`PDF ${String(jobs.length)} 个，用时 ${seconds} 秒`);
      },
    },
  };
}
