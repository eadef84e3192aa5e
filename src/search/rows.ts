import type { Answer } from './answer.ts';
import type { PageHit, SectionHit } from './result.ts';
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
 * @param answer - What was found; where it answers another query than typed, no row is exact.
 * @param base - URL prefix of the site.
 * @param limit - Most pages to read.
 * @example
 * (await toRows(await answerQuery(engine, index, '三会一课'), '/'))[0]?.url; // '/terms/shyk/'
 */
export async function toRows(
  { list, instead }: Answer,
  base: string,
  limit = Infinity,
): Promise<Row[]> {
  const hits = await list.take(limit);
  const row = (hit: PageHit, section: SectionHit): Row => ({
    url: base + toHref(hit.url, section.id),
    title: hit.title,
    kind: hit.kind,
    section: section.heading,
    exact: section.exact && instead === undefined,
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
