/** The address of a script of the site, up to its query. */
const SCRIPT_ADDRESS = /(<script\s[^>]*?\bsrc=")([^"?#]+)(?:\?[^"#]*)?(")/gu;

/**
 * Give every script of a page an address that changes with the site: a server or browser may then keep scripts as long
 * as it likes. Style sheets need none, their names hold a hash already; scripts of other folders are left alone.
 *
 * @param html - The built page.
 * @param base - URL prefix that the site was built with, slashes at both ends.
 * @param stamp - Short text that differs between two builds whose scripts differ.
 * @example
 * stampScripts('<script src="/assets/meeting.js" defer></script>', '/', '3f9c02ab'); // 会议材料页
 * // '<script src="/assets/meeting.js?v=3f9c02ab" defer></script>'
 */
export function stampScripts(html: string, base: string, stamp: string): string {
  return html.replace(SCRIPT_ADDRESS, (whole, head: string, path: string, tail: string) =>
    path.startsWith(`${base}assets/`) ? `${head}${path}?v=${stamp}${tail}` : whole,
  );
}
