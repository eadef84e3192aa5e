import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createIndex, close } from 'pagefind';
import { facetValues } from '../build-index.ts';
import { bundleFolder, splitBundles } from '../pagefind-bundles.ts';
import type { Simplified } from '../fold.ts';
import { toPagefindCharacters, toPagefindText } from '../pagefind-tokens.ts';
import { sectionText } from '../section-text.ts';
import { FACETS, type SearchPage } from '../types.ts';

/** Folder of the Pagefind bundle below the site. */
export const PAGEFIND_FOLDER = 'pagefind';

/**
 * A language Pagefind has no segmenter for, so that words are what blanks part: `zxx` is “no linguistic content” in
 * BCP 47.
 */
const NO_SEGMENTER = 'zxx';
/** Stands in for the heading of a section that shows none: an anchor without text gets no result of its own. */
const SILENT_HEADING = 'ꙮꙮꙮ';
/** Pages handed to Pagefind at a time. */
const BATCH = 64;

/**
 * Write the Pagefind bundles: every page as our tokens, each section under an anchor `u<number>`. A large site is cut
 * into bundles, so that memory stays bounded; the browser merges them.
 *
 * @param dist - Folder of the built site.
 * @param pages - Pages, in the order of the portable index: section numbers are the same in both.
 * @param bundleUnits - Code units of text in one bundle.
 * @throws Error with what Pagefind reports.
 * @example
 * await writePagefind('dist', pages, simplified); // dist/pagefind/pagefind.js … (党建知识库)
 */
export async function writePagefind(
  dist: string,
  pages: readonly SearchPage[],
  simplified: Simplified,
  bundleUnits?: number,
): Promise<void> {
  const folder = join(dist, PAGEFIND_FOLDER);
  rmSync(folder, { recursive: true, force: true });
  let unit = 0;
  for (const [number, bundle] of splitBundles(pages, bundleUnits).entries()) {
    await writeBundle(join(folder, bundleFolder(number)), bundle, { firstUnit: unit, simplified });
    unit += bundle.reduce((sum, page) => sum + page.sections.length, 0);
  }
}

async function writeBundle(
  folder: string,
  pages: readonly SearchPage[],
  { firstUnit, simplified }: { firstUnit: number; simplified: Simplified },
): Promise<void> {
  const { index, errors } = await createIndex({ forceLanguage: NO_SEGMENTER });
  if (index === undefined) throw new Error(`Pagefind 无法启动：${errors.join('；')}`);
  try {
    let unit = firstUnit;
    for (let from = 0; from < pages.length; from += BATCH) {
      const added = pages.slice(from, from + BATCH).map((page) => {
        const content = toPagefindHtml(page, unit, simplified);
        unit += page.sections.length;
        // Hits are told apart by their anchors; Pagefind's browser code cannot put together the address `/` alone.
        return index.addHTMLFile({ url: `/site/${page.url}`, content });
      });
      for (const { errors: problems } of await Promise.all(added)) failOn(problems);
    }
    failOn((await index.writeFiles({ outputPath: folder })).errors);
  } finally {
    // Ends the service, and with it the memory of this bundle.
    await close();
  }
  // The bundle's own interfaces are not used: ours speaks Chinese and needs no inline style.
  for (const file of readdirSync(folder))
    if (/-ui\.|highlight|component/.test(file)) rmSync(join(folder, file));
}

function failOn(errors: readonly string[]): void {
  if (errors.length > 0) throw new Error(`Pagefind 建索引失败：${errors.join('；')}`);
}

/**
 * A page as Pagefind reads it.
 *
 * @param page - The page.
 * @param firstUnit - Number of its first section.
 * @example
 * toPagefindHtml(page, 12, simplified); // '<html lang="zxx">…<h1 id="u12">三会 会一 一课 课</h1>…'
 */
export function toPagefindHtml(
  page: SearchPage,
  firstUnit: number,
  simplified: Simplified,
): string {
  const filters = FACETS.flatMap((facet) =>
    facetValues(page, facet).map(
      (value) =>
        `<span data-pagefind-filter="${facet}:${escape(value.replace(/[,:]/g, ' '))}"></span>`,
    ),
  ).join('');
  const sections = page.sections.map((section, i) => {
    const tag = i === 0 ? 'h1' : 'h2';
    const heading = section.headingVisible ? toPagefindText(section.heading, simplified) : '';
    const body = toPagefindText(section.body, simplified);
    const characters = toPagefindCharacters(sectionText(section), simplified);
    return (
      `<${tag} id="u${firstUnit + i}">${escape(heading || SILENT_HEADING)}</${tag}>` +
      `<p>${escape(body)}</p><p>${escape(characters)}</p>`
    );
  });
  return `<html lang="${NO_SEGMENTER}"><body><main data-pagefind-body>${filters}${sections.join('')}</main></body></html>`;
}

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
}
