import type { Graph } from '../graph/types.ts';
import { toUrl } from '../schema/kinds.ts';
import { resolveChecklist } from './resolve-checklist.ts';
import { listItems } from './sheet.ts';

/** One item of one checklist in `kb.json`; `id` is that of the criterion where the item refers to one. */
export interface KbItem {
  readonly id: string;
  readonly checklist: string;
  readonly number: number;
  readonly text: string;
  readonly url: string;
}

/**
 * List the items of all checklists for `kb.json`, in the wording of the forms.
 *
 * @param base - URL prefix with slashes at both ends.
 * @example
 * toKbItems(graph, '/')[0]; // { id: 'check-brand.01', checklist: 'check-brand', number: 1, text: '品牌名称…', url: … }
 */
export function toKbItems(graph: Graph, base: string): readonly KbItem[] {
  return graph.entries.flatMap((entry) => {
    if (entry.kind !== 'checklist') return [];
    const url = `${base.replace(/\/$/u, '')}${toUrl(entry.kind, entry.id)}`;
    return listItems(resolveChecklist(graph, entry)).map(({ id, number, text }) => ({
      id,
      checklist: entry.id,
      number,
      text,
      url: `${url}#${id}`,
    }));
  });
}
