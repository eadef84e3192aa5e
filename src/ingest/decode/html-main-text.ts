import { BLOCK_ELEMENTS, BYLINE, SITE_FRAME } from './html-elements.ts';
import { isProse, type Density, type MeasuredPage, type TextBlock } from './html-density.ts';
import { textOf, walkHtml, type HtmlElement, type HtmlNode } from './html-tree.ts';

/** Which nodes of a page belong to the article. */
export interface MainText {
  /** Furniture: the highest elements and runs of text that hold nothing of the article. */
  readonly chrome: ReadonlySet<HtmlNode>;
  /** The element whose text is the article's title, in the page or (failing that) in its head. */
  readonly title: HtmlElement | undefined;
  /** All titles, where the file may hold several articles. */
  readonly titles?: ReadonlySet<HtmlElement>;
}

/** The article's element holds at least this share of the page's prose. */
const MAIN_SHARE = 0.85;
/** A block of links inside the article is a list of other articles from this share of linked text on. */
const LINK_LIST = 0.7;
const LINK_LIST_COUNT = 3;
const BYLINE_LENGTH = 150;
const SINGLE_BLOCK = /^(?:p|li|h[1-6]|table|blockquote|span|font|a|b|strong|em)$/;
const LIST_ELEMENTS = /^(?:ul|ol|dl|div|section|table|p|td)$/;

/**
 * Find the article in a web page: the deepest element with nearly all prose, its title, its line about source and date.
 *
 * Prose outside that element is kept, so that text is never lost to a wrong guess; only short or linked blocks
 * outside it, and lists of links inside it, are furniture.
 *
 * @example
 * findMainText(root, measurePage(root)).title; // the element that holds 机关党支部怎样开好组织生活会
 */
export function findMainText(root: HtmlElement, page: MeasuredPage): MainText {
  const main = findMain(root, page.density);
  const inside = (element: HtmlElement) => element.start >= main.start && element.end <= main.end;
  const title = findTitle(root, page, inside);
  const kept = new Set<HtmlElement>();
  const keep = (element: HtmlElement | undefined) => {
    for (let node = element; node !== undefined && !kept.has(node); node = node.parent)
      kept.add(node);
  };
  const lists = new Set(
    Array.from(page.density.keys()).filter((element) => isLinkList(element, page.density)),
  );
  const keptBlocks = new Set<HtmlElement>();
  for (const block of page.blocks) {
    if (block.text.trim() === '' || isFrame(block)) continue;
    const stays =
      block.element === title ||
      (inside(block.element) ? !isInside(block.element, lists) : isProseOfPage(block));
    if (!stays) continue;
    keptBlocks.add(block.element);
    keep(block.element);
  }
  for (const table of page.tables) if (inside(table) || !lists.has(table)) keep(table);
  keep(title);
  return { chrome: collectChrome(root, page, kept, keptBlocks), title };
}

function findMain(root: HtmlElement, density: ReadonlyMap<HtmlElement, Density>): HtmlElement {
  const wanted = (density.get(root)?.prose ?? 0) * MAIN_SHARE;
  let main = root;
  if (wanted === 0) return main;
  for (;;) {
    const next = main.children.find(
      (child) => child.kind === 'element' && (density.get(child)?.prose ?? 0) >= wanted,
    );
    // A single block is no container: its neighbours (short paragraphs, list items) belong to the article too.
    if (next?.kind !== 'element' || SINGLE_BLOCK.test(next.name)) return main;
    main = next;
  }
}

function findTitle(
  root: HtmlElement,
  page: MeasuredPage,
  inside: (element: HtmlElement) => boolean,
): HtmlElement | undefined {
  const head = findElements(root, 'title')[0];
  const stated = head === undefined ? '' : squeeze(textOf(head));
  const isStated = (text: string) => text.length >= 4 && stated.includes(text);
  const headings = ['h1', 'h2', 'h3']
    .flatMap((name) => findElements(root, name))
    .filter((h) => squeeze(textOf(h)) !== '');
  const matching = headings.find((heading) => isStated(squeeze(textOf(heading))));
  if (matching !== undefined) return matching;
  // Sites without headings set the title in a block of its own.
  const block = page.blocks
    .filter(({ element }) => element !== head && element.name !== 'a')
    .filter(
      ({ text, linked }) =>
        linked === 0 && isStated(squeeze(text)) && stated.startsWith(squeeze(text).slice(0, 4)),
    )
    .toSorted((one, other) => squeeze(other.text).length - squeeze(one.text).length)[0];
  if (block !== undefined) return block.element;
  const first = headings.filter((heading) => heading.name === 'h1');
  return first.find(inside) ?? first[0] ?? head;
}

function collectChrome(
  root: HtmlElement,
  page: MeasuredPage,
  kept: ReadonlySet<HtmlElement>,
  keptBlocks: ReadonlySet<HtmlElement>,
): Set<HtmlNode> {
  const chrome = new Set<HtmlNode>();
  const strayText = new Set(
    page.blocks.filter((block) => !keptBlocks.has(block.element)).flatMap((block) => block.nodes),
  );
  walkHtml(root, (node) => {
    if (node.kind === 'text') {
      if (strayText.has(node) && node.data.trim() !== '') chrome.add(node);
      return false;
    }
    if (page.dropped.has(node)) {
      chrome.add(node);
      return false;
    }
    if (page.tables.has(node)) {
      if (!kept.has(node)) chrome.add(node);
      return false;
    }
    // Inline elements are judged by their text, with the block they stand in.
    if (kept.has(node) || !BLOCK_ELEMENTS.has(node.name)) return true;
    if (textOf(node).trim() !== '') chrome.add(node);
    return false;
  });
  return chrome;
}

/** A long block is an article that mentions such words. */
function isFrame(block: TextBlock): boolean {
  return block.text.length < 300 && SITE_FRAME.test(block.text);
}

function isProseOfPage(block: TextBlock): boolean {
  const text = squeeze(block.text);
  return isProse(block)
    ? text.length >= 30 || /[。！？]$/.test(text)
    : text.length <= BYLINE_LENGTH && isByline(text, block);
}

function isByline(text: string, block: TextBlock): boolean {
  return BYLINE.test(text) && block.linked <= text.length / 2;
}

function isLinkList(element: HtmlElement, density: ReadonlyMap<HtmlElement, Density>): boolean {
  const measured = density.get(element);
  if (measured === undefined || measured.text === 0 || !LIST_ELEMENTS.test(element.name))
    return false;
  if (measured.prose > 0 || measured.linked / measured.text < LINK_LIST) return false;
  return measured.links >= LINK_LIST_COUNT;
}

function isInside(element: HtmlElement, set: ReadonlySet<HtmlElement>): boolean {
  for (let up: HtmlElement | undefined = element; up !== undefined; up = up.parent)
    if (set.has(up)) return true;
  return false;
}

function findElements(root: HtmlElement, name: string): HtmlElement[] {
  const found: HtmlElement[] = [];
  walkHtml(root, (node) => {
    if (node.kind === 'element' && node.name === name) found.push(node);
    return true;
  });
  return found;
}

function squeeze(text: string): string {
  return text.replace(/\s+/gu, '');
}
