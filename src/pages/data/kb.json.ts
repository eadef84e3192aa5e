import type { APIRoute } from 'astro';
import { toKb } from '../../graph/to-kb.ts';
import { toKbItems } from '../../paper/kb-items.ts';
import { getGraph } from '../../site/io/site-graph.ts';
import { readSettings } from '../../site/settings.ts';

/** The whole knowledge base for other programs; shapes in `to-kb.ts` and `kb-items.ts`. */
export const GET: APIRoute = async () => {
  const graph = await getGraph();
  const { base } = readSettings(process.env);
  const kb = { ...toKb(graph, base), items: toKbItems(graph, base) };
  return new Response(JSON.stringify(kb), {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
};
