import { CLASS } from './index-format.ts';
import type { PortableIndex } from './portable-index.ts';
import { scoreUnits, type ScoredTerm } from './rank.ts';
import { intersect, lowerBound } from './unit-sets.ts';

/** How the sections of a page are told apart for one query. */
export interface SectionOrder {
  /** Whether a section holds the terms in a list of links only (相关条目). */
  readonly aside: (unit: number) => boolean;
  /** Rarity of what a section holds; 0 where it holds none of the terms. */
  readonly score: (unit: number) => number;
  /** Better sections first: what says it itself before lists of links, then by score, then as on the page. */
  readonly compare: (a: number, b: number) => number;
}

/**
 * Put sections in the order to show them. A list of links names what is told elsewhere, and stands at the foot of the
 * page: whoever follows a result wants the section that answers.
 *
 * @param index - Opened index.
 * @param terms - Terms of the query.
 * @example
 * [12, 9].sort(sectionOrder(index, terms).compare); // [9, 12]: 正文 before 相关条目
 */
export function sectionOrder(index: PortableIndex, terms: readonly ScoredTerm[]): SectionOrder {
  const score = scoreUnits(index, terms);
  const aside = (unit: number): boolean =>
    terms.every(({ postings: { units, classes } }) => {
      const at = lowerBound(units, unit);
      return units[at] !== unit || classes[at] === CLASS.aside;
    });
  return {
    aside,
    score,
    compare: (a, b) => Number(aside(a)) - Number(aside(b)) || score(b) - score(a) || a - b,
  };
}

/**
 * The sections of a page to show, best first: those that hold every word; where only lists of links do, but the page
 * has each word elsewhere, too, those places come before; where no section holds every word, all that hold one.
 *
 * @param sections - For each word the sections of the page that hold it literally (党建 in 4 and 7, 清单 in 7).
 * @param order - See {@link sectionOrder}.
 * @returns `together`: whether a section holds every word.
 * @example
 * chooseSections([[4, 7], [7]], order); // { together: true, units: [7] }: only 7 holds 党建 and 清单
 */
export function chooseSections(
  sections: readonly (readonly number[])[],
  { aside, compare }: SectionOrder,
): { together: boolean; units: number[] } {
  const all = [...intersect(sections.map((units) => Int32Array.from(units)))];
  if (all.length === 0)
    return { together: false, units: [...new Set(sections.flat())].sort(compare) };
  const own = sections.map((units) => units.filter((unit) => !aside(unit)));
  const elsewhere = all.every(aside) && own.every((units) => units.length > 0);
  const units = elsewhere ? [...new Set([...own.flat(), ...all])] : all;
  return { together: true, units: units.sort(compare) };
}
