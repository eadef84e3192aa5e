import { locateCitation } from '../locate-citation.ts';
import { readSettings } from '../settings.ts';
import { readLibrary, type Article } from './read-library.ts';
import { getGraph } from './site-graph.ts';

/** Kept for the process: Astro renders page by page and has no place of its own for what a whole build shares. */
let cached: Promise<readonly Article[]> | undefined;

/**
 * Every article of the library, sorted by slug; none when there is no library. Read once per build, and anew for every
 * page in `astro dev`.
 *
 * @throws When a `report.json` is not a report, naming the file.
 * @example
 * (await getLibrary()).map((article) => article.report.title); // ['抓基层打基础 锻造党的坚强组织体系', …]
 */
export async function getLibrary(): Promise<readonly Article[]> {
  if (import.meta.env?.DEV) return loadLibrary();
  cached ??= loadLibrary();
  return cached;
}

async function loadLibrary(): Promise<readonly Article[]> {
  const { library } = readSettings(process.env);
  return readLibrary(library, (await getGraph()).entries);
}

/**
 * Site path of the paragraph that a citation points to, when the library holds the article.
 *
 * @param sourceId - Id of the source entry.
 * @param at - Heading path.
 * @param quote - Literal phrase of the paragraph.
 * @returns e.g. `/library/zhua-ji-ceng/#p7`; undefined when the article is not in the library.
 * @example
 * await findCitedParagraph('zhua-jiceng-da-jichu', '三、开掘活力之“源”', '三大红色阵地');
 */
export async function findCitedParagraph(
  sourceId: string,
  at: string,
  quote?: string,
): Promise<string | undefined> {
  const article = (await getLibrary()).find((candidate) => candidate.source?.id === sourceId);
  if (article === undefined) return undefined;
  const anchor = locateCitation(article.blocks, at, quote);
  return `/library/${article.slug}/${anchor === undefined ? '' : `#${anchor}`}`;
}
