import type { Finding } from '../../schema/finding.ts';
import { formatFinding } from '../../schema/finding.ts';
import { buildGraph } from '../build-graph.ts';
import type { Graph } from '../types.ts';
import { readContent } from './read-content.ts';

/** Thrown when content has findings; its message lists all of them. */
export class ContentError extends Error {
  readonly findings: readonly Finding[];

  constructor(findings: readonly Finding[]) {
    super(
      `内容检查发现 ${String(findings.length)} 处问题：\n${findings.map((item) => formatFinding(item)).join('\n')}`,
    );
    this.name = 'ContentError';
    this.findings = findings;
  }
}

/**
 * Read and check a content folder.
 *
 * @param root - Content root, e.g. `content`.
 * @returns The graph and all findings.
 * @example
 * const { graph, findings } = await loadGraph('content');
 */
export async function loadGraph(root: string): Promise<{ graph: Graph; findings: Finding[] }> {
  return buildGraph(await readContent(root));
}

/**
 * Read a content folder that must be without findings.
 *
 * @throws ContentError that lists every finding.
 * @example
 * const graph = await requireGraph('content'); // 有任何一处问题都会报错并列全
 */
export async function requireGraph(root: string): Promise<Graph> {
  const { graph, findings } = await loadGraph(root);
  if (findings.length > 0) throw new ContentError(findings);
  return graph;
}
