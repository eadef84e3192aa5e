import type { Edit } from '../tracked.ts';

/** Tags that scrapes leave in text. Tags that text may mean as such (script, style) are not among them. */
const TAG =
  /<\/?(?:p|br|div|span|font|strong|b|em|u|img|a|td|tr|th|table|tbody|ul|ol|li|section|center|o:p|hr|h[1-6])(?:\s[^<>\n]{0,300})?\s*\/?>/giu;

/** A closing tag that lost its first characters at the end of a paragraph. */
const CUT_TAG = /(?<=[\u4e00-\u9fff。”])\??\/(?:p|div|span|td|li)>(?=\s*(?:\n|$))/gu;

/** From so many tags on a text is a scrape, and tags inside lines go too. */
const SCRAPE = 3;

const ENTITIES: Readonly<Record<string, string>> = {
  '&nbsp;': ' ',
  '&ensp;': ' ',
  '&emsp;': ' ',
  '&ldquo;': '“',
  '&rdquo;': '”',
  '&lsquo;': '‘',
  '&rsquo;': '’',
  '&mdash;': '—',
  '&middot;': '·',
  '&hellip;': '…',
  '&quot;': '"',
};

/** Lines of scripts and templates: no Han, and a call or a placeholder that no prose has. */
const TEMPLATE_LINE =
  /(?<=^|\n)[^\S\n]*(?:document\.\w+\(|window\.\w+|\$\(|jQuery\(|\{\{|\{%)[^\n\u4e00-\u9fff]*(?=\n|$)/gu;

/**
 * Find what HTML left in plain text: tags (at line edges, or anywhere in a text with several), cut closing tags,
 * named entities, and lines of template code.
 *
 * @example
 * findHtmlRemnants('硬杠杠。</p>'); // [{ start: 4, end: 8, fixed: '', rule: 'html-remnant' }]
 */
export function findHtmlRemnants(text: string): Edit[] {
  const tags = Array.from(text.matchAll(TAG));
  const isScrape = tags.length >= SCRAPE;
  const atEdge = (start: number, end: number): boolean =>
    start === 0 ||
    end === text.length ||
    text.charAt(start - 1) === '\n' ||
    text.charAt(end) === '\n';
  return [
    ...tags
      .filter(({ index, 0: raw }) => isScrape || atEdge(index, index + raw.length))
      .map(({ index, 0: raw }): Edit => ({
        start: index,
        end: index + raw.length,
        fixed: /^<(?:br|\/p|\/div|\/li|\/tr)/iu.test(raw) && isScrape ? '\n' : '',
        rule: 'html-remnant',
      })),
    ...Array.from(text.matchAll(CUT_TAG), ({ index, 0: raw }): Edit => ({
      start: index,
      end: index + raw.length,
      fixed: '',
      rule: 'html-remnant',
    })),
    ...Array.from(
      text.matchAll(/&(?:nbsp|ensp|emsp|ldquo|rdquo|lsquo|rsquo|mdash|middot|hellip|quot);/gu),
      ({ index, 0: raw }): Edit => ({
        start: index,
        end: index + raw.length,
        fixed: ENTITIES[raw] ?? raw,
        rule: 'entity',
      }),
    ),
    ...Array.from(text.matchAll(TEMPLATE_LINE), ({ index, 0: raw }): Edit => ({
      start: index,
      end: index + raw.length,
      fixed: '',
      rule: 'template-code',
    })),
  ];
}
