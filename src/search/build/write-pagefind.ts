import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createIndex, close } from 'pagefind';
import { facetValues } from '../build-index.ts';
import { bundleFolder, splitBundles } from '../pagefind-bundles.ts';
import type { Simplified } from '../fold.ts';
import { BUNDLE_FILTER, PAGE_KEY } from '../pagefind-source.ts';
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
/** Pages handed to Pagefind at a time. */
const BATCH = 64;

/**
 * Write the Pagefind bundles: every page as our tokens, with its number and bundle, by which results are told apart.
 * A large site is cut into bundles, so that memory stays bounded; the browser merges them.
 *
 * @param dist - Folder of the built site.
 * @param pages - Pages, in the order of the portable index: page numbers are the same in both.
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
  let first = 0;
  for (const [number, bundle] of splitBundles(pages, bundleUnits).entries()) {
    await writeBundle(join(folder, bundleFolder(number)), bundle, { number, first, simplified });
    first += bundle.length;
  }
}

async function writeBundle(
  folder: string,
  pages: readonly SearchPage[],
  { number, first, simplified }: { number: number; first: number; simplified: Simplified },
): Promise<void> {
  const { index, errors } = await createIndex({ forceLanguage: NO_SEGMENTER });
  if (index === undefined) throw new Error(`Pagefind 无法启动：${errors.join('；')}`);
  try {
    for (let from = 0; from < pages.length; from += BATCH) {
      const added = pages.slice(from, from + BATCH).map((page, i) => {
        const content = toPagefindHtml(page, simplified, {
          bundle: number,
          page: first + from + i,
        });
        // The address is not used; Pagefind wants one of its own for each page, and not `/` alone.
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
 * @param place - Number of its bundle, and its own.
 * @example
 * toPagefindHtml(page, simplified, { bundle: 0, page: 12 }); // '<html lang="zxx">…<p>三会 会一 一课 课</p>…'
 */
export function toPagefindHtml(
  page: SearchPage,
  simplified: Simplified,
  place: { readonly bundle: number; readonly page: number },
): string {
  const filters = FACETS.flatMap((facet) =>
    facetValues(page, facet).map(
      (value) =>
        `<span data-pagefind-filter="${facet}:${escape(value.replace(/[,:]/g, ' '))}"></span>`,
    ),
  ).join('');
  const sections = page.sections.map((section) => {
    const tokens = toPagefindText(sectionText(section), simplified);
    const characters = toPagefindCharacters(sectionText(section), simplified);
    return `<p>${escape(tokens)}</p><p>${escape(characters)}</p>`;
  });
  const key =
    `<span data-pagefind-sort="${PAGE_KEY}:${place.page}"></span>` +
    `<span data-pagefind-filter="${BUNDLE_FILTER}:${place.bundle}"></span>`;
  return `<html lang="${NO_SEGMENTER}"><body><main data-pagefind-body>${filters}${key}${sections.join('')}</main></body></html>`;
}

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
}
