import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { build } from 'esbuild';
import { readLibrary } from '../../io/library.ts';
import { renderReviewIndex, summarise, type ReviewSummary } from '../render-review-index.ts';
import { renderReview } from '../render-review.ts';
import { renderReviewStyle } from '../render-review-style.ts';

/**
 * Write review pages for all articles of a library: `index.html`, `review.css`, `review.js`, and a folder for each article.
 *
 * The target folder is replaced as a whole; while the pages are being written the old ones stay.
 *
 * @param libraryDir - The library.
 * @param outDir - Where the pages go, e.g. `dist/review`; without any article nothing is written.
 * @returns Number of articles.
 * @throws If a report is damaged or a folder cannot be written.
 * @example
 * await writeReviewPages('文库', 'dist/review'); // 11
 */
export async function writeReviewPages(libraryDir: string, outDir: string): Promise<number> {
  const building = join(dirname(outDir), `.${basename(outDir)}-${process.pid}`);
  const articles: ReviewSummary[] = [];
  try {
    for await (const { slug, report } of readLibrary(libraryDir)) {
      await mkdir(join(building, slug), { recursive: true });
      for (const { name, html } of renderReview(report))
        await writeFile(join(building, slug, name), html);
      articles.push(summarise(slug, report));
    }
    if (articles.length === 0) return 0;
    await writeFile(join(building, 'index.html'), renderReviewIndex(articles));
    await writeFile(join(building, 'review.css'), renderReviewStyle());
    await buildScript(join(building, 'review.js'));
    await rm(outDir, { recursive: true, force: true });
    await rename(building, outDir);
    return articles.length;
  } finally {
    await rm(building, { recursive: true, force: true });
  }
}

/** One classic script for the browsers of the floor (Chromium 83, Firefox 78). */
async function buildScript(outfile: string): Promise<void> {
  const entry = join(import.meta.dirname, '../browser/review.ts');
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2019',
    logLevel: 'silent',
  });
}
