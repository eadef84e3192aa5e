import { readFileSync } from 'node:fs';

/** A query with the pages that answer it. */
export interface DevItem {
  readonly query: string;
  /** Addresses below the base, without the last `/`. */
  readonly pages: readonly string[];
}

/** What a query of the dev set asks for: a title, words of the text, or an answer. */
export type DevGroup = 'title' | 'content' | 'question';

/**
 * Read the dev set that ranking was tuned on.
 *
 * @throws Error naming the line that is not `query | page, page`.
 * @example
 * readDevSet().title[0]; // { query: '三会一课', pages: ['terms/san-hui-yi-ke'] }
 */
export function readDevSet(): Record<DevGroup, DevItem[]> {
  const groups: Record<DevGroup, DevItem[]> = { title: [], content: [], question: [] };
  let group: DevGroup | undefined;
  const lines = readFileSync(new URL('search-dev.txt', import.meta.url), 'utf8').split('\n');
  lines.forEach((line, i) => {
    const heading = /^# (title|content|question):/.exec(line)?.[1] as DevGroup | undefined;
    if (heading !== undefined) group = heading;
    if (line === '' || line.startsWith('#')) return;
    const [query, pages] = line.split(' | ');
    if (query === undefined || pages === undefined || group === undefined)
      throw new Error(`search-dev.txt:${i + 1}: expected “query | page, page”, got “${line}”.`);
    groups[group].push({ query, pages: pages.split(', ') });
  });
  return groups;
}
