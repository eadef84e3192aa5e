import { Parser } from 'htmlparser2';

/** An element with its place in the source, in UTF-16 code units. */
export interface HtmlElement {
  readonly kind: 'element';
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly parent: HtmlElement | undefined;
  readonly children: HtmlNode[];
  /** Where its opening tag starts. */
  readonly start: number;
  /** Where its opening tag ends (exclusive). */
  readonly openEnd: number;
  /** Where its closing tag ends, or the content does if there is none (exclusive). */
  end: number;
}

/** A run of text; an entity is a run of its own, with `data` other than its source. */
export interface HtmlText {
  readonly kind: 'text';
  readonly data: string;
  readonly start: number;
  readonly end: number;
  readonly parent: HtmlElement;
}

/** What an element may hold. */
export type HtmlNode = HtmlElement | HtmlText;

/**
 * Parse a web page into a tree that knows where everything stands in the source. Never fails: HTML has no errors.
 *
 * @param source - The page; comments, declarations and attributes are in the gaps between the nodes.
 * @returns The root, named `#root`, covering the whole source.
 * @example
 * parseHtml('<p>党建</p>').children[0]; // { name: 'p', start: 0, openEnd: 3, end: 9, … }
 */
export function parseHtml(source: string): HtmlElement {
  const root: HtmlElement = {
    kind: 'element',
    name: '#root',
    attributes: {},
    parent: undefined,
    children: [],
    start: 0,
    openEnd: 0,
    end: source.length,
  };
  let open = root;
  const parser = new Parser({
    onopentag(name, attributes) {
      const { startIndex: start, endIndex } = parser;
      const element: HtmlElement = {
        kind: 'element',
        name,
        attributes,
        parent: open,
        children: [],
        start,
        openEnd: endIndex + 1,
        end: source.length,
      };
      open.children.push(element);
      open = element;
    },
    onclosetag(_, isImplied) {
      // An implied end stands before the tag that implies it; void elements end where they open.
      const end = isImplied ? parser.startIndex : parser.endIndex + 1;
      open.end = Math.max(open.openEnd, Math.min(end, source.length));
      open = open.parent ?? root;
    },
    ontext(data) {
      open.children.push({
        kind: 'text',
        data,
        start: parser.startIndex,
        end: parser.endIndex + 1,
        parent: open,
      });
    },
  });
  parser.write(source);
  parser.end();
  return root;
}

/**
 * Go through an element's descendants in the order of the source, elements before their content.
 *
 * @param element - Where to start; not itself visited.
 * @param enter - Returns false to pass over an element's content.
 * @example
 * const texts: string[] = [];
 * walkHtml(parseHtml('<p>三会<b>一课</b></p>'), (node) => node.kind === 'element' || texts.push(node.data) > 0);
 * texts; // ['三会', '一课']
 */
export function walkHtml(element: HtmlElement, enter: (node: HtmlNode) => boolean): void {
  // An explicit stack: pages nest deeper than the call stack allows when they are generated or hostile.
  const stack: HtmlNode[] = element.children.toReversed();
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (enter(node) && node.kind === 'element')
      for (const child of node.children.toReversed()) stack.push(child);
  }
}

/**
 * The text of an element, entities decoded, white space as in the source.
 *
 * @example
 * textOf(parseHtml('<p>党&amp;建</p>')); // '党&建'
 */
export function textOf(element: HtmlElement): string {
  const parts: string[] = [];
  walkHtml(element, (node) => {
    if (node.kind === 'text') parts.push(node.data);
    return true;
  });
  return parts.join('');
}
