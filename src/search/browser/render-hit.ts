import type { PageHit, SectionHit } from '../result.ts';
import { element, pieceNodes } from './dom.ts';
import { KIND_LABEL } from './labels.ts';
import { pageHref } from './site-address.ts';

/**
 * A page of the result list: title, kind, the best section with its excerpt, further sections as links.
 *
 * @param hit - The page.
 * @param root - Address of the site's root.
 * @param place - `opensPartial`: the first partial match after pages that hold the whole query; a heading says so.
 * @example
 * renderHit(hit, '/', { opensPartial: false }); // <li data-kind="term" data-url="/terms/shyk/">…三会一课…</li>
 */
export function renderHit(
  hit: PageHit,
  root: string,
  { opensPartial }: { readonly opensPartial: boolean },
): HTMLLIElement {
  const [best, ...others] = hit.sections;
  const href = pageHref(root, hit.url, best?.id ?? '');
  const title = element('a', { href }, ...pieceNodes(hit.titlePieces));
  const item = element(
    'li',
    { 'data-kind': hit.kind, 'data-url': href, 'data-match': hit.match },
    ...(opensPartial ? [element('h2', { class: 'hit-turn' }, '部分匹配')] : []),
    element('h2', { class: 'hit-title' }, title),
    element('p', { class: 'hit-meta' }, describe(hit)),
  );
  if (best !== undefined) {
    if (best.heading !== '' && best.heading !== hit.title)
      item.appendChild(element('p', { class: 'hit-section' }, best.heading));
    item.appendChild(element('p', { class: 'hit-excerpt' }, ...pieceNodes(best.excerpt)));
  }
  if (others.length > 0)
    item.appendChild(
      element(
        'ul',
        { class: 'hit-more' },
        ...others.map((section) => sectionLink(section, hit, root)),
      ),
    );
  return item;
}

function describe(hit: PageHit): string {
  const parts = [KIND_LABEL[hit.kind] ?? hit.kind];
  if (hit.year !== undefined) parts.push(`${hit.year} 年`);
  if (hit.validity !== '') parts.push(hit.validity);
  if (hit.match === 'page') parts.push('各词在本页不同小节');
  return parts.join(' · ');
}

function sectionLink(section: SectionHit, hit: PageHit, root: string): HTMLLIElement {
  return element(
    'li',
    {},
    element('a', { href: pageHref(root, hit.url, section.id) }, section.heading || hit.title),
    element('span', { class: 'hit-excerpt' }, ...pieceNodes(section.excerpt)),
  );
}
