import { requireGraph } from '../../graph/io/load-graph.ts';
import type { Graph } from '../../graph/types.ts';
import type { Entry } from '../../schema/entry.ts';
import { toUrl } from '../../schema/kinds.ts';
import { otherNamesOf } from '../../schema/other-names-of.ts';
import type { LexiconEntry } from '../../search/types.ts';
import type { Settings } from '../settings.ts';

/**
 * What search knows of the entries beyond their pages: other names, readings, and what answers together.
 *
 * @param settings - Where the content is, and the URL prefix.
 * @throws ContentError where the content has findings.
 * @example
 * await readSearchLexicon(settings); // [{ title: '三会一课', url: '/terms/san-hui-yi-ke/', … }]
 */
export async function readSearchLexicon(settings: Settings): Promise<LexiconEntry[]> {
  const graph = await requireGraph(settings.content);
  return graph.entries.map((entry) => toLexiconEntry(graph, entry, settings.base));
}

function toLexiconEntry(graph: Graph, entry: Entry, base: string): LexiconEntry {
  const { data, kind } = entry;
  const pinyin = entry.kind === 'term' ? entry.data.pinyin : undefined;
  const measures = (graph.incoming.get(entry.id) ?? []).filter(({ rel }) => rel === 'treats');
  const related = measures.flatMap(({ from }) => {
    const measure = graph.byId.get(from);
    return measure === undefined ? [] : [urlOf(measure, base)];
  });
  return {
    title: data.title,
    url: urlOf(entry, base),
    kind,
    aliases: otherNamesOf(entry),
    ...(pinyin === undefined ? {} : { pinyin }),
    ...(related.length === 0 ? {} : { related: [...new Set(related)] }),
  };
}

function urlOf({ kind, id }: Entry, base: string): string {
  return base + toUrl(kind, id).slice(1);
}
