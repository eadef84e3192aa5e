/**
 * Make the addresses of scripts that stand beside a running one. They keep its stamp (`?v=…`), so that none of them
 * comes from a cache that is older than the page.
 *
 * @param src - Address of the running script.
 * @returns Address of a script by its name or path from the same folder.
 * @example
 * siblingAddress('/assets/meeting.js?v=1a2b3c4d')('parts/check-theme-day.js'); // '/assets/parts/check-theme-day.js?v=1a2b3c4d'（主题党日六步清单）
 */
export function siblingAddress(src: string): (name: string) => string {
  const [, folder = '', query = ''] = /^([^?]*\/)[^/?]*(\?.*)?$/u.exec(src) ?? [];
  return (name) => `${folder}${name}${query}`;
}
