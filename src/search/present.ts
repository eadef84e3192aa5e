import { excerpt, markWhole } from './excerpt.ts';
import type { Plan } from './plan.ts';
import type { LoadedUnit, PortableIndex } from './portable-index.ts';
import type { PageHit, SectionHit } from './result.ts';
import { sectionText } from './section-text.ts';
import { splitClauses } from './tokens.ts';
import type { Match } from './types.ts';

/** A page to be shown, with the sections that may answer. */
export interface Candidate {
  readonly page: number;
  readonly score: number;
  readonly match: Match;
  /** Sections in the order to show them. */
  readonly units: readonly number[];
}

/** The strings that a result marks: whole words first, then the pieces that a partial match may hold. */
export interface Wanted {
  readonly plan: Plan;
  /** Folded strings for partial matches, best first; empty where only whole words count. */
  readonly pieces: readonly string[];
}

/**
 * Make a page hit: the sections' headings, excerpts and marks.
 *
 * @param candidate - The page with the sections to show, at least one.
 * @param units - The loaded sections.
 * @example
 * presentPage({ page: 0, score: 1, match: 'section', units: [2] }, await index.units([2]), wanted)?.title; // '三会一课'
 */
export function presentPage(
  candidate: Candidate,
  units: ReadonlyMap<number, LoadedUnit>,
  wanted: Wanted,
): PageHit | undefined {
  const shown = candidate.units.flatMap((unit) => units.get(unit) ?? []);
  const [first] = shown;
  if (first === undefined) return undefined;
  const { page } = first;
  const strings = stringsToMark(wanted);
  return {
    page: candidate.page,
    url: page.u,
    title: page.t,
    titlePieces: markWhole(page.t, strings, first.simplified),
    kind: page.k,
    year: page.y === 0 ? undefined : page.y,
    validity: page.v,
    match: candidate.match,
    score: candidate.score,
    sections: shown.map((unit) => presentSection(unit, strings, wanted.plan)),
  };
}

function presentSection(loaded: LoadedUnit, strings: readonly string[], plan: Plan): SectionHit {
  const { section, simplified } = loaded;
  // The heading stands above the excerpt, so the excerpt is the body's unless there is only a heading.
  const shown = section.body === '' && strings.length > 0 ? sectionText(section) : section.body;
  return {
    unit: loaded.unit,
    id: section.id,
    heading: section.heading,
    exact: plan.whole !== '' && loaded.folded.includes(plan.whole),
    excerpt: excerpt(shown, strings, { simplified }),
  };
}

function stringsToMark({ plan, pieces }: Wanted): string[] {
  const words = [plan.whole, ...plan.parts.map(({ text }) => text)];
  return [...new Set([...words, ...pieces])].filter((text) => splitClauses(text).length > 0);
}

/**
 * Whether a word stands literally in one of the sections.
 *
 * @param index - Opened index.
 * @param units - Sections that may hold it.
 * @param text - Folded word (“三会一课”).
 * @returns The sections that hold it.
 * @example
 * await literalUnits(index, [1, 2, 3], '三会一课'); // [2]
 */
export async function literalUnits(
  index: PortableIndex,
  units: readonly number[],
  text: string,
): Promise<number[]> {
  if (units.length === 0) return [];
  const loaded = await index.units(units);
  return units.filter((unit) => loaded.get(unit)?.folded.includes(text) === true);
}
