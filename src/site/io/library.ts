import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { EntryOf } from '../../schema/entry.ts';
import { libraryReportSchema, type LibraryReport } from '../../schema/library-report.ts';
import { toArticleBlocks, type ArticleBlock } from '../article-blocks.ts';
import { locateCitation } from '../locate-citation.ts';
import { scoreArticle } from '../match-article.ts';
import { readSettings } from '../settings.ts';
import { getGraph } from './site-graph.ts';

/** One article of the library, ready for its page. */
export interface Article {
  /** Folder name; also the URL segment. */
  readonly slug: string;
  readonly report: LibraryReport;
  readonly blocks: readonly ArticleBlock[];
  /** The source entry whose full text this is, when one matches. */
  readonly source?: EntryOf<'source'>;
}

let cached: Promise<readonly Article[]> | undefined;

/**
 * Every article of the library, sorted by slug; none when there is no library. Read once per build.
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
  const graph = await getGraph();
  const sources = graph.entries.filter((entry) => entry.kind === 'source');
  const slugs = (await listArticles(library)).sort();
  return Promise.all(
    slugs.map(async (slug) =>
      toArticle(slug, await readReport(join(library, slug, 'report.json')), sources),
    ),
  );
}

async function listArticles(library: string): Promise<string[]> {
  const items = await readdir(library, { withFileTypes: true }).catch((error: unknown) => {
    if (isMissing(error)) return [];
    throw error;
  });
  const folders = items
    .filter((item) => item.isDirectory() && !/^[._]/u.test(item.name))
    .map((item) => item.name);
  const kept = await Promise.all(
    folders.map(async (name) =>
      (await readdir(join(library, name))).includes('report.json') ? [name] : [],
    ),
  );
  return kept.flat();
}

async function readReport(path: string): Promise<LibraryReport> {
  const result = libraryReportSchema.safeParse(JSON.parse(await readFile(path, 'utf8')));
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new Error(
    `资料库文件不是导入报告：${path}（${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}）。请用 npm run ingest 重新导入这篇文章。`,
  );
}

function toArticle(
  slug: string,
  report: LibraryReport,
  sources: readonly EntryOf<'source'>[],
): Article {
  const ranked = sources
    .map((source) => ({ source, score: scoreArticle(source, report) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
  const best = ranked[0];
  return {
    slug,
    report,
    blocks: toArticleBlocks(report),
    ...(best === undefined ? {} : { source: best.source }),
  };
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

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
