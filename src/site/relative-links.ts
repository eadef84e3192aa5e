/** Attributes that hold a URL of the site. */
const URL_ATTRIBUTE = /(\s(?:href|src|action|content)=")(\/[^"]*)(")/gu;

/**
 * Rewrite the site-absolute links of a page so that it works when opened from a folder, without a web server.
 *
 * A link to a folder gets its `index.html`, since nothing serves it from disk. Links that do not start with the base,
 * and anything that is not an attribute, are left alone.
 *
 * @param html - The built page.
 * @param path - Path of the page's file below the built folder, e.g. `terms/san-hui-yi-ke/index.html`.
 * @param base - URL prefix that the site was built with, slashes at both ends.
 * @returns The page with relative links.
 * @example
 * toRelativeLinks('<a href="/terms/dang-ke/#members">党课</a>', 'problems/a/index.html', '/');
 * // '<a href="../../terms/dang-ke/index.html#members">党课</a>'
 */
export function toRelativeLinks(html: string, path: string, base: string): string {
  const up = '../'.repeat(path.split('/').length - 1);
  return html.replace(URL_ATTRIBUTE, (whole, head: string, url: string, tail: string) => {
    if (!url.startsWith(base) || url.startsWith('//')) return whole;
    const [, file = '', rest = ''] = /^([^?#]*)(.*)$/su.exec(url.slice(base.length)) ?? [];
    const target = file === '' || file.endsWith('/') ? `${file}index.html` : file;
    return `${head}${up}${target}${rest}${tail}`;
  });
}
