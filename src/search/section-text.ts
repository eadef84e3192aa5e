import type { SearchSection } from './types.ts';

/**
 * The text of a section as a reader sees it: what a literal query is compared with.
 *
 * @example
 * sectionText({ id: 'a', heading: '怎么做', headingVisible: true, body: '每月一次。' }); // '怎么做\n每月一次。'
 */
export function sectionText(section: SearchSection): string {
  if (!section.headingVisible) return section.body;
  return section.body === '' ? section.heading : `${section.heading}\n${section.body}`;
}
