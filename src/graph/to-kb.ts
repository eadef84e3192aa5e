import type { Entry } from '../schema/entry.ts';
import { toUrl } from '../schema/kinds.ts';
import { RELATIONS } from './relations.ts';
import type { Graph } from './types.ts';

/** Version of the shape of `kb.json`; raised when a field changes its meaning. */
export const KB_VERSION = 1;

/** One link in `kb.json`; `to` is an entry id, or a criterion id for relations that point to one. */
export interface KbLink {
  readonly rel: string;
  readonly to: string;
  readonly editorial: boolean;
}

/** One entry in `kb.json`. */
export interface KbEntry {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly url: string;
  readonly summary: string;
  readonly audience: readonly string[];
  readonly year: number | null;
  readonly cites: readonly { source: string; at: string }[];
  readonly links: readonly KbLink[];
}

/** The whole knowledge base as data, for other programs. */
export interface Kb {
  readonly version: number;
  readonly entries: readonly KbEntry[];
  readonly criteria: readonly { id: string; standard: string; text: string; url: string }[];
}

/**
 * Turn the graph into the data file that other programs read. Links are given both ways.
 *
 * @param graph - The checked graph.
 * @param base - URL prefix with slashes at both ends.
 * @example
 * toKb(graph, '/').entries.find((entry) => entry.title === '三会一课')?.url; // '/terms/san-hui-yi-ke/'
 */
export function toKb(graph: Graph, base: string): Kb {
  const url = (entry: Entry) => `${base.replace(/\/$/u, '')}${toUrl(entry.kind, entry.id)}`;
  return {
    version: KB_VERSION,
    entries: graph.entries.map((entry) => ({
      id: entry.id,
      kind: entry.kind,
      title: entry.data.title,
      url: url(entry),
      summary: entry.data.summary,
      audience: entry.data.audience,
      year: entry.data.year ?? null,
      cites: entry.data.cites.map(({ source, at }) => ({ source, at })),
      links: linksOf(graph, entry.id),
    })),
    criteria: [...graph.criteria].map(([id, { criterion, standard }]) => ({
      id,
      standard: standard.id,
      text: criterion.text,
      url: `${url(standard)}#${id}`,
    })),
  };
}

function linksOf(graph: Graph, id: string): KbLink[] {
  const declared = (graph.outgoing.get(id) ?? []).map((edge) => ({
    rel: edge.rel,
    to: edge.criterion ?? edge.to,
    editorial: edge.editorial,
  }));
  const computed = (graph.incoming.get(id) ?? []).map((edge) => ({
    rel: RELATIONS[edge.rel].inverse,
    to: edge.from,
    editorial: edge.editorial,
  }));
  return unique([...declared, ...computed].filter((link) => link.rel !== 'cites'));
}

function unique(links: readonly KbLink[]): KbLink[] {
  const seen = new Set<string>();
  return links.filter(({ rel, to }) => {
    const key = `${rel} ${to}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

const CSV_COLUMNS = ['id', '类别', '标题', '网址', '摘要', '适用对象', '年份', '出处'] as const;

/**
 * Write the entries as CSV: UTF-8 with a byte-order mark so that Excel and WPS read the Chinese, CRLF lines (RFC 4180).
 *
 * @example
 * toCsv(toKb(graph, '/')); // '\uFEFFid,类别,标题,…\r\nsan-hui-yi-ke,term,三会一课,…'
 */
export function toCsv(kb: Kb): string {
  const rows = kb.entries.map((entry) => [
    entry.id,
    entry.kind,
    entry.title,
    entry.url,
    entry.summary,
    entry.audience.join('、'),
    entry.year === null ? '' : String(entry.year),
    entry.cites.map(({ source, at }) => `${source}：${at}`).join('；'),
  ]);
  return `\uFEFF${[CSV_COLUMNS, ...rows].map((row) => row.map((cell) => quoteCell(cell)).join(',')).join('\r\n')}\r\n`;
}

/** A leading `= + - @` would make a spreadsheet run the cell as a formula; a quote in front keeps it text. */
function quoteCell(cell: string): string {
  const safe = /^[=+\-@\t\r]/u.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
