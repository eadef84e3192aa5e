import { DomUtils, ElementType, parseDocument } from 'htmlparser2';
import type { Part } from '../part.ts';

type Node = ReturnType<typeof parseDocument>['children'][number];
type Element = Extract<Node, { attribs: Record<string, string> }>;

/** What a part leaves out: controls, navigation, data, and everything that is not printed. */
const DROPPED_TAGS = new Set([
  'script',
  'style',
  'link',
  'template',
  'input',
  'textarea',
  'select',
  'button',
]);
const DROPPED_CLASSES = [
  'no-print',
  'toolbar',
  'kind-label',
  'facts',
  'prev-next',
  'toc',
  'retired',
];

/** Attributes that only work on the page itself. */
const DROPPED_ATTRIBUTES = [
  'id',
  'for',
  'name',
  'autocomplete',
  'role',
  'aria-label',
  'aria-describedby',
];

/**
 * Take the printable part out of a built page.
 *
 * A form is the element with `data-part`; any other entry is its `article`. Ids go, since a pack may hold the same
 * criterion twice; links go, since paper cannot follow them.
 *
 * @param html - A built page.
 * @param id - Entry id, or `sign-in`, `ledger`.
 * @throws Error when the page has neither form nor article.
 * @example
 * extractPart(page, 'check-theme-day').title; // '主题党日六步清单'
 */
export function extractPart(html: string, id: string): Part {
  const document = parseDocument(html);
  const elements = DomUtils.getElementsByTagName('*', document.children, true);
  const form = elements.find((element) => 'data-part' in element.attribs);
  const root = form ?? elements.find((element) => element.name === 'article');
  if (!root) throw new Error(`页面 ${id} 里没有可以打印的内容（form[data-part] 或 article）。`);
  const heading = elements.find((element) => element.name === 'h1');
  prune(root);
  return {
    id,
    title: heading ? DomUtils.textContent(heading).trim() : id,
    as: form ? 'form' : 'document',
    orientation: hasClass(root, 'paper-landscape') ? 'landscape' : 'portrait',
    html: DomUtils.getOuterHTML(root, { encodeEntities: 'utf8' }),
  };
}

function prune(element: Element): void {
  for (const child of [...element.children] as Node[]) {
    if (!isElement(child)) {
      if (isComment(child)) DomUtils.removeElement(child);
      continue;
    }
    if (isDropped(child)) DomUtils.removeElement(child);
    else prune(child);
  }
  for (const name of DROPPED_ATTRIBUTES) Reflect.deleteProperty(element.attribs, name);
  for (const name of Object.keys(element.attribs)) {
    if (name.startsWith('data-')) Reflect.deleteProperty(element.attribs, name);
  }
  if (element.name === 'a') element.name = 'span';
  if (element.name === 'form') element.name = 'div';
  Reflect.deleteProperty(element.attribs, 'href');
}

function isComment(node: Node): boolean {
  return node.type === ElementType.Comment;
}

function isElement(node: Node): node is Element {
  return 'attribs' in node;
}

function isDropped(element: Element): boolean {
  return DROPPED_TAGS.has(element.name) || DROPPED_CLASSES.some((name) => hasClass(element, name));
}

function hasClass(element: Element, name: string): boolean {
  return (element.attribs['class'] ?? '').split(/\s+/u).includes(name);
}
