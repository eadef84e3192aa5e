import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Graph } from '../../graph/types.ts';
import { listPartPages } from '../part-pages.ts';
import type { Part } from '../part.ts';
import { extractPart } from './extract-part.ts';

/** Folder of the part scripts below the output folder. */
export const PART_FOLDER = 'assets/parts';

/**
 * Write every page that can go into a meeting pack as a script below `assets/parts/`: scripts load from disk too,
 * where the browser refuses to fetch a page.
 *
 * @returns Number of parts.
 * @throws Error when a page was not built or holds nothing to print.
 * @example
 * await writeParts('dist', graph); // 160（清单、标准、术语等可放进会议材料的页面数）
 */
export async function writeParts(dist: string, graph: Graph): Promise<number> {
  await mkdir(join(dist, PART_FOLDER), { recursive: true });
  const pages = listPartPages(graph);
  for (const page of pages) {
    const html = await readFile(join(dist, page.url, 'index.html'), 'utf8');
    const part = extractPart(html, page.id);
    await writeFile(join(dist, PART_FOLDER, `${page.id}.js`), toPartScript(part));
  }
  return pages.length;
}

/**
 * Write a part as a classic script that hands it to the page.
 *
 * @example
 * toPartScript(part); // 'jgdjPart({"id":"san-hui-yi-ke","title":"三会一课",…});\n'
 */
export function toPartScript(part: Part): string {
  return `jgdjPart(${JSON.stringify(part)});\n`;
}
