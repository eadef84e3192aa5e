import type { Piece } from '../types.ts';

/**
 * Make an element. Text is always set as text: nothing from an address or an index is ever read as HTML.
 *
 * @example
 * element('a', { href: '/terms/shyk/' }, '三会一课');
 */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  children.forEach((child) =>
    made.appendChild(typeof child === 'string' ? document.createTextNode(child) : child),
  );
  return made;
}

/**
 * Pieces as nodes, marks as `<mark>`.
 *
 * @example
 * pieceNodes([{ text: '三会一课', mark: true }]); // [<mark>三会一课</mark>]
 */
export function pieceNodes(pieces: readonly Piece[]): Node[] {
  return pieces.map(({ text, mark }) =>
    mark ? element('mark', {}, text) : document.createTextNode(text),
  );
}

/**
 * Remove what an element holds.
 *
 * @example
 * clear(list); // 上一次查询的结果都去掉
 */
export function clear(parent: Element): void {
  while (parent.firstChild !== null) parent.removeChild(parent.firstChild);
}
