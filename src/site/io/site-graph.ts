import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { requireGraph } from '../../graph/io/load-graph.ts';
import type { Graph } from '../../graph/types.ts';
import { KINDS } from '../../schema/kinds.ts';
import { readSettings } from '../settings.ts';

/** Kept for the process, as Astro shares nothing between pages, with the state of the files it was made from. */
let cached: { stamp: string; graph: Promise<Graph> } | undefined;

/**
 * The checked graph: made once per build, and made again in `astro dev` when a file changed.
 *
 * @throws ContentError that lists every finding.
 * @example
 * const graph = await getGraph(); // graph.byId.get('two-skins')?.data.title === '党建与业务“两张皮”'
 */
export async function getGraph(): Promise<Graph> {
  const { content } = readSettings(process.env);
  const stamp = import.meta.env?.DEV ? await stampOf(content) : content;
  if (cached?.stamp !== stamp) cached = { stamp, graph: requireGraph(content) };
  return cached.graph;
}

/** Names, sizes and times of all entry files: changes whenever one of them does. */
async function stampOf(root: string): Promise<string> {
  const folders = await Promise.all(
    Object.values(KINDS).map(async ({ folder }) => {
      const path = join(root, folder);
      const names = await readdir(path).catch(() => []);
      const stats = await Promise.all(names.map((name) => stat(join(path, name))));
      return stats
        .map((info, index) => `${names[index] ?? ''}:${String(info.mtimeMs)}:${String(info.size)}`)
        .join();
    }),
  );
  return folders.join();
}
