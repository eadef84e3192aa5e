import { lazyList, type FillableList } from './lazy-list.ts';
import type { Found, FoundPart } from './look-up.ts';
import { allowedPages, orderPages } from './narrow.ts';
import { CLASS } from './index-format.ts';
import type { PortableIndex } from './portable-index.ts';
import { literalUnits, type Candidate } from './present.ts';
import { placeFactors, scorePages, WEIGHTS } from './rank.ts';
import type { FindOptions } from './result.ts';
import { chooseSections, sectionOrder } from './section-choice.ts';
import { intersect, lowerBound } from './unit-sets.ts';

/** Sections shown of one page, unless asked otherwise. */
export const SECTIONS = 4;

/** Pages that another index found to hold every word. */
export interface KnownPages {
  readonly pages: readonly number[];
  /** Whether all of them are sure to hold the words. */
  readonly exactCount: boolean;
}

/**
 * Pages that hold every word literally, each checked against its text as it is taken; `undefined` where there is none.
 *
 * @param index - Opened index.
 * @param found - The query, looked up.
 * @param known - The pages, where they are known already.
 * @example
 * (await literalList(index, await lookUp(index, '三会一课'), {}))?.count().pages; // 43
 */
export async function literalList(
  index: PortableIndex,
  found: Found,
  options: FindOptions,
  known?: KnownPages,
): Promise<FillableList | undefined> {
  const { plan, parts, not } = found;
  if (parts.length === 0) return undefined;
  const holding =
    known === undefined ? pagesWithAll(index, parts) : flagsOf(index.manifest.pages, known.pages);
  const named = new Map(found.named.map(({ page, title }) => [page, title ? 2 : 1]));
  const allowed = await allowedPages(index, options);
  named.forEach((_, page) => (holding[page] = 1));
  const pages: number[] = [];
  const wanted = new Uint8Array(index.manifest.pages);
  for (let page = 0; page < wanted.length; page += 1) {
    if (holding[page] !== 1 || (allowed !== undefined && allowed[page] !== 1)) continue;
    wanted[page] = 1;
    pages.push(page);
  }
  if (pages.length === 0) return undefined;

  const terms = parts.flatMap((part) => part.terms);
  const scores = scoreLiteral(index, found, wanted);
  const inOneSection = new Uint8Array(index.manifest.pages);
  const together = intersect(parts.map(({ units }) => units));
  for (let i = 0; i < together.length; i += 1)
    inOneSection[index.pageOf[together[i] ?? 0] ?? 0] = 1;
  const tier = (page: number): number =>
    1 + (named.get(page) ?? (inOneSection[page] === 1 ? 0 : -1));
  const order = await orderPages(index, pages, options, { tier, scores });
  const sections = sectionOrder(index, terms);

  const check = async (page: number): Promise<Candidate | undefined> => {
    if (await isExcluded(index, not, page)) return undefined;
    const holders = await Promise.all(
      parts.map(async ({ part, units: all }) => {
        const units = unitsOnPage(index, all, page);
        return part.proof ? units : await literalUnits(index, units, part.text);
      }),
    );
    const isNamed = named.has(page);
    if (!isNamed && holders.some((units) => units.length === 0)) return undefined;
    const { together: whole, units: shown } = chooseSections(holders, sections);
    const head = index.firstUnit[page] ?? 0;
    return {
      page,
      score: scores[page] ?? 0,
      match: isNamed ? 'named' : whole ? 'section' : 'page',
      // A name leads to the head of its page.
      units: (isNamed ? [head, ...shown.filter((unit) => unit !== head)] : shown).slice(
        0,
        options.sections ?? SECTIONS,
      ),
    };
  };
  const proof = parts.length === 1 && parts[0]?.part.proof === true && not.length === 0;
  const exactCount = known?.exactCount ?? proof;
  const list = lazyList(index, plan, { order, check, exactCount, pieces: [] });
  // One page must hold the words literally, or there are only partial matches.
  await list.fill(1);
  return list.found() === 0 ? undefined : list;
}

function flagsOf(length: number, places: readonly number[]): Uint8Array {
  const flags = new Uint8Array(length);
  for (const place of places) flags[place] = 1;
  return flags;
}

/**
 * Whether a page holds one of the excluded words.
 *
 * @param not - Excluded words, looked up.
 * @example
 * await isExcluded(index, (await lookUp(index, '党建 -国企')).not, 3); // true where page 3 has 国企
 */
export async function isExcluded(
  index: PortableIndex,
  not: readonly FoundPart[],
  page: number,
): Promise<boolean> {
  for (const { part, units } of not) {
    const here = unitsOnPage(index, units, page);
    if (here.length === 0) continue;
    if (part.proof || (await literalUnits(index, here, part.text)).length > 0) return true;
  }
  return false;
}

/**
 * Score pages that hold every word: BM25 and title as for all, times how well the words stand there as wholes.
 *
 * @param wanted - `wanted[page]` is 1 for pages to score.
 * @example
 * scoreLiteral(index, await lookUp(index, '三会一课'), wanted)[3];
 */
export function scoreLiteral(
  index: PortableIndex,
  { parts, begun }: Pick<Found, 'parts' | 'begun'>,
  wanted: Uint8Array,
): Float64Array {
  const scores = scorePages(
    index,
    parts.flatMap(({ terms }) => terms),
    wanted,
  );
  const factors = placeFactors(index, parts);
  // A name that begins with the query counts like a title that holds it.
  begun.forEach((page) => (factors[page] = WEIGHTS.place[CLASS.title]));
  for (let page = 0; page < scores.length; page += 1)
    scores[page] = (scores[page] ?? 0) * (factors[page] || 1);
  return scores;
}

/**
 * Those of some sections that are on a page.
 *
 * @param units - Sections, ascending.
 * @example
 * unitsOnPage(index, Int32Array.of(1, 7, 9), 2); // [7, 9] (第三页的两节)
 */
export function unitsOnPage(index: PortableIndex, units: Int32Array, page: number): number[] {
  const from = index.firstUnit[page] ?? 0;
  const to = index.firstUnit[page + 1] ?? from;
  return [...units.subarray(lowerBound(units, from), lowerBound(units, to))];
}

/** `1` for pages that hold every word, in whatever sections. */
function pagesWithAll(index: PortableIndex, parts: readonly FoundPart[]): Uint8Array {
  const words = new Uint8Array(index.manifest.pages);
  parts.forEach(({ units }, i) => {
    for (let at = 0; at < units.length; at += 1) {
      const page = index.pageOf[units[at] ?? 0] ?? 0;
      if (words[page] === i) words[page] = i + 1;
    }
  });
  return words.map((held) => (held === parts.length ? 1 : 0));
}
