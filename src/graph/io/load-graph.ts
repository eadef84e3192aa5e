import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Finding } from '../../schema/finding.ts';
import { buildGraph } from '../build-graph.ts';
import { checkCoverage } from '../check-coverage.ts';
import type { Graph } from '../types.ts';
import { ContentError, toContentError } from './content-error.ts';
import { readContent } from './read-content.ts';

/** Table of facts and their places; a content folder may do without one. */
const COVERAGE_FILE = 'coverage.yaml';

/**
 * Read and check a content folder, its coverage table included.
 *
 * @param root - Content root, e.g. `content`.
 * @returns The graph and all findings.
 * @throws ContentError when there is no content folder at that place, or nothing in it.
 * @example
 * const { graph } = await loadGraph('content'); // graph.byId.get('san-hui-yi-ke')?.data.title === '三会一课'
 */
export async function loadGraph(root: string): Promise<{ graph: Graph; findings: Finding[] }> {
  const files = await readContent(root);
  if (files.length === 0) {
    throw new ContentError(
      `内容目录 ${root} 里一个条目也没有。用环境变量 KB_CONTENT 指明内容目录，或用 npm run new 新建条目。`,
    );
  }
  const { graph, findings } = buildGraph(files);
  if (findings.length > 0) return { graph, findings };
  return { graph, findings: await checkCoverageFile(root, graph) };
}

/** Entries with findings are not in the graph, so coverage is looked at once all of them are sound. */
async function checkCoverageFile(root: string, graph: Graph): Promise<Finding[]> {
  const path = join(root, COVERAGE_FILE);
  if (!existsSync(path)) return [];
  return checkCoverage(COVERAGE_FILE, await readFile(path, 'utf8'), graph);
}

/**
 * Read a content folder that must be without findings.
 *
 * @throws ContentError that lists every finding, or says that there is no content.
 * @example
 * const graph = await requireGraph('content'); // 有任何一处问题都会报错并列全
 */
export async function requireGraph(root: string): Promise<Graph> {
  const { graph, findings } = await loadGraph(root);
  if (findings.length > 0) throw toContentError(findings);
  return graph;
}
