import { countFacets } from './facet-counts.ts';
import { portableEngine, planFor } from './portable.ts';
import type { PagefindSource, SourceResponse } from './pagefind-source.ts';
import { toPagefindPhrases } from './pagefind-tokens.ts';
import type { Plan } from './plan.ts';
import type { PortableIndex } from './portable-index.ts';
import { presentPage, type Candidate } from './present.ts';
import type { FacetCounts, FindOptions, PageHit, ResultList, SearchEngine } from './result.ts';
import { FACETS, type FacetName } from './types.ts';

/** Sections shown of one page, unless asked otherwise. */
const SECTIONS = 4;

/**
 * The Pagefind engine: exact phrases of our pairs choose the pages, an unquoted search of the same pairs ranks them,
 * and sections and excerpts come from the portable index's texts. What Pagefind cannot do – partial matches, queries of
 * signs only – the portable engine answers.
 *
 * @param source - Opened bundle.
 * @param index - Opened portable index of the same build.
 * @example
 * const list = await pagefindEngine(source, index).find('三会一课');
 * (await list.take(10))[0]?.title; // '三会一课'
 */
export function pagefindEngine(source: PagefindSource, index: PortableIndex): SearchEngine {
  const portable = portableEngine(index);
  return {
    name: 'pagefind',
    async find(query, options = {}) {
      if (options.partial === true) return portable.find(query, options);
      const { plan, named } = await planFor(index, query);
      const wordless = [...plan.parts, ...plan.not].some(
        ({ text }) => toPagefindPhrases(text).length === 0,
      );
      if (plan.parts.length === 0 || wordless) return portable.find(query, options);
      const list = await phraseList(source, index, { plan, named, options });
      await list.fill(1);
      return list.found() > 0 ? list : portable.find(query, options);
    },
  };
}

interface Request {
  readonly plan: Plan;
  readonly named: readonly number[];
  readonly options: FindOptions;
}

interface FillableList extends ResultList {
  fill(pages: number): Promise<void>;
  found(): number;
}

async function phraseList(
  source: PagefindSource,
  index: PortableIndex,
  { plan, named, options }: Request,
): Promise<FillableList> {
  const filters = options.filters ?? {};
  const byYear = options.sort === 'year';
  const ask = (term: string | null, year = false): Promise<SourceResponse> =>
    source.search({ term, filters: { ...filters }, byYear: year });
  const phrases = [...new Set(plan.parts.flatMap(({ text }) => toPagefindPhrases(text)))];
  const [ranked, ...exact] = await Promise.all([
    ask(phrases.join(' ')),
    ...phrases.map((phrase) => ask(`"${phrase}"`)),
  ]);
  const sets = exact.map(({ ids }) => new Set(ids));
  const smallest = [...exact].sort((a, b) => a.ids.length - b.ids.length)[0];
  const inAll = (id: string): boolean => sets.every((set) => set.has(id));
  const scores = new Map(ranked.ids.map((id, i) => [id, ranked.scores[i] ?? 0]));
  const ids = [...(smallest?.ids ?? [])].filter(inAll);
  ids.sort((a, b) => (scores.get(b) ?? 0) - (scores.get(a) ?? 0));
  const order = byYear ? await sortByYear(ids, () => ask(null, true)) : ids;

  const kept: Candidate[] = [];
  const seen = new Set<number>();
  let next = 0;
  let given = 0;
  const most = options.sections ?? SECTIONS;

  const check = async (id: string): Promise<Candidate | undefined> => {
    const perPhrase = await Promise.all(exact.map(({ ticket }) => source.sections(ticket, id)));
    const units = [...new Set(perPhrase.flat())].sort((a, b) => a - b);
    return literalCandidate(index, plan, units, { score: scores.get(id) ?? 0, most });
  };
  const pins = await pinnedPages(index, named, options);
  for (const page of byYear ? [] : pins) {
    const from = index.firstUnit[page] ?? 0;
    const to = index.firstUnit[page + 1] ?? from;
    const all = Array.from({ length: to - from }, (_, i) => from + i);
    const literal = await literalCandidate(index, plan, all, { score: Infinity, most });
    const units = [from, ...(literal?.units ?? []).filter((unit) => unit !== from)];
    if (await isExcluded(index, plan, page)) continue;
    seen.add(page);
    kept.push({ page, score: 1000, match: 'named', units: units.slice(0, most) });
  }
  const pinned = kept.length;

  const fill = async (pages: number): Promise<void> => {
    while (kept.length < pages && next < order.length) {
      const batch = order.slice(next, next + Math.min(10, pages - kept.length));
      next += batch.length;
      for (const candidate of await Promise.all(batch.map(check))) {
        if (candidate === undefined || seen.has(candidate.page)) continue;
        if (await isExcluded(index, plan, candidate.page)) continue;
        seen.add(candidate.page);
        kept.push(candidate);
      }
    }
  };
  const simple = phrases.length === 1 && plan.not.length === 0;
  const [only] = exact;
  return {
    plan,
    partial: false,
    fill,
    found: () => kept.length,
    count: () => ({
      pages: simple && pinned === 0 ? order.length : kept.length + order.length - next,
      approximate: !simple && next < order.length,
    }),
    facets: () =>
      phrases.length === 1 && only !== undefined
        ? Promise.resolve(countsOf(only))
        : countByValue(source, new Set(order)),
    async take(pages) {
      await fill(given + pages);
      const batch = kept.slice(given, given + pages);
      given += batch.length;
      const units = await index.units(batch.flatMap((candidate) => candidate.units));
      return batch
        .map((candidate) => presentPage(candidate, units, { plan, pieces: [] }))
        .filter((hit): hit is PageHit => hit !== undefined);
    },
  };
}

/** Check the sections of a page literally; `undefined` where the page lacks one of the words. */
async function literalCandidate(
  index: PortableIndex,
  plan: Plan,
  units: readonly number[],
  { score, most }: { score: number; most: number },
): Promise<Candidate | undefined> {
  const [first] = units;
  if (first === undefined) return undefined;
  const texts = await index.units(units);
  const holds = (unit: number, word: string): boolean =>
    texts.get(unit)?.folded.includes(word) === true;
  const words = plan.parts.map(({ text }) => text);
  if (!words.every((word) => units.some((unit) => holds(unit, word)))) return undefined;
  const all = units.filter((unit) => words.every((word) => holds(unit, word)));
  const shown =
    all.length > 0 ? all : units.filter((unit) => words.some((word) => holds(unit, word)));
  return {
    page: index.pageOf[first] ?? 0,
    score,
    match: all.length > 0 ? 'section' : 'page',
    units: shown.slice(0, most),
  };
}

async function isExcluded(index: PortableIndex, plan: Plan, page: number): Promise<boolean> {
  if (plan.not.length === 0) return false;
  const from = index.firstUnit[page] ?? 0;
  const to = index.firstUnit[page + 1] ?? from;
  const texts = await index.units(Array.from({ length: to - from }, (_, i) => from + i));
  return [...texts.values()].some(
    (loaded) =>
      loaded.unit >= from &&
      loaded.unit < to &&
      plan.not.some(({ text }) => loaded.folded.includes(text)),
  );
}

/** Named pages that the filters let pass. */
async function pinnedPages(
  index: PortableIndex,
  named: readonly number[],
  { filters = {} }: FindOptions,
): Promise<number[]> {
  const chosen = FACETS.filter((facet) => (filters[facet] ?? []).length > 0);
  if (chosen.length === 0 || named.length === 0) return [...named];
  const shard = await index.facets();
  return named.filter((page) =>
    chosen.every((facet) =>
      filters[facet]?.some((value) => (countFacets(shard, [page])[facet].get(value) ?? 0) > 0),
    ),
  );
}

/** Pagefind drops pages without a year from a sorted search; they go to the end. */
async function sortByYear(
  ids: readonly string[],
  search: () => Promise<SourceResponse>,
): Promise<string[]> {
  const wanted = new Set(ids);
  const dated = (await search()).ids.filter((id) => wanted.has(id));
  const known = new Set(dated);
  return [...dated, ...ids.filter((id) => !known.has(id))];
}

function countsOf({ filters }: SourceResponse): FacetCounts {
  return asCounts((facet) => new Map(Object.entries(filters[facet] ?? {})));
}

/** Pagefind counts one search only; for several phrases, count the pages of each value among the results. */
async function countByValue(
  source: PagefindSource,
  ids: ReadonlySet<string>,
): Promise<FacetCounts> {
  const all = await source.search({ term: null, filters: {}, byYear: false });
  const tables = new Map<FacetName, Map<string, number>>();
  for (const facet of FACETS) {
    const table = new Map<string, number>();
    for (const value of Object.keys(all.filters[facet] ?? {})) {
      const pages = await source.search({
        term: null,
        filters: { [facet]: [value] },
        byYear: false,
      });
      table.set(value, pages.ids.filter((id) => ids.has(id)).length);
    }
    tables.set(facet, table);
  }
  return asCounts((facet) => tables.get(facet) ?? new Map<string, number>());
}

function asCounts(of: (facet: FacetName) => Map<string, number>): FacetCounts {
  return {
    kind: of('kind'),
    wuhua: of('wuhua'),
    audience: of('audience'),
    year: of('year'),
    source: of('source'),
  };
}
