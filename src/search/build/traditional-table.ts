import tsCharacters from 'opencc-js/dict/TSCharacters';
import type { Simplified } from '../fold.ts';

/**
 * OpenCC's traditional → simplified characters, one to one. A character with several simplified forms takes the first.
 *
 * @example
 * traditionalTable().get('黨'); // '党'
 */
export function traditionalTable(): Simplified {
  const table = new Map<string, string>();
  for (const pair of tsCharacters.split('|')) {
    const [from = '', to = ''] = pair.split(' ');
    if (from !== '' && to !== '' && from !== to && from.length === to.length) table.set(from, to);
  }
  return table;
}

/**
 * The rows of the table a site's queries can need: those whose simplified form occurs on the site.
 *
 * @param table - The whole table.
 * @param used - Folded characters of the site.
 * @returns Pairs joined to one string (`黨党機机`).
 * @example
 * pairsFor(new Map([['黨', '党'], ['龜', '龟']]), new Set('党建')); // '黨党'
 */
export function pairsFor(table: Simplified, used: ReadonlySet<string>): string {
  return [...table]
    .filter(([, to]) => used.has(to))
    .map(([from, to]) => from + to)
    .join('');
}
