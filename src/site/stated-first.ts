import type { ShownLink } from '../graph/link-groups.ts';

/**
 * Put the links that a source states before those that the editor drew; each half keeps its order.
 *
 * @example
 * statedFirst(treatments)[0]?.editorial; // false（来源写明的办法排在“编者关联”之前）
 */
export function statedFirst(links: readonly ShownLink[]): ShownLink[] {
  return [...links].sort((a, b) => Number(a.editorial) - Number(b.editorial));
}
