/** The part of a hast node that this plugin looks at. */
interface HastNode {
  readonly type: string;
  readonly name?: string | null;
  value?: string;
  readonly children?: readonly HastNode[];
}

/**
 * Rehype plugin: take away the blanks around `<Cite />`, before it, after it and between two of them.
 *
 * A raised mark carries its own distance, and full stops of full width bring half a character more; with blanks
 * as well, the sentence falls apart. Authors may write the blank or leave it out.
 *
 * @example
 * rehypeTightCites()(tree); // 在开会之前。<Cite id="a" /> 铁路车间 → 在开会之前。<Cite id="a" />铁路车间
 */
export function rehypeTightCites(): (tree: HastNode) => void {
  const visit = (node: HastNode): void => {
    const { children = [] } = node;
    for (const [index, child] of children.entries()) {
      if (child.type === 'text' && child.value !== undefined) {
        if (isCite(children[index - 1])) child.value = child.value.replace(/^[ \n]+/u, '');
        if (isCite(children[index + 1])) child.value = child.value.replace(/[ \n]+$/u, '');
      }
      visit(child);
    }
  };
  return visit;
}

function isCite(node: HastNode | undefined): boolean {
  return node?.type === 'mdxJsxTextElement' && node.name === 'Cite';
}
