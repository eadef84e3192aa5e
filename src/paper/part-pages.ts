import type { Graph } from '../graph/types.ts';
import { toUrl, type Kind } from '../schema/kinds.ts';
import { LEDGER, SIGN_IN } from './table-kinds.ts';

/** A page that can go into a meeting pack. */
export interface PartPage {
  readonly id: string;
  readonly title: string;
  readonly kind: Kind | 'table';
  /** Site-relative URL. */
  readonly url: string;
}

/** Kinds of entry that make sense on a meeting's table. */
const PART_KINDS: readonly Kind[] = ['checklist', 'standard', 'wuhua', 'measure', 'term'];

/**
 * List the pages that can go into a meeting pack: checklists, the blank tables, standards, measures, terms.
 *
 * @example
 * listPartPages(graph)[0]; // { id: 'check-attendance', title: '组织生活考勤与通报清单', kind: 'checklist', url: … }
 */
export function listPartPages(graph: Graph): readonly PartPage[] {
  const entries = PART_KINDS.flatMap((kind) =>
    graph.entries
      .filter((entry) => entry.kind === kind)
      .map((entry): PartPage => ({
        id: entry.id,
        title: entry.data.title,
        kind,
        url: toUrl(kind, entry.id),
      })),
  );
  const tables = [SIGN_IN, LEDGER].map((table): PartPage => ({
    id: table.id,
    title: table.title,
    kind: 'table',
    url: `/meeting/${table.id}/`,
  }));
  return [...tables, ...entries];
}
