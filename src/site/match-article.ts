import type { EntryOf } from '../schema/entry.ts';
import type { LibraryReport } from '../schema/library-report.ts';
import { bare } from './article-blocks.ts';

/** Titles that share this much of their character pairs are the same title (Dice coefficient). */
const SAME_TITLE = 0.75;

/**
 * Tell how well a library article is the full text of a source entry.
 *
 * Titles are compared by the Dice coefficient of their character pairs, so that subtitles, dashes and one wrong
 * character do not hide a match; an article without a title is known by its author.
 *
 * @returns 0 = not the same; higher is surer.
 * @example
 * scoreArticle(source, { title: '抓基层打基础 锻造党的坚强组织体系', author: null, … }); // 1
 */
export function scoreArticle(
  source: EntryOf<'source'>,
  report: Pick<LibraryReport, 'title' | 'author'>,
): number {
  const titles = [source.data.title, ...source.data.originalTitles].map((title) => bare(title));
  const title = bare(report.title ?? '');
  const best = Math.max(0, ...titles.map((candidate) => likeness(candidate, title)));
  const sameAuthor =
    source.data.author !== undefined &&
    report.author !== null &&
    bare(source.data.author) === bare(report.author);
  if (best >= SAME_TITLE) return best + (sameAuthor ? 1 : 0);
  return sameAuthor ? 0.5 : 0;
}

function likeness(a: string, b: string): number {
  if (a.length < 2 || b.length < 2) return 0;
  if (a.includes(b) || b.includes(a)) return Math.max(SAME_TITLE, dice(a, b));
  return dice(a, b);
}

function dice(a: string, b: string): number {
  const pairs = (text: string) =>
    Array.from({ length: text.length - 1 }, (_, index) => text.slice(index, index + 2));
  const left = pairs(a);
  const right = pairs(b);
  const shared = left.filter((pair) => right.includes(pair)).length;
  return (2 * shared) / (left.length + right.length);
}
