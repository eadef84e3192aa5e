import type { ResolvedChecklist, ResolvedItem, ResolvedPhase } from './types.ts';

/** Rows of the item table that stay together on a page, or `items` between which a page may end. */
export interface RowGroup {
  /** The phase whose head stands above the items. */
  readonly phase?: ResolvedPhase;
  readonly items: readonly ResolvedItem[];
  /** Whether the group holds together. */
  readonly whole: boolean;
  /** Whether what closes the table follows: the sum, and the signatures where no other table stands between. */
  readonly last: boolean;
}

/**
 * Put the rows of a checklist into groups, so that no head of a phase is left at the foot of a page and no sum or
 * signature comes onto a page alone. Groups of a table are the one thing that engines from Chromium 83 keep whole;
 * `break-before: avoid` behind a table does nothing in any of them.
 *
 * @example
 * groupRows(checklist).map(({ items }) => items.length); // [1, 4, 1, 3, 1]（会前、会中各一组开头，末项单独一组）
 */
export function groupRows({ phases }: ResolvedChecklist): readonly RowGroup[] {
  return phases.flatMap((phase, at): RowGroup[] => {
    const [first, ...others] = phase.items;
    if (!first) return [];
    const isLast = at === phases.length - 1;
    const end = isLast ? others.slice(-1) : [];
    const middle = others.slice(0, others.length - end.length);
    const groups: RowGroup[] = [
      { phase, items: [first], whole: true, last: isLast && end.length === 0 },
      { items: middle, whole: false, last: false },
      { items: end, whole: true, last: true },
    ];
    return groups.filter(({ items }) => items.length > 0);
  });
}
