import type { SearchPage } from './types.ts';

/** Code units of text in one bundle: Pagefind needs about half a gigabyte of memory to index a million. */
export const BUNDLE_UNITS = 800_000;

/**
 * Cut a site into runs of pages that are indexed one after the other and searched as one.
 *
 * @param pages - The pages, in order.
 * @param most - Code units of text in one bundle; a page is never cut.
 * @returns At least one bundle, none of them empty unless there are no pages.
 * @example
 * splitBundles(pages, 800_000).length; // 1 for a site of a thousand pages (千页以内一个)
 */
export function splitBundles(
  pages: readonly SearchPage[],
  most = BUNDLE_UNITS,
): (readonly SearchPage[])[] {
  const bundles: SearchPage[][] = [[]];
  let units = 0;
  for (const page of pages) {
    const length = page.sections.reduce(
      (sum, { heading, body }) => sum + heading.length + body.length,
      0,
    );
    if (units > 0 && units + length > most) {
      bundles.push([]);
      units = 0;
    }
    bundles[bundles.length - 1]?.push(page);
    units += length;
  }
  return bundles;
}

/**
 * Folder of a bundle below the first one's, ending in `/`; empty for the first.
 *
 * @param number - From 0.
 * @example
 * bundleFolder(1); // 'part-2/' (第二个)
 */
export function bundleFolder(number: number): string {
  return number === 0 ? '' : `part-${number + 1}/`;
}
