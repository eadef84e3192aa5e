import type { PageHit, ResultList, SectionHit } from './result.ts';
import { toHref } from './literal-scan.ts';

/** One line of `npm run search`: a section that answers. */
export interface Row {
  readonly url: string;
  readonly title: string;
  readonly kind: string;
  readonly section: string;
  readonly exact: boolean;
  readonly match: PageHit['match'];
  readonly excerpt: string;
  readonly score: number;
}

/**
 * All hits of a list as rows, best first: the best section of every page, then the further sections of the pages, so
 * that a page with many sections does not push the next page out of sight. Scores never rise.
 *
 * @param list - What an engine found.
 * @param base - URL prefix of the site.
 * @param limit - Most pages to read.
 * @example
 * (await toRows(await engine.find('三会一课', { sections: Infinity }), '/'))[0]?.url; // '/terms/shyk/'
 */
export async function toRows(list: ResultList, base: string, limit = Infinity): Promise<Row[]> {
  const hits = await list.take(limit);
  const row = (hit: PageHit, section: SectionHit): Row => ({
    url: base + toHref(hit.url, section.id),
    title: hit.title,
    kind: hit.kind,
    section: section.heading,
    exact: section.exact,
    match: hit.match,
    excerpt: section.excerpt.map(({ text }) => text).join(''),
    score: Number(hit.score.toFixed(4)),
  });
  const best = hits.flatMap((hit) => hit.sections.slice(0, 1).map((section) => row(hit, section)));
  const more = hits.flatMap((hit) => hit.sections.slice(1).map((section) => row(hit, section)));
  let ceiling = Infinity;
  return [...best, ...more].map((found) => {
    ceiling = Math.min(ceiling, found.score);
    return { ...found, score: ceiling };
  });
}
