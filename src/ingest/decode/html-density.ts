import {
  BLOCK_ELEMENTS,
  DROPPED_ELEMENTS,
  DROPPED_ROLES,
  FURNITURE_NAME,
  INLINE_FURNITURE_NAME,
  SITE_FRAME,
} from './html-elements.ts';
import { textOf, walkHtml, type HtmlElement, type HtmlText } from './html-tree.ts';
import { isDataTable } from './html-table.ts';

/** How much text an element holds, in UTF-16 code units without white space. */
export interface Density {
  text: number;
  /** Text inside links. */
  linked: number;
  /** Number of links. */
  links: number;
  /** Text of paragraphs: long enough, with punctuation, hardly linked; and of data tables. */
  prose: number;
}

/** The text of one block without its inner blocks. */
export interface TextBlock {
  readonly element: HtmlElement;
  readonly nodes: HtmlText[];
  text: string;
  linked: number;
}

/** A page after measuring. */
export interface MeasuredPage {
  /** Elements that are furniture by tag, role, style or name; nothing below them was measured. */
  readonly dropped: ReadonlySet<HtmlElement>;
  readonly tables: ReadonlySet<HtmlElement>;
  readonly density: ReadonlyMap<HtmlElement, Density>;
  readonly blocks: readonly TextBlock[];
}

/** Shorter blocks (code units) may be menu items or captions; only longer ones count as prose. */
const PROSE_LENGTH = 15;
const PROSE_LINKED = 0.4;
/** Furniture holds less prose than this, whatever its name says; replies and disclaimers do. */
const MOST_PROSE = 400;
const PUNCTUATION = /[。；！？，：、,;:.!?]/;
const HIDDEN = /display\s*:\s*none|visibility\s*:\s*hidden|(?:left|top|text-indent)\s*:\s*-\d{3,}/i;

/**
 * Measure how text, links and prose are spread over a page. Linear in the page's length.
 *
 * @example
 * const page = measurePage(parseHtml('<p>一、总则</p><p>二、职责</p>'));
 * page.blocks.map((block) => block.text); // ['一、总则', '二、职责']
 */
export function measurePage(root: HtmlElement): MeasuredPage {
  const length = visibleLength(root);
  // WeChat hides the article until its script has run: what holds most of the text is the page itself.
  const isDropped = (element: HtmlElement) =>
    isDroppedByTag(element) || (isHidden(element) && visibleLength(element) <= length / 2);
  const byTag = collect(root, isDropped);
  const whole = byTag.density.get(root)?.text ?? 0;
  // A name drops an element only where the page's text is elsewhere: some sites call everything "header".
  const isFurniture = (element: HtmlElement) =>
    isDropped(element) ||
    (isNamedFurniture(element) &&
      (byTag.density.get(element)?.prose ?? 0) < Math.min(whole * 0.2, MOST_PROSE));
  return collect(root, isFurniture);
}

function collect(root: HtmlElement, isDropped: (element: HtmlElement) => boolean): MeasuredPage {
  const dropped = new Set<HtmlElement>();
  const tables = new Set<HtmlElement>();
  const density = new Map<HtmlElement, Density>([[root, emptyDensity()]]);
  const blocks = new Map<HtmlElement, TextBlock>();
  const blockOf = new Map<HtmlElement, HtmlElement>([[root, root]]);
  const linked = new Set<HtmlElement>();
  const order: HtmlElement[] = [root];
  walkHtml(root, (node) => {
    if (node.kind === 'text') {
      const owner = blockOf.get(node.parent) ?? root;
      const block = blocks.get(owner) ?? { element: owner, nodes: [], text: '', linked: 0 };
      blocks.set(owner, block);
      block.nodes.push(node);
      block.text += node.data;
      if (linked.has(node.parent)) block.linked += lengthOf(node.data);
      return true;
    }
    if (isDropped(node)) {
      dropped.add(node);
      return false;
    }
    order.push(node);
    density.set(node, { ...emptyDensity(), links: node.name === 'a' ? 1 : 0 });
    if (node.name === 'table' && isDataTable(node)) {
      tables.add(node);
      const length = lengthOf(textOf(node));
      density.set(node, { text: length, linked: 0, links: 0, prose: length });
      return false;
    }
    blockOf.set(
      node,
      BLOCK_ELEMENTS.has(node.name) ? node : (blockOf.get(node.parent ?? root) ?? root),
    );
    if (node.name === 'a' || linked.has(node.parent ?? root)) linked.add(node);
    return true;
  });
  for (const block of blocks.values()) addBlock(block, density);
  // Children follow their parents in `order`, so going backwards each sum is complete before it is passed on.
  for (const element of order.toReversed()) {
    if (element.parent !== undefined) addTo(density.get(element.parent), density.get(element));
  }
  return { dropped, tables, density, blocks: Array.from(blocks.values()) };
}

/**
 * Tell whether a block reads like part of an article and not like a menu.
 *
 * @example
 * isProse({ text: '各级党组织要把抓基层打基础作为固本之举。', linked: 0 }); // true
 */
export function isProse(block: Pick<TextBlock, 'text' | 'linked'>): boolean {
  const length = lengthOf(block.text);
  return (
    length >= PROSE_LENGTH &&
    !SITE_FRAME.test(block.text) &&
    block.linked / length < PROSE_LINKED &&
    PUNCTUATION.test(block.text)
  );
}

function addBlock(block: TextBlock, density: Map<HtmlElement, Density>): void {
  const text = lengthOf(block.text);
  addTo(density.get(block.element), {
    text,
    linked: block.linked,
    links: 0,
    prose: isProse(block) ? text : 0,
  });
}

function addTo(sum: Density | undefined, part: Density | undefined): void {
  if (sum === undefined || part === undefined) return;
  sum.text += part.text;
  sum.linked += part.linked;
  sum.links += part.links;
  sum.prose += part.prose;
}

function emptyDensity(): Density {
  return { text: 0, linked: 0, links: 0, prose: 0 };
}

function lengthOf(text: string): number {
  return text.replace(/\s+/gu, '').length;
}

function isDroppedByTag(element: HtmlElement): boolean {
  const { name, attributes } = element;
  if (DROPPED_ELEMENTS.has(name)) return true;
  if (DROPPED_ROLES.has(attributes['role'] ?? '')) return true;
  // The head of a page is furniture unless it holds the article's own title.
  return name === 'header' && !hasElement(element, 'h1');
}

function isHidden({ attributes }: HtmlElement): boolean {
  return 'hidden' in attributes || HIDDEN.test(attributes['style'] ?? '');
}

/** Characters of an element without white space, scripts and the like. */
function visibleLength(element: HtmlElement): number {
  let length = 0;
  walkHtml(element, (node) => {
    if (node.kind === 'text') length += lengthOf(node.data);
    return node.kind === 'text' || !DROPPED_ELEMENTS.has(node.name);
  });
  return length;
}

function isNamedFurniture(element: HtmlElement): boolean {
  if (/^(?:html|body|h[1-6]|#root)$/.test(element.name)) return false;
  const label = `${element.attributes['class'] ?? ''} ${element.attributes['id'] ?? ''}`;
  const names = BLOCK_ELEMENTS.has(element.name) ? FURNITURE_NAME : INLINE_FURNITURE_NAME;
  return names.test(label) && !hasElement(element, 'h1');
}

function hasElement(element: HtmlElement, name: string): boolean {
  let found = false;
  walkHtml(element, (node) => {
    if (node.kind === 'element' && node.name === name) found = true;
    return !found;
  });
  return found;
}
