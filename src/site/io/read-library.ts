import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Entry, EntryOf } from '../../schema/entry.ts';
import { libraryReportSchema, type LibraryReport } from '../../schema/library-report.ts';
import { toArticleBlocks, type ArticleBlock } from '../article-blocks.ts';
import { scoreArticle } from '../match-article.ts';

/** One article of the library, ready for its page. */
export interface Article {
  /** Folder name; also the URL segment. */
  readonly slug: string;
  readonly report: LibraryReport;
  readonly blocks: readonly ArticleBlock[];
  /** The source entry whose full text this is, when one matches. */
  readonly source?: EntryOf<'source'>;
}

/**
 * Read every article of a library.
 *
 * @param library - Library root; one that is not there is an empty library.
 * @param entries - Entries of the content, among them the sources that articles may be the full text of.
 * @returns Articles sorted by slug. Folders whose name starts with `.` or `_` are the ingest's own and are passed over.
 * @throws When a `report.json` is not a report, naming the file.
 * @example
 * (await readLibrary('content/library', graph.entries))[0]?.report.title; // '抓基层打基础 锻造党的坚强组织体系'
 */
export async function readLibrary(
  library: string,
  entries: readonly Entry[],
): Promise<readonly Article[]> {
  const sources = entries.filter((entry) => entry.kind === 'source');
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
  const result = libraryReportSchema.safeParse(parseJson(await readFile(path, 'utf8')));
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const field = issue?.path.join('.') ?? '';
  throw new Error(
    `资料库文件不是导入报告：${path}（${field === '' ? '不是完整的 JSON' : `字段 ${field} 不对`}）。请用 npm run ingest 重新导入这篇文章，或删去这个文件夹。`,
    { cause: result.error },
  );
}

/** Text that is no JSON reads as nothing, which no report is. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
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

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
