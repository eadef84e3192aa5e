import type { IncomingMessage, ServerResponse } from 'node:http';
import { requireGraph } from '../../graph/io/load-graph.ts';
import { listPartPages } from '../part-pages.ts';
import { bundlePaperScript, PAPER_SCRIPTS, type PaperScript } from './bundle-browser.ts';
import { CHECKLIST_FOLDER, listChecklistData } from './checklist-data.ts';
import { extractPart } from './extract-part.ts';
import { listDownloads } from './make-downloads.ts';
import { toPartScript } from './write-parts.ts';

type Next = (error?: unknown) => void;

/**
 * Serve scripts, Word and Excel files and parts in `astro dev`, made afresh on every request. PDF files are made by a
 * build only.
 *
 * @example
 * server.middlewares.use(servePaper('content', '/')); // 开发时也能下载“主题党日六步清单”的 Word
 */
export function servePaper(content: string, base: string) {
  return (request: IncomingMessage, response: ServerResponse, next: Next): void => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    // Vite may have taken the base prefix off already.
    const below = `/${path.startsWith(base) ? path.slice(base.length) : path.replace(/^\//u, '')}`;
    const origin = `http://${request.headers.host ?? 'localhost'}${base}`;
    makeFile(below, content, origin)
      .then((file) => {
        if (!file) {
          next();
          return;
        }
        response.setHeader('Content-Type', file.type);
        response.end(file.body);
      })
      .catch(next);
  };
}

async function makeFile(
  path: string,
  content: string,
  origin: string,
): Promise<{ type: string; body: string | Buffer } | undefined> {
  const script = 'text/javascript; charset=utf-8';
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (path === `/assets/${name}` && name in PAPER_SCRIPTS) {
    return { type: script, body: await bundlePaperScript(name as PaperScript) };
  }
  if (path === `/${CHECKLIST_FOLDER}/${name}`) {
    const data = listChecklistData(await requireGraph(content));
    const file = data.find((one) => one.name === name);
    return file && { type: script, body: await file.make() };
  }
  if (path === `/downloads/${name}`) {
    const file = listDownloads(await requireGraph(content)).find(
      (download) => download.name === name,
    );
    return file && { type: 'application/octet-stream', body: await file.make() };
  }
  if (path === `/assets/parts/${name}`) {
    const pages = listPartPages(await requireGraph(content));
    const page = pages.find((one) => `${one.id}.js` === name);
    if (!page) return undefined;
    const answer = await fetch(`${origin.replace(/\/$/u, '')}${page.url}`);
    return { type: script, body: toPartScript(extractPart(await answer.text(), page.id)) };
  }
  return undefined;
}
