import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { SearchPage } from '../../src/search/types.ts';

/**
 * Write pages as a built site that the indexer can read.
 *
 * @param dist - Folder to write into.
 * @param pages - Pages to write.
 * @example
 * writeSite('corpus', makeCorpus(1000)); // 千页语料
 */
export function writeSite(dist: string, pages: readonly SearchPage[]): void {
  for (const page of pages) {
    const file = join(dist, page.url, 'index.html');
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, toHtml(page));
  }
}

/**
 * One page in the shape that the site's own pages have.
 *
 * @example
 * toHtml({ url: 'terms/a/', title: '三会一课', … }); // '<!doctype html><html lang="zh-CN">…'
 */
export function toHtml(page: SearchPage): string {
  const attributes = {
    'data-kind': page.kind,
    'data-title': page.title,
    'data-audience': page.audience.join('|'),
    'data-year': page.year === undefined ? '' : String(page.year),
    'data-wuhua': page.wuhua.join('|'),
    'data-source': page.sources.join('|'),
    'data-validity': page.validity,
    'data-aliases': page.aliases.join('|'),
  };
  const head = Object.entries(attributes)
    .map(([name, value]) => `${name}="${escape(value)}"`)
    .join(' ');
  const body = page.sections
    .map(({ id, heading, body: text }, i) => {
      const tag = i === 0 ? 'h1' : 'h2';
      const lines = text
        .split('\n')
        .map((line) => `<p>${escape(line)}</p>`)
        .join('\n');
      return `<${tag}${id === '' ? '' : ` id="${escape(id)}"`}>${escape(heading)}</${tag}>\n${lines}`;
    })
    .join('\n');
  return `<!doctype html>\n<html lang="zh-CN"><head><meta charset="utf-8"><title>${escape(page.title)}</title></head>
<body><main id="main" ${head}>\n${body}\n</main></body></html>\n`;
}

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
}
