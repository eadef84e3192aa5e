import type { APIRoute } from 'astro';
import { toKb } from '../../graph/to-kb.ts';
import { getGraph } from '../../site/io/site-graph.ts';
import { readSettings } from '../../site/settings.ts';

/** The whole knowledge base for other programs; shape in `to-kb.ts`. */
export const GET: APIRoute = async () =>
  new Response(JSON.stringify(toKb(await getGraph(), readSettings(process.env).base)), {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
