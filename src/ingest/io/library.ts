import { mkdir, readdir, readFile, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseReport, renderReport, type StoredReport } from './stored-report.ts';
import { emitArticle } from '../emit/emit-article.ts';
import { isRunning } from './is-running.ts';

/** Prefix of the folder in which a run builds its articles before it moves them in. */
const STAGING = '.staging-';
/** Folder that holds an article's old folder while the new one takes its place. */
const OLD = '.old';

/**
 * Undo what a killed run left: bring back articles that were being replaced, delete what was being built.
 *
 * @param library - The library's folder; may not exist yet.
 * @throws If the folder cannot be read or written.
 * @example
 * await recoverLibrary('content/library'); // 机关党建, set aside by a run that was killed, is back in its place
 */
export async function recoverLibrary(library: string): Promise<void> {
  if (!existsSync(library)) return;
  const old = join(library, OLD);
  for (const slug of existsSync(old) ? await readdir(old) : []) {
    if (existsSync(join(library, slug))) await rm(join(old, slug), { recursive: true });
    else await rename(join(old, slug), join(library, slug));
  }
  for (const name of await readdir(library)) {
    if (name.startsWith(STAGING) && !isRunning(Number(name.slice(STAGING.length)))) {
      await rm(join(library, name), { recursive: true });
    }
  }
}

/**
 * Take away the empty folder in which articles waited while they were replaced; one that still holds an article stays.
 *
 * @param library - The library's folder; may not exist.
 * @throws If the folder cannot be written.
 * @example
 * await tidyLibrary('content/library'); // content/library/.old 已空，删除
 */
export async function tidyLibrary(library: string): Promise<void> {
  const old = join(library, OLD);
  if (existsSync(old) && (await readdir(old)).length === 0) await rmdir(old);
}

/**
 * Read all reports of a library, by slug, in the order of slugs.
 *
 * Names beginning with `.` or `_` are no articles.
 *
 * @param library - The library's folder; one that does not exist is empty.
 * @throws {Error} Naming the file, if a report is damaged.
 * @example
 * for await (const { slug, report } of readLibrary('content/library')) console.log(slug, report.title);
 * // ji-guan-dang-jian 机关党建
 */
export async function* readLibrary(
  library: string,
): AsyncGenerator<{ slug: string; report: StoredReport }> {
  if (!existsSync(library)) return;
  const entries = await readdir(library, { withFileTypes: true });
  const slugs = entries
    .filter((entry) => entry.isDirectory() && !/^[._]/.test(entry.name))
    .map((entry) => entry.name);
  for (const slug of slugs.sort()) {
    const path = join(library, slug, 'report.json');
    if (!existsSync(path)) continue;
    const json = await readFile(path, 'utf8');
    try {
      yield { slug, report: parseReport(json) };
    } catch (cause) {
      const why = cause instanceof Error ? cause.message : String(cause);
      throw new Error(`${path}：报告损坏（${why}），请删除这个文件夹后重新导入`, { cause });
    }
  }
}

/**
 * Name the folder in which this process builds articles before it moves them into the library.
 *
 * @example
 * stagingOf('文库'); // '文库/.staging-4711'
 */
export function stagingOf(library: string): string {
  return join(library, `${STAGING}${process.pid}`);
}

/**
 * Build an article's folder aside, to be moved in by {@link commitArticle}.
 *
 * @param stage - Folder to build in, on the same disk as the library.
 * @param slug - The article's name.
 * @param report - What to write; `article.md` is derived from it.
 * @example
 * await stageArticle(stagingOf('content/library'), 'ji-guan-dang-jian', report); // 机关党建
 */
export async function stageArticle(
  stage: string,
  slug: string,
  report: StoredReport,
): Promise<void> {
  const folder = join(stage, slug);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'report.json'), renderReport(report));
  await writeFile(join(folder, 'article.md'), emitArticle(report, slug));
}

/**
 * Read an article's report, staged or in the library.
 *
 * @example
 * (await readReport('content/library', 'ji-guan-dang-jian')).title; // '机关党建'
 */
export async function readReport(folder: string, slug: string): Promise<StoredReport> {
  return parseReport(await readFile(join(folder, slug, 'report.json'), 'utf8'));
}

/** What moving an article into the library did. */
export type Change = 'added' | 'changed' | 'same';

/**
 * Move a staged article into the library. A reader of the library sees the old article or the new one, never a part.
 *
 * @returns What changed: an article with the same bytes is left as it is.
 * @example
 * await commitArticle(stagingOf('content/library'), 'content/library', 'ji-guan-dang-jian'); // 'added' (机关党建)
 */
export async function commitArticle(stage: string, library: string, slug: string): Promise<Change> {
  const staged = join(stage, slug);
  const target = join(library, slug);
  const old = join(library, OLD, slug);
  if (!existsSync(target)) {
    await rename(staged, target);
    return 'added';
  }
  if (await haveSameBytes(staged, target)) return 'same';
  await mkdir(join(library, OLD), { recursive: true });
  await rename(target, old);
  await rename(staged, target);
  await rm(old, { recursive: true });
  return 'changed';
}

/**
 * Take an article out of the library in one step.
 *
 * @example
 * await removeArticle(stagingOf('content/library'), 'content/library', 'ji-guan-dang-jian'); // 机关党建
 */
export async function removeArticle(stage: string, library: string, slug: string): Promise<void> {
  await mkdir(stage, { recursive: true });
  const bin = join(stage, `removed-${slug}`);
  await rename(join(library, slug), bin);
  await rm(bin, { recursive: true });
}

async function haveSameBytes(one: string, other: string): Promise<boolean> {
  for (const name of ['report.json', 'article.md']) {
    if (!existsSync(join(other, name))) return false;
    const [left, right] = await Promise.all([
      readFile(join(one, name)),
      readFile(join(other, name)),
    ]);
    if (!left.equals(right)) return false;
  }
  return true;
}
