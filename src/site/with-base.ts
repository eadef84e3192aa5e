/**
 * Put the URL prefix of the deployment before a site path.
 *
 * @param path - Path that starts with `/`.
 * @example
 * withBase('/terms/san-hui-yi-ke/'); // '/dangjian/terms/san-hui-yi-ke/' when KB_BASE=/dangjian/（三会一课）
 */
export function withBase(path: string): string {
  return `${import.meta.env.BASE_URL.replace(/\/$/u, '')}${path}`;
}
