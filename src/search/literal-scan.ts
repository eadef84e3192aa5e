import { fold, type Simplified } from './fold.ts';
import { parseQuery } from './plan.ts';
import { sectionText } from './section-text.ts';
import type { SearchPage } from './types.ts';

/**
 * Find a query by reading everything: the oracle that both engines are tested against.
 *
 * @param pages - The pages of a site.
 * @param query - As typed.
 * @param simplified - Conversion table of the index.
 * @returns `address#anchor` of every section that holds every word literally, in page order.
 * @example
 * scanLiterally(pages, '三会一课'); // ['terms/shyk/', 'problems/shyk/#causes']
 */
export function scanLiterally(
  pages: readonly SearchPage[],
  query: string,
  simplified?: Simplified,
): string[] {
  const { parts } = parseQuery(query, simplified);
  if (parts.length === 0) return [];
  return pages.flatMap((page) =>
    page.sections
      .filter((section) => {
        const folded = fold(sectionText(section), simplified).text;
        return parts.every(({ text }) => folded.includes(text));
      })
      .map(({ id }) => toHref(page.url, id)),
  );
}

/**
 * Address and anchor joined.
 *
 * @example
 * toHref('terms/shyk/', '由来'); // 'terms/shyk/#由来'
 */
export function toHref(url: string, id: string): string {
  return id === '' ? url : `${url}#${id}`;
}
