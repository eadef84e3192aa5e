/**
 * Where the site's root is, from the address of one of our scripts (`…/assets/name.js`), ending in `/`; a path on a web server, a
 * `file:` address from disk.
 *
 * @param script - Address of the running script.
 * @example
 * siteRoot('http://localhost:4321/kb/assets/search-page.js'); // '/kb/' (党建知识库)
 */
export function siteRoot(script: string): string {
  return script.replace(/^https?:\/\/[^/]+/, '').replace(/assets\/[^/]*$/, '');
}

/**
 * The stamp that the build put on the address of a script (`?v=…`), empty where there is none. What the script asks for
 * under a fixed name bears it too, so that none of it comes from a cache older than the page.
 *
 * @param script - Address of the running script.
 * @example
 * stampOf('http://内网.example/assets/search-page.js?v=1a2b3c4d'); // '?v=1a2b3c4d'
 */
export function stampOf(script: string): string {
  return /\?v=\w+$/.exec(script)?.[0] ?? '';
}

/**
 * Address of a page. Opened from disk, a folder has no index page of its own, so the file is named.
 *
 * @param root - From {@link siteRoot}.
 * @param url - Address below the root.
 * @param id - Anchor, or empty.
 * @example
 * pageHref('/', 'terms/shyk/', '由来'); // '/terms/shyk/#%E7%94%B1%E6%9D%A5'
 */
export function pageHref(root: string, url: string, id: string): string {
  const file = root.startsWith('file:') && (url === '' || url.endsWith('/')) ? 'index.html' : '';
  return `${root}${encodeURI(url)}${file}${id === '' ? '' : `#${encodeURIComponent(id)}`}`;
}
