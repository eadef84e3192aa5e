import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { decodeInput } from '../decode/decode.ts';
import { DecodeError } from '../decode/decode-error.ts';
import { findDuplicates } from '../duplicates/find-duplicates.ts';
import type { Patch } from '../patches/patch.ts';
import { ingestDocument } from '../pipeline.ts';
import type { Duplicate, Report } from '../types.ts';
import { allocateSlugs, isSameInput, type Owner } from './allocate-slugs.ts';
import { chooseCopies, type KeepRule } from './choose-copies.ts';
import type { InputFile } from './find-inputs.ts';
import {
  commitArticle,
  readLibrary,
  readReport,
  recoverLibrary,
  removeArticle,
  stageArticle,
  stagingOf,
  tidyLibrary,
  type Change,
} from './library.ts';
import { lockLibrary } from './library-lock.ts';
import type { StoredReport } from './stored-report.ts';

/** What to import, where to, and whom to tell. */
export interface IngestRun {
  readonly files: readonly InputFile[];
  /** Folder of the library. */
  readonly out: string;
  readonly keep: KeepRule;
  readonly encoding?: string | undefined;
  /** Corrections to single documents. */
  readonly patches?: readonly Patch[];
  /** Do everything but write into the library. */
  readonly dryRun: boolean;
  /** Called before each file with how many are done. */
  readonly onProgress: (done: number, total: number, name: string) => void;
  /** Called for each article once it is in the library (or, in a dry run, would be). */
  readonly onArticle: (article: ArticleOutcome) => void | Promise<void>;
}

/** What became of one article. */
export interface ArticleOutcome {
  readonly slug: string;
  readonly report: StoredReport;
  /** `dropped`: an equal article stays in its place (`keptAs`). */
  readonly change: Change | 'dropped';
  readonly keptAs?: string;
}

/** A file that gave no article, and why, in Chinese for the user. */
export interface IngestFailure {
  readonly input: string;
  readonly message: string;
}

/** What a run did beside the articles it reported one by one. */
export interface IngestSummary {
  readonly failures: readonly IngestFailure[];
  /** Slugs of articles that inputs of this run no longer contain, taken out of the library. */
  readonly removed: readonly string[];
}

/** What the end of a run needs to know of an article while its report waits on disk. */
interface Staged {
  readonly slug: string;
  readonly title: string | null;
  readonly text: string;
  readonly fresh: boolean;
}

/**
 * Import files into the library: read, restore, compare, and only then move everything in.
 *
 * Nothing in the library changes before all files are read; a killed run leaves it as it was. Running again gives the same
 * bytes. A file that fails changes nothing and stops nothing.
 *
 * @throws {LibraryBusyError} If another run is writing into the library.
 * @throws If the library cannot be read or written.
 * @example
 * const run = { files, out: 'content/library', keep: 'titled', dryRun: false, onProgress, onArticle } as const;
 * (await runIngest(run)).failures; // [{ input: '空白.txt', message: '…' }]
 */
export async function runIngest(run: IngestRun): Promise<IngestSummary> {
  if (run.dryRun) return importAll(run);
  const release = await lockLibrary(run.out);
  try {
    await recoverLibrary(run.out);
    const summary = await importAll(run);
    await tidyLibrary(run.out);
    return summary;
  } finally {
    await release();
  }
}

async function importAll(run: IngestRun): Promise<IngestSummary> {
  const stage = run.dryRun ? await mkdtemp(join(tmpdir(), 'kb-ingest-')) : stagingOf(run.out);
  try {
    const { old, owners } = await readOwners(run.out);
    const { staged, done, failures } = await stageFiles(run, stage, owners);
    const fresh = new Set(staged.map((article) => article.slug));
    const stale = Array.from(owners)
      .filter(
        ([slug, owner]) => !fresh.has(slug) && done.some((input) => isSameInput(owner, input)),
      )
      .map(([slug]) => slug);
    const gone = new Set([...fresh, ...stale]);
    const all = [...old.filter((article) => !gone.has(article.slug)), ...staged];
    const dropped = await settleDuplicates(all, run, stage);
    const removed = [...stale, ...Array.from(dropped.keys()).filter((slug) => owners.has(slug))];
    await moveIn(all, dropped, run, stage);
    if (!run.dryRun) for (const slug of removed) await removeArticle(stage, run.out, slug);
    return { failures, removed };
  } finally {
    await rm(stage, { recursive: true, force: true });
  }
}

async function readOwners(out: string): Promise<{ old: Staged[]; owners: Map<string, Owner> }> {
  const old: Staged[] = [];
  const owners = new Map<string, Owner>();
  for await (const { slug, report } of readLibrary(out)) {
    old.push({ slug, title: report.title, text: report.text, fresh: false });
    owners.set(slug, { input: report.input, source: report.source });
  }
  return { old, owners };
}

async function stageFiles(run: IngestRun, stage: string, owners: ReadonlyMap<string, Owner>) {
  const staged: Staged[] = [];
  const done: Owner[] = [];
  const failures: IngestFailure[] = [];
  const taken = new Set<string>();
  for (const [index, file] of run.files.entries()) {
    run.onProgress(index, run.files.length, file.place);
    try {
      const { owner, reports } = await readArticles(file, run);
      const slugs = allocateSlugs(
        reports.map((report) => report.title),
        owner,
        owners,
        taken,
      );
      for (const [at, report] of reports.entries()) {
        const slug = slugs[at] ?? '';
        await stageArticle(stage, slug, { ...report, source: owner.source });
        staged.push({ slug, title: report.title, text: report.text, fresh: true });
      }
      done.push(owner);
    } catch (error) {
      failures.push({ input: file.place, message: explain(error) });
    }
  }
  run.onProgress(run.files.length, run.files.length, '');
  return { staged, done, failures };
}

async function readArticles(
  file: InputFile,
  run: IngestRun,
): Promise<{ owner: Owner; reports: readonly Report[] }> {
  const bytes = await readFile(file.path);
  const name = basename(file.path);
  const decoded = await decodeInput({ name, bytes, encoding: run.encoding });
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const { articles, warnings } = ingestDocument(decoded, { patches: run.patches ?? [] });
  return {
    owner: { input: name, source: { path: file.place, sha256 } },
    reports: articles.map(({ report }) => ({
      ...report,
      warnings: [...(decoded.warnings ?? []), ...warnings, ...report.warnings],
    })),
  };
}

/** Write into the waiting reports what they share with others; returns which articles the keep rule leaves out. */
async function settleDuplicates(
  all: readonly Staged[],
  run: IngestRun,
  stage: string,
): Promise<Map<string, string>> {
  const duplicates = findDuplicates(all.map(({ slug, text }) => ({ slug, report: { text } })));
  const rowsOf = (slug: string): readonly Duplicate[] => duplicates.get(slug) ?? [];
  const dropped = chooseCopies(
    all.map((article) => ({ ...article, duplicates: rowsOf(article.slug) })),
    run.keep,
  );
  for (const { slug, fresh } of all) {
    const rows = rowsOf(slug).map((row) =>
      dropped.has(row.slug) ? { ...row, dropped: true } : row,
    );
    if (fresh && rows.length === 0) continue;
    const report = await readReport(fresh ? stage : run.out, slug);
    if (JSON.stringify(report.duplicates) === JSON.stringify(rows)) continue;
    await stageArticle(stage, slug, { ...report, duplicates: rows });
  }
  return dropped;
}

async function moveIn(
  all: readonly Staged[],
  dropped: ReadonlyMap<string, string>,
  run: IngestRun,
  stage: string,
) {
  for (const { slug, fresh } of all) {
    const keptAs = dropped.get(slug);
    if (!fresh) {
      if (!run.dryRun && (await isStaged(stage, slug))) await commitArticle(stage, run.out, slug);
      continue;
    }
    const report = await readReport(stage, slug);
    if (keptAs !== undefined) await run.onArticle({ slug, report, change: 'dropped', keptAs });
    else
      await run.onArticle({
        slug,
        report,
        change: run.dryRun ? 'added' : await commitArticle(stage, run.out, slug),
      });
  }
}

async function isStaged(stage: string, slug: string): Promise<boolean> {
  try {
    await readReport(stage, slug);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw error;
  }
}

function explain(error: unknown): string {
  if (error instanceof DecodeError) return error.message;
  if (error instanceof Error && 'code' in error) {
    if (error.code === 'EACCES' || error.code === 'EPERM') return '没有读取权限，请检查文件权限';
    return `读取失败（${String(error.code)}），请检查文件或磁盘`;
  }
  return `处理时出错（${error instanceof Error ? error.message : String(error)}），请把文件发给维护者`;
}
