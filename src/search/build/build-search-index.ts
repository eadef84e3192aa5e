import { buildIndex } from '../build-index.ts';
import { foldPages, type FoldedSection } from '../fold-pages.ts';
import { splitBundles } from '../pagefind-bundles.ts';
import { sectionText } from '../section-text.ts';
import type { LexiconEntry, SearchPage } from '../types.ts';
import { buildWords } from './build-words.ts';
import { readSite } from './read-site.ts';
import { pairsFor, traditionalTable } from './traditional-table.ts';
import { writePagefind } from './write-pagefind.ts';
import { fingerprint, writePortable } from './write-portable.ts';

/** Which site to index, and how. */
export interface BuildOptions {
  /** Folder of the built site. */
  readonly dist: string;
  /** URL prefix of the site, `/` or `/kb/`. */
  readonly base: string;
  readonly lexicon: readonly LexiconEntry[];
  /** Code units of text in one Pagefind bundle; see `pagefind-bundles.ts`. */
  readonly bundleUnits?: number | undefined;
}

/** What was built, for the build log. */
export interface BuildReport {
  readonly pages: number;
  readonly sections: number;
  readonly portableBytes: number;
}

/**
 * Index a built site for both engines: reads the pages in `dist`, writes `dist/search-index/` and `dist/pagefind/`.
 *
 * @throws Error when the site has no indexable page, or nodejieba cannot be loaded (the message says how to repair it).
 * @example
 * await buildSearchIndex({ dist: 'dist', base: '/', lexicon: [{ title: '三会一课', url: '/terms/shyk/', kind: 'term', aliases: [] }] });
 */
export async function buildSearchIndex({
  dist,
  base,
  lexicon,
  bundleUnits,
}: BuildOptions): Promise<BuildReport> {
  const pages = readSite(dist);
  if (pages.length === 0)
    throw new Error(`${dist} 里没有可检索的页面：每个内容页的 <main> 应有 data-kind。`);
  const portableBytes = await indexPortable(dist, pages, { base, lexicon, bundleUnits });
  await writePagefind(dist, pages, traditionalTable(), bundleUnits);
  return {
    pages: pages.length,
    sections: pages.reduce((sum, page) => sum + page.sections.length, 0),
    portableBytes,
  };
}

/**
 * Write the portable index of some pages.
 *
 * @returns Bytes written.
 * @throws Error when nodejieba cannot be loaded; the message says how to repair it.
 * @example
 * await indexPortable('dist', readSite('dist'), { base: '/', lexicon }); // dist/search-index/ (党建知识库)
 */
export async function indexPortable(
  dist: string,
  pages: readonly SearchPage[],
  { base, lexicon, bundleUnits }: Omit<BuildOptions, 'dist'>,
): Promise<number> {
  const simplified = traditionalTable();
  const numbers = new Map(pages.map(({ url }, number) => [url, number]));
  const build = fingerprint(
    pages.flatMap((page) => [page.url, page.title, ...page.sections.map(sectionText)]),
  );
  const folded = foldPages(pages, simplified);
  const files = buildIndex(pages, build, {
    simplified,
    folded,
    bundles: splitBundles(pages, bundleUnits).length,
    names: namesByPage(lexicon, numbers, base),
    related: relatedByPage(lexicon, numbers, base),
  });
  files.set('t2s', pairsFor(simplified, charactersOf(folded)));
  for (const [name, shard] of await buildWords(pages, lexicon, { simplified, folded }))
    files.set(name, shard);
  return writePortable(dist, files);
}

/** Addresses in the lexicon carry the base; pages do not. */
function pageNumber(
  url: string,
  numbers: ReadonlyMap<string, number>,
  base: string,
): number | undefined {
  const prefix = base.endsWith('/') ? base : `${base}/`;
  const path = url.startsWith(prefix) ? url.slice(prefix.length) : url.replace(/^\//, '');
  return numbers.get(path);
}

function namesByPage(
  lexicon: readonly LexiconEntry[],
  numbers: ReadonlyMap<string, number>,
  base: string,
): Map<number, string[]> {
  const names = new Map<number, string[]>();
  for (const entry of lexicon) {
    const number = pageNumber(entry.url, numbers, base);
    if (number !== undefined)
      names.set(number, [...(names.get(number) ?? []), entry.title, ...entry.aliases]);
  }
  return names;
}

function relatedByPage(
  lexicon: readonly LexiconEntry[],
  numbers: ReadonlyMap<string, number>,
  base: string,
): Map<number, number[]> {
  const related = new Map<number, number[]>();
  for (const entry of lexicon) {
    const number = pageNumber(entry.url, numbers, base);
    if (number === undefined || entry.related === undefined) continue;
    related.set(
      number,
      entry.related.flatMap((url) => pageNumber(url, numbers, base) ?? []),
    );
  }
  return related;
}

function charactersOf(folded: readonly (readonly FoldedSection[])[]): Set<string> {
  const used = new Set<string>();
  for (const sections of folded)
    for (const { heading, body } of sections) for (const char of heading + body) used.add(char);
  return used;
}
