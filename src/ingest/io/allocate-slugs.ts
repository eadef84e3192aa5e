import { pickFreeSlug, toSlug } from '../emit/slug.ts';
import type { ReportSource } from './stored-report.ts';

/** Which input an article of the library came from. */
export interface Owner {
  /** File name without folders. */
  readonly input: string;
  readonly source: ReportSource;
}

/**
 * Tell whether an article of the library came from this input, in an earlier run.
 *
 * The same place is the same input even when its content changed; so is the same content under the same name elsewhere.
 *
 * @example
 * isSameInput(owner, { input: '通知.txt', source: { path: '2024/通知.txt', sha256: 'ab…' } });
 */
export function isSameInput(one: Owner, other: Owner): boolean {
  if (one.source.path === other.source.path) return true;
  return one.input === other.input && one.source.sha256 === other.source.sha256;
}

/**
 * Give each article of an input its folder name: pinyin of its title, or of the file name where it has none.
 *
 * A name that another input's article has is not used; this input's own old names are, so that a new run replaces them.
 *
 * @param titles - Titles of the input's articles, in order.
 * @param owner - The input.
 * @param library - Articles in the library before the run, by slug.
 * @param taken - Names given in this run; the new ones are added.
 * @example
 * allocateSlugs(['机关党建'], owner, new Map(), new Set()); // ['ji-guan-dang-jian']
 */
export function allocateSlugs(
  titles: readonly (string | null)[],
  owner: Owner,
  library: ReadonlyMap<string, Owner>,
  taken: Set<string>,
): string[] {
  const isTaken = (name: string) => {
    const holder = library.get(name);
    return taken.has(name) || (holder !== undefined && !isSameInput(holder, owner));
  };
  return titles.map((title) => {
    const slug = pickFreeSlug(toSlug(title ?? owner.input.replace(/\.[^.]+$/, '')), isTaken);
    taken.add(slug);
    return slug;
  });
}
