import { readOrdinal } from '../outline/ordinals.ts';
import { textOf, walkHtml, type HtmlElement, type HtmlNode } from './html-tree.ts';

/** A bold line is a heading up to this length (code units). */
const LONGEST = 40;

/** A single bold line may be stress. */
const LEAST = 2;

const BOLD = /^(?:strong|b)$/;
const BLOCK = /^(?:p|div|section)$/;
const INNER = /^(?:p|div|section|h[1-6]|ul|ol|table)$/;

/**
 * Find headings that an editor set as bold paragraphs, as most articles of WeChat accounts have them: short, without a
 * stop, two at least, each above a paragraph of another make.
 *
 * Where the page has headings of its own, or numbers its sections, bold print means something else and is left alone.
 *
 * @param root - The page.
 * @param chrome - Furniture, which is passed over.
 * @example
 * findBoldHeadings(parseHtml('<p><b>主题由党员定</b></p><p>每月…。</p><p><b>小事不出支部</b></p><p>…</p>'), new Set()).size; // 2
 */
export function findBoldHeadings(
  root: HtmlElement,
  chrome: ReadonlySet<HtmlNode>,
): ReadonlySet<HtmlElement> {
  const blocks: HtmlElement[] = [];
  let isDivided = false;
  let ranked = 0;
  walkHtml(root, (node) => {
    if (node.kind === 'text' || chrome.has(node)) return false;
    if (/^h[2-6]$/.test(node.name) && squeeze(textOf(node)) !== '') ranked += 1;
    if (!BLOCK.test(node.name) || holdsBlock(node)) return true;
    const text = squeeze(textOf(node));
    if (text !== '') blocks.push(node);
    if ((readOrdinal(text)?.style.rank ?? Infinity) < MINOR_RANK) isDivided = true;
    return false;
  });
  // A single heading below the first may be the kicker above the title.
  if (isDivided || ranked > 1) return new Set();
  const found = blocks.filter((block, index) => {
    const next = blocks[index + 1];
    return isBoldLine(block) && next !== undefined && !isBoldLine(next);
  });
  return new Set(found.length >= LEAST ? found : []);
}

/** 一、 and all that ranks above it divide a text. */
const MINOR_RANK = 7;

function isBoldLine(block: HtmlElement): boolean {
  const text = squeeze(textOf(block));
  if (text.length < 4 || text.length > LONGEST || /[。；：，、]$/u.test(text)) return false;
  let bold = 0;
  walkHtml(block, (node) => {
    if (node.kind === 'text') return false;
    if (BOLD.test(node.name)) bold += squeeze(textOf(node)).length;
    return !BOLD.test(node.name);
  });
  return bold >= text.length;
}

function holdsBlock(element: HtmlElement): boolean {
  let holds = false;
  walkHtml(element, (node) => {
    if (node.kind === 'element' && node !== element && INNER.test(node.name)) holds = true;
    return !holds;
  });
  return holds;
}

function squeeze(text: string): string {
  return text.replace(/\s+/gu, '');
}
