import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { DomUtils, parseDocument } from 'htmlparser2';

type Document = ReturnType<typeof parseDocument>;
type Element = ReturnType<typeof DomUtils.getElementsByTagName>[number];

/** One built page. */
export interface BuiltPage {
  /** Path of the file below the built folder, e.g. `terms/san-hui-yi-ke/index.html`. */
  readonly file: string;
  /** URL path below the base, e.g. `terms/san-hui-yi-ke/`. */
  readonly path: string;
  readonly html: string;
  readonly document: Document;
}

/**
 * List all files below a folder, sorted, with `/`.
 *
 * @example
 * listFiles(dist).includes('terms/san-hui-yi-ke/index.html'); // true（三会一课）
 */
export function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => relative(folder, join(item.parentPath, item.name)).replaceAll('\\', '/'))
    .sort();
}

/**
 * Read and parse every HTML page of a built folder, the review pages of ingest left out.
 *
 * @example
 * readPages(dist).find(({ path }) => path === 'terms/san-hui-yi-ke/')?.html; // 三会一课的页面
 */
export function readPages(dist: string): BuiltPage[] {
  return listFiles(dist)
    .filter((file) => file.endsWith('.html') && !file.startsWith('review/'))
    .map((file) => {
      const html = readFileSync(join(dist, file), 'utf8');
      return { file, path: file.replace(/index\.html$/u, ''), html, document: parseDocument(html) };
    });
}

/**
 * Every element of a page, in document order.
 *
 * @example
 * allElements(page).flatMap(({ attribs }) => attribs['id'] ?? []); // ['main', 'definition', …]（三会一课）
 */
export function allElements(page: BuiltPage): Element[] {
  return DomUtils.getElementsByTagName(() => true, page.document);
}

/**
 * All elements with a tag name, in document order.
 *
 * @example
 * DomUtils.textContent(elements(page, 'h1')); // '三会一课'
 */
export function elements(page: BuiltPage, tag: string): Element[] {
  return DomUtils.getElementsByTagName(tag, page.document);
}
