import type { APIRoute } from 'astro';
import { toCsv, toKb } from '../../graph/to-kb.ts';
import { getGraph } from '../../site/io/site-graph.ts';
import { readSettings } from '../../site/settings.ts';

/** The entries as a spreadsheet. */
export const GET: APIRoute = async () =>
  new Response(toCsv(toKb(await getGraph(), readSettings(process.env).base)), {
    headers: { 'Content-Type': 'text/csv; charset=utf-8' },
  });
