import { presentAll, type FillableList } from './lazy-list.ts';
import { isExcluded, scoreLiteral, SECTIONS, unitsOnPage } from './literal-list.ts';
import { lookUp, type Found } from './look-up.ts';
import { allowedPages } from './narrow.ts';
import { countByValue, countsOf } from './pagefind-facets.ts';
import type { PagefindSource, SourceResponse } from './pagefind-source.ts';
import { toPagefindPhrases } from './pagefind-tokens.ts';
import { partialList } from './partial-list.ts';
import { portableEngine } from './portable.ts';
import type { PortableIndex } from './portable-index.ts';
import type { Candidate } from './present.ts';
import type { FindOptions, SearchEngine } from './result.ts';
import { chooseSections, sectionOrder } from './section-choice.ts';

/** Pages at the head of Pagefind's order that are put in our own order: titles, names, one section before several. */
const WINDOW = 20;

/**
 * The Pagefind engine: exact phrases of our pairs choose the pages, an unquoted search of the same pairs ranks them, and
 * sections and excerpts come from the portable index's texts. What Pagefind cannot do – partial matches, queries of signs
 * only – the portable engine answers.
 *
 * @param source - Opened bundle.
 * @param index - Opened portable index of the same build.
 * @example
 * const list = await pagefindEngine(source, index).find('三会一课');
 * (await list.take(10))[0]?.title; // '三会一课'
 */
export function pagefindEngine(source: PagefindSource, index: PortableIndex): SearchEngine {
  return {
    name: 'pagefind',
    async find(query, options = {}) {
      const found = await lookUp(index, query);
      const { plan } = found;
      if ((options.partial ?? false) !== false) return partialList(index, plan, options);
      const words = plan.parts.map(({ text }) => text);
      if (words.length === 0 || words.some((word) => toPagefindPhrases(word).length === 0))
        return portableEngine(index).find(query, options);
      const list = await phraseList(source, index, { found, options });
      await list.fill(1);
      return list.found() > 0 ? list : partialList(index, plan, options);
    },
  };
}

interface Request {
  readonly found: Found;
  readonly options: FindOptions;
}

async function phraseList(
  source: PagefindSource,
  index: PortableIndex,
  { found, options }: Request,
): Promise<FillableList> {
  const { plan } = found;
  const byYear = options.sort === 'year';
  const ask = (term: string): Promise<SourceResponse> =>
    source.search({ term, filters: { ...options.filters } });
  const phrases = [...new Set(plan.parts.flatMap(({ text }) => toPagefindPhrases(text)))];
  const [ranked, ...exact] = await Promise.all([
    ask(phrases.join(' ')),
    ...phrases.map((phrase) => ask(`"${phrase}"`)),
  ]);
  const scores = new Map(ranked.ids.map((id, i) => [id, ranked.scores[i] ?? 0]));
  const ids = inAll(exact).sort((a, b) => (scores.get(b) ?? 0) - (scores.get(a) ?? 0));
  const order = byYear
    ? await sortByYear(source, ids, Object.keys(ranked.filters['year'] ?? {}))
    : ids;

  const pins = byYear ? [] : await pinned(index, { found, options });
  const kept = pins.map(({ candidate }) => candidate);
  const seen = new Set(kept.map(({ page }) => page));
  // Pinned pages that Pagefind will give again, further down.
  const again = new Set(
    pins.filter(({ literal }) => literal).map(({ candidate }) => candidate.page),
  );
  let next = 0;
  let given = 0;

  const check = async (id: string): Promise<Candidate | undefined> => {
    // Pagefind says which page it is; its list of sections leaves some out, the postings do not.
    const [unit] = exact[0] === undefined ? [] : await source.sections(exact[0].ticket, id);
    if (unit === undefined) return undefined;
    const units = candidateUnits(index, found, index.pageOf[unit] ?? 0);
    const candidate = await literalCandidate(index, { found, options }, units);
    if (candidate === undefined || (await isExcluded(index, found.not, candidate.page)))
      return undefined;
    return { ...candidate, score: scores.get(id) ?? 0 };
  };
  const keep = async (pages: number): Promise<void> => {
    const batch = order.slice(next, next + pages);
    next += batch.length;
    const all = (await Promise.all(batch.map(check))).flatMap((candidate) => candidate ?? []);
    const checked = all.filter(({ page }) => !seen.has(page));
    all.forEach(({ page }) => again.delete(page));
    checked.forEach(({ page }) => seen.add(page));
    kept.push(...(byYear || next > WINDOW ? checked : rankWindow(index, found, checked)));
  };
  const fill = async (pages: number): Promise<void> => {
    while (kept.length < pages && next < order.length)
      await keep(next === 0 ? WINDOW : Math.min(order.length, pages - kept.length));
  };
  const pages = (): number => kept.length + order.length - next - again.size;
  const simple = phrases.length === 1 && found.not.length === 0;
  const [only] = exact;
  return {
    plan,
    partial: false,
    found: () => kept.length,
    whole: pages,
    fill,
    count: () => ({
      pages: pages(),
      approximate: !simple && next < order.length,
    }),
    facets: () =>
      simple && only !== undefined
        ? Promise.resolve(countsOf(only))
        : countByValue(source, new Set(order)),
    async take(pages) {
      await fill(given + pages);
      const batch = kept.slice(given, given + pages);
      given += batch.length;
      return presentAll(index, plan, batch, []);
    },
  };
}

/** The sections of a page that may hold a word of the query. */
function candidateUnits(index: PortableIndex, { parts }: Found, page: number): number[] {
  const here = parts.flatMap(({ units }) => unitsOnPage(index, units, page));
  return [...new Set(here)].sort((a, b) => a - b);
}

/** Pages that every phrase is on. */
function inAll(responses: readonly SourceResponse[]): string[] {
  const sets = responses.map(({ ids }) => new Set(ids));
  const smallest = [...responses].sort((a, b) => a.ids.length - b.ids.length)[0];
  return (smallest?.ids ?? []).filter((id) => sets.every((set) => set.has(id)));
}

/** A page put first for its name. */
interface Pin {
  readonly candidate: Candidate;
  /** Whether it also holds the words literally. */
  readonly literal: boolean;
}

/** Pages whose name the query is: they come first, whatever Pagefind thinks of them. */
async function pinned(index: PortableIndex, { found, options }: Request): Promise<Pin[]> {
  const allowed = found.named.length === 0 ? undefined : await allowedPages(index, options);
  const pins: Pin[] = [];
  for (const { page } of rankNamed(index, found)) {
    if (allowed !== undefined && allowed[page] !== 1) continue;
    if (await isExcluded(index, found.not, page)) continue;
    const from = index.firstUnit[page] ?? 0;
    const literal = await literalCandidate(
      index,
      { found, options },
      candidateUnits(index, found, page),
    );
    const units = [from, ...(literal?.units ?? []).filter((unit) => unit !== from)];
    const candidate: Candidate = {
      page,
      score: 1000,
      match: 'named',
      units: units.slice(0, options.sections ?? SECTIONS),
    };
    pins.push({ candidate, literal: literal !== undefined });
  }
  return pins;
}

function rankNamed(index: PortableIndex, { named, ...found }: Found): Found['named'] {
  const scores = pageScores(
    index,
    found,
    named.map(({ page }) => page),
  );
  return [...named].sort(
    (a, b) =>
      Number(b.title) - Number(a.title) ||
      (scores[b.page] ?? 0) - (scores[a.page] ?? 0) ||
      a.page - b.page,
  );
}

/** Put the head of the list in our own order. */
function rankWindow(
  index: PortableIndex,
  found: Found,
  candidates: readonly Candidate[],
): Candidate[] {
  const scores = pageScores(
    index,
    found,
    candidates.map(({ page }) => page),
  );
  const tier = ({ match }: Candidate): number => (match === 'page' ? 0 : 1);
  return [...candidates].sort(
    (a, b) => tier(b) - tier(a) || (scores[b.page] ?? 0) - (scores[a.page] ?? 0) || a.page - b.page,
  );
}

function pageScores(
  index: PortableIndex,
  found: Pick<Found, 'parts' | 'begun'>,
  pages: readonly number[],
): Float64Array {
  const wanted = new Uint8Array(index.manifest.pages);
  pages.forEach((page) => (wanted[page] = 1));
  return scoreLiteral(index, found, wanted);
}

/** Check the sections of a page literally; `undefined` where the page lacks one of the words. */
async function literalCandidate(
  index: PortableIndex,
  { found, options }: Request,
  units: readonly number[],
): Promise<Omit<Candidate, 'score'> | undefined> {
  const [first] = units;
  if (first === undefined) return undefined;
  const texts = await index.units(units);
  const holders = found.plan.parts.map(({ text }) =>
    units.filter((unit) => texts.get(unit)?.folded.includes(text) === true),
  );
  if (holders.some((held) => held.length === 0)) return undefined;
  const terms = found.parts.flatMap((part) => part.terms);
  const { together, units: shown } = chooseSections(holders, sectionOrder(index, terms));
  return {
    page: index.pageOf[first] ?? 0,
    match: together ? 'section' : 'page',
    units: shown.slice(0, options.sections ?? SECTIONS),
  };
}

/**
 * Newest first, year by year, undated ones last. Pagefind's own sort drops undated pages and does not sort across merged
 * bundles.
 */
async function sortByYear(
  source: PagefindSource,
  ids: readonly string[],
  years: readonly string[],
): Promise<string[]> {
  const descending = [...years].sort((a, b) => Number(b) - Number(a));
  const lists = await Promise.all(
    descending.map((year) => source.search({ term: null, filters: { year: [year] } })),
  );
  const dated = lists.flatMap((list) => {
    const ofYear = new Set(list.ids);
    return ids.filter((id) => ofYear.has(id));
  });
  const known = new Set(dated);
  return [...dated, ...ids.filter((id) => !known.has(id))];
}
