import { fold, type Simplified } from '../../src/search/fold.ts';
import { sectionText } from '../../src/search/section-text.ts';
import type { SearchPage } from '../../src/search/types.ts';
import { pick, seeded } from './random.ts';

/** A class of queries: Han substrings of one length, or Han next to Latin or digits. */
export type QueryClass = 'r1' | 'r2' | 'r3' | 'r4' | 'r6' | 'r8' | 'mixed';
/** All classes, in the order of the report. */
export const QUERY_CLASSES: readonly QueryClass[] = ['r1', 'r2', 'r3', 'r4', 'r6', 'r8', 'mixed'];

/** A query with every section that holds it, found by reading everything. */
export interface OracleQuery {
  readonly query: string;
  /** `address#anchor` of each section. */
  readonly sections: ReadonlySet<string>;
  readonly pages: ReadonlySet<string>;
}

/**
 * Draw substrings of a corpus, and read the whole corpus for each.
 *
 * @param pages - The corpus.
 * @param kind - Class of query.
 * @param count - Number of queries.
 * @throws Error when the corpus has no such substring.
 * @example
 * drawQueries(pages, 'r4', 10, simplified)[0]?.query; // '组织生活'
 */
export function drawQueries(
  pages: readonly SearchPage[],
  kind: QueryClass,
  count: number,
  simplified: Simplified,
): OracleQuery[] {
  const random = seeded(kind.charCodeAt(0) * 31 + kind.length + kind.charCodeAt(1));
  const pattern = patternOf(kind);
  const queries = new Set<string>();
  for (let tries = 0; queries.size < count && tries < count * 400; tries += 1) {
    const text = sectionText(pick(random, pick(random, pages).sections));
    const matches = [...text.matchAll(pattern)].map((match) => match[1] ?? '');
    if (matches.length > 0) queries.add(pick(random, matches));
  }
  if (queries.size === 0) throw new Error(`The corpus has no substring of class ${kind}.`);
  const folded = foldPages(pages, simplified);
  return [...queries].map((query) => {
    const wanted = fold(query, simplified).text;
    const sections = new Set<string>();
    const urls = new Set<string>();
    for (const { href, url, text } of folded) {
      if (!text.includes(wanted)) continue;
      sections.add(href);
      urls.add(url);
    }
    return { query, sections, pages: urls };
  });
}

/** A look-ahead makes matches overlap, so every place of the text can be drawn. */
function patternOf(kind: QueryClass): RegExp {
  if (kind === 'mixed')
    return /(?=((?:\p{Script=Han}{1,3}[A-Za-z0-9]{1,4}|[A-Za-z0-9]{1,4}\p{Script=Han}{1,3})))/gu;
  return new RegExp(`(?=(\\p{Script=Han}{${kind.slice(1)}}))`, 'gu');
}

function foldPages(
  pages: readonly SearchPage[],
  simplified: Simplified,
): { href: string; url: string; text: string }[] {
  return pages.flatMap((page) =>
    page.sections.map((section) => ({
      href: section.id === '' ? page.url : `${page.url}#${section.id}`,
      url: page.url,
      text: fold(sectionText(section), simplified).text,
    })),
  );
}
