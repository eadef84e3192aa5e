import { decodeNumbers } from './codec.ts';
import { countFacets, sums } from './facet-counts.ts';
import { fold, type Simplified } from './fold.ts';
import { NAME_PREFIX, readPairs } from './index-format.ts';
import { parseQuery, type Part, type Plan } from './plan.ts';
import type { PortableIndex } from './portable-index.ts';
import { literalUnits, presentPage, type Candidate } from './present.ts';
import { coverage, scorePages, scoreUnits, type ScoredTerm } from './rank.ts';
import type { FindOptions, PageHit, ResultList, SearchEngine } from './result.ts';
import { indexTokens } from './tokens.ts';
import { FACETS } from './types.ts';
import { intersect } from './unit-sets.ts';

/** Pages that a partial match lists at most. */
const MOST_PARTIAL = 100;
/** A partial match below this share of the best one's coverage is left out. */
const LEAST_COVERAGE = 0.35;
/** Sections shown of one page, unless asked otherwise. */
const SECTIONS = 4;
/** Pages read at a time while looking for literal matches. */
const BATCH = 8;

/**
 * The portable engine: postings for the candidates, a literal check of what is shown.
 *
 * @param index - Opened index.
 * @example
 * const list = await portableEngine(index).find('三会一课');
 * (await list.take(10))[0]?.title; // '三会一课'
 */
export function portableEngine(index: PortableIndex): SearchEngine {
  return {
    name: 'portable',
    async find(query, options = {}) {
      const { plan, found } = await readQuery(index, query);
      const allowed = await allowedPages(index, options);
      const literal = await literalList(index, plan, found, { options, allowed });
      if (literal !== undefined && options.partial !== true) return literal;
      return partialList(index, plan, { options, allowed });
    },
  };
}

/**
 * Read a query as traditional characters: each becomes the simplified one that the index holds.
 *
 * @param index - Opened index.
 * @param query - As typed.
 * @example
 * (await planTraditional(index, '機關黨建')).whole; // '机关党建'
 */
export async function planTraditional(index: PortableIndex, query: string): Promise<Plan> {
  return parseQuery(query, await traditionalTable(index));
}

async function traditionalTable(index: PortableIndex): Promise<Simplified> {
  return readPairs((await index.load('t2s')) as string);
}

/** Look a query up; where the index knows some of its pairs not at all, try it as traditional characters. */
async function readQuery(
  index: PortableIndex,
  query: string,
): Promise<{ plan: Plan; found: Found }> {
  const plan = parseQuery(query);
  const found = await lookUp(index, plan);
  const unknown = found.parts.some(({ terms }) =>
    terms.some(({ postings }) => postings.units.length === 0),
  );
  if (!unknown || !/[\u3400-\u9fff\uf900-\ufaff]/u.test(query)) return { plan, found };
  const converted = await planTraditional(index, query);
  if (converted.whole === plan.whole) return { plan, found };
  return { plan: converted, found: await lookUp(index, converted) };
}

/**
 * Read a query for an engine that does its own look-up, and the pages it names.
 *
 * @param index - Opened index.
 * @param query - As typed.
 * @example
 * (await planFor(index, '三会一课')).named; // pages with this title or alias
 */
export async function planFor(
  index: PortableIndex,
  query: string,
): Promise<{ plan: Plan; named: readonly number[] }> {
  const { plan, found } = await readQuery(index, query);
  return { plan, named: found.named };
}

interface FoundPart {
  readonly part: Part;
  readonly terms: readonly ScoredTerm[];
  /** Sections that hold every token of the part: all that can hold it literally. */
  readonly units: Int32Array;
}

interface Found {
  readonly parts: readonly FoundPart[];
  readonly not: readonly FoundPart[];
  /** Pages whose title, alias or abbreviation the query is. */
  readonly named: readonly number[];
}

async function lookUp(index: PortableIndex, plan: Plan): Promise<Found> {
  const [parts, not, names] = await Promise.all([
    Promise.all(plan.parts.map((part) => lookUpPart(index, part))),
    Promise.all(plan.not.map((part) => lookUpPart(index, part))),
    plan.whole === '' ? undefined : index.term(NAME_PREFIX + plan.whole),
  ]);
  const named = Array.from(names?.units ?? [], (unit) => index.pageOf[unit] ?? 0);
  return { parts, not, named };
}

async function lookUpPart(index: PortableIndex, part: Part): Promise<FoundPart> {
  const terms = await Promise.all([
    ...part.exact.map(async (token) => ({ token, postings: await index.term(token) })),
    ...part.prefixes.map(async (token) => ({ token, postings: await index.prefix(token) })),
  ]);
  return { part, terms, units: intersect(terms.map(({ postings }) => postings.units)) };
}

/** `allowed[page]` is 1 where the filters let the page pass; `undefined` without filters. */
async function allowedPages(
  index: PortableIndex,
  { filters = {} }: FindOptions,
): Promise<Uint8Array | undefined> {
  const chosen = FACETS.filter((facet) => (filters[facet] ?? []).length > 0);
  if (chosen.length === 0) return undefined;
  const shard = await index.facets();
  const agree = new Uint8Array(index.manifest.pages);
  for (const facet of chosen) {
    const pages = new Set<number>();
    for (const [value, list] of shard.values[facet] ?? [])
      if (filters[facet]?.includes(value) === true)
        sums(decodeNumbers(list)).forEach((page) => pages.add(page));
    pages.forEach((page) => (agree[page] = (agree[page] ?? 0) + 1));
  }
  return agree.map((facets) => (facets === chosen.length ? 1 : 0));
}

interface Scope {
  readonly options: FindOptions;
  readonly allowed: Uint8Array | undefined;
}

/** Pages that hold every word, checked literally as they are taken; `undefined` where there is none. */
async function literalList(
  index: PortableIndex,
  plan: Plan,
  found: Found,
  { options, allowed }: Scope,
): Promise<ResultList | undefined> {
  if (found.parts.length === 0) return undefined;
  const unitsByPart = found.parts.map(({ units }) => groupByPage(index, units));
  const [firstPart, ...otherParts] = unitsByPart;
  const pages = [...(firstPart?.keys() ?? [])].filter((page) =>
    otherParts.every((units) => units.has(page)),
  );
  const named = new Set(found.named);
  for (const page of named) if (!pages.includes(page)) pages.push(page);
  const passing = pages.filter((page) => allowed === undefined || allowed[page] === 1);
  if (passing.length === 0) return undefined;

  const terms = found.parts.flatMap((part) => part.terms);
  const wanted = new Uint8Array(index.manifest.pages);
  passing.forEach((page) => (wanted[page] = 1));
  const scores = scorePages(index, terms, wanted);
  const together = new Set(
    Array.from(intersect(found.parts.map(({ units }) => units)), (unit) => index.pageOf[unit] ?? 0),
  );
  const tier = (page: number): number => (named.has(page) ? 2 : together.has(page) ? 1 : 0);
  const order = await orderOf(
    index,
    passing,
    options,
    (a, b) => tier(b) - tier(a) || (scores[b] ?? 0) - (scores[a] ?? 0) || a - b,
  );
  const unitScore = scoreUnits(index, terms);
  const proof =
    found.parts.length === 1 && found.parts[0]?.part.proof === true && found.not.length === 0;

  const check = async (page: number): Promise<Candidate | undefined> => {
    if (await isExcluded(index, found.not, page)) return undefined;
    const score = scores[page] ?? 0;
    const sections: number[][] = [];
    for (const [i, { part }] of found.parts.entries()) {
      const units = unitsByPart[i]?.get(page) ?? [];
      sections.push(part.proof ? units : await literalUnits(index, units, part.text));
    }
    const isNamed = named.has(page);
    if (sections.some((units) => units.length === 0) && !isNamed) return undefined;
    const all = intersect(sections.map((units) => Int32Array.from(units)));
    const shown = all.length > 0 ? [...all] : [...new Set(sections.flat())];
    shown.sort((a, b) => unitScore(b) - unitScore(a) || a - b);
    const head = index.firstUnit[page] ?? 0;
    const match = isNamed ? 'named' : all.length > 0 ? 'section' : 'page';
    // A name leads to the head of its page.
    const units = isNamed ? [head, ...shown.filter((unit) => unit !== head)] : shown;
    return { page, score, match, units: units.slice(0, options.sections ?? SECTIONS) };
  };

  const list = lazyList(index, plan, { order, check, exactCount: proof, pieces: [] });
  // One page must hold the words literally, or there are only partial matches.
  await list.fill(1);
  return list.found() === 0 ? undefined : list;
}

async function isExcluded(
  index: PortableIndex,
  not: readonly FoundPart[],
  page: number,
): Promise<boolean> {
  const from = index.firstUnit[page] ?? 0;
  const to = index.firstUnit[page + 1] ?? from;
  for (const { part, units } of not) {
    const here = [...units].filter((unit) => unit >= from && unit < to);
    if (here.length === 0) continue;
    if (part.proof || (await literalUnits(index, here, part.text)).length > 0) return true;
  }
  return false;
}

/** Pages that hold some of the query, by how much of it they hold. */
async function partialList(
  index: PortableIndex,
  plan: Plan,
  { options, allowed }: Scope,
): Promise<ResultList> {
  const pieces = partialPieces(plan);
  const tokens = [...new Set(pieces.flatMap((piece) => tokensOf(piece)))].slice(0, 40);
  const terms = (
    await Promise.all(tokens.map(async (token) => ({ token, postings: await index.term(token) })))
  ).filter(({ postings }) => postings.units.length > 0);
  const covered = coverage(index, terms);
  const most = covered.reduce((best, share) => Math.max(best, share), 0);
  const wanted = covered.map((share, page) =>
    most > 0 && share >= most * LEAST_COVERAGE && (allowed === undefined || allowed[page] === 1)
      ? 1
      : 0,
  );
  const scores = scorePages(index, terms, Uint8Array.from(wanted)).map(
    (score, page) => (score * (covered[page] ?? 0)) / (most || 1),
  );
  const pages = Array.from(wanted.keys()).filter((page) => wanted[page] === 1);
  pages.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
  const order = await orderOf(index, pages.slice(0, MOST_PARTIAL), options, () => 0);
  const unitScore = scoreUnits(index, terms);
  const check = (page: number): Promise<Candidate> => {
    const from = index.firstUnit[page] ?? 0;
    const units = Array.from(
      { length: (index.firstUnit[page + 1] ?? from) - from },
      (_, i) => from + i,
    ).filter((unit) => unitScore(unit) > 0);
    units.sort((a, b) => unitScore(b) - unitScore(a) || a - b);
    return Promise.resolve({
      page,
      score: scores[page] ?? 0,
      match: 'partial',
      units: units.slice(0, 3),
    });
  };
  return lazyList(index, plan, { order, check, exactCount: true, pieces: tokens, partial: true });
}

/** The pieces of a query whose pairs count for a partial match. */
function partialPieces(plan: Plan): string[] {
  if (plan.question !== undefined) return [fold(plan.question).text];
  return plan.parts.map(({ text }) => text);
}

function tokensOf(text: string): string[] {
  return indexTokens(text).filter((token) => Array.from(token).length === 2);
}

/** Put pages in the order asked for. */
async function orderOf(
  index: PortableIndex,
  pages: readonly number[],
  { sort = 'relevance' }: FindOptions,
  byRelevance: (a: number, b: number) => number,
): Promise<number[]> {
  const order = [...pages].sort(byRelevance);
  if (sort === 'relevance') return order;
  const years = decodeNumbers((await index.facets()).years);
  return order.sort((a, b) => (years[b] ?? 0) - (years[a] ?? 0));
}

interface LazyOptions {
  readonly order: readonly number[];
  readonly check: (page: number) => Promise<Candidate | undefined>;
  /** Whether every page of the order is sure to stay. */
  readonly exactCount: boolean;
  readonly pieces: readonly string[];
  readonly partial?: boolean;
}

interface LazyList extends ResultList {
  fill(pages: number): Promise<void>;
  found(): number;
}

/** A list whose pages are checked in order, a batch at a time, as they are asked for. */
function lazyList(
  index: PortableIndex,
  plan: Plan,
  { order, check, exactCount, pieces, partial = false }: LazyOptions,
): LazyList {
  const kept: Candidate[] = [];
  let next = 0;
  let given = 0;
  const fill = async (pages: number): Promise<void> => {
    while (kept.length < pages && next < order.length) {
      const batch = order.slice(next, next + Math.max(1, Math.min(BATCH, pages - kept.length)));
      next += batch.length;
      const checked = await Promise.all(batch.map(check));
      checked.forEach((candidate) => candidate !== undefined && kept.push(candidate));
    }
  };
  return {
    plan,
    partial,
    fill,
    found: () => kept.length,
    count: () => ({
      pages: kept.length + (order.length - next),
      approximate: !exactCount && next < order.length,
    }),
    facets: async () =>
      countFacets(await index.facets(), [...kept.map(({ page }) => page), ...order.slice(next)]),
    async take(pages) {
      await fill(given + pages);
      const batch = kept.slice(given, given + pages);
      given += batch.length;
      const units = await index.units(batch.flatMap((candidate) => candidate.units));
      const hits = batch.map((candidate) => presentPage(candidate, units, { plan, pieces }));
      return hits.filter((hit): hit is PageHit => hit !== undefined);
    },
  };
}

function groupByPage(index: PortableIndex, units: Int32Array): Map<number, number[]> {
  const groups = new Map<number, number[]>();
  for (const unit of units) {
    const page = index.pageOf[unit] ?? 0;
    const group = groups.get(page);
    if (group === undefined) groups.set(page, [unit]);
    else group.push(unit);
  }
  return groups;
}
