/**
 * Make an element with text and attributes.
 *
 * @param children - Text or elements, in order.
 * @example
 * element('td', { class: 'num' }, '3'); // <td class="num">3</td>（第 3 项）
 */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly (string | Node)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const name of Object.keys(attributes)) made.setAttribute(name, attributes[name] ?? '');
  for (const child of children) {
    made.appendChild(typeof child === 'string' ? document.createTextNode(child) : child);
  }
  return made;
}

/**
 * Remove all children of an element.
 *
 * @example
 * clearElement(list); // 清空“改动的项目”
 */
export function clearElement(parent: Element): void {
  while (parent.firstChild) parent.removeChild(parent.firstChild);
}
