import { literalList } from './literal-list.ts';
import { lookUp } from './look-up.ts';
import { partialList } from './partial-list.ts';
import type { PortableIndex } from './portable-index.ts';
import type { SearchEngine } from './result.ts';

/**
 * The portable engine: postings for the candidates, a literal check of what is shown.
 *
 * @param index - Opened index.
 * @example
 * const list = await portableEngine(index).find('三会一课');
 * (await list.take(10))[0]?.title; // '三会一课'
 */
export function portableEngine(index: PortableIndex): SearchEngine {
  return {
    name: 'portable',
    async find(query, options = {}) {
      const found = await lookUp(index, query);
      const literal =
        (options.partial ?? false) === false ? await literalList(index, found, options) : undefined;
      return literal ?? partialList(index, found.plan, options);
    },
  };
}
