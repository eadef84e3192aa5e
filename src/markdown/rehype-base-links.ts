/** The part of a hast node that this plugin looks at. */
interface HastNode {
  readonly type: string;
  readonly tagName?: string;
  readonly properties?: Record<string, unknown>;
  readonly children?: readonly HastNode[];
}

/**
 * Rehype plugin: put the URL prefix of the deployment before the site-absolute links of a body.
 *
 * @param options - `base`: URL prefix with slashes at both ends.
 * @example
 * rehypeBaseLinks({ base: '/kb/' }); // [三会一课](/terms/san-hui-yi-ke/) → href="/kb/terms/san-hui-yi-ke/"
 */
export function rehypeBaseLinks({ base }: { readonly base: string }): (tree: HastNode) => void {
  const visit = (node: HastNode): void => {
    const href = node.properties?.['href'];
    if (
      node.tagName === 'a' &&
      node.properties !== undefined &&
      typeof href === 'string' &&
      /^\/(?!\/)/u.test(href)
    ) {
      node.properties['href'] = `${base}${href.slice(1)}`;
    }
    node.children?.forEach(visit);
  };
  return visit;
}
