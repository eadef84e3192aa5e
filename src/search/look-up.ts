import type { Simplified } from './fold.ts';
import { CLASS, NAME_PREFIX, readPairs } from './index-format.ts';
import { parseQuery, type Part, type Plan } from './plan.ts';
import type { PortableIndex } from './portable-index.ts';
import type { ScoredTerm } from './rank.ts';
import { intersect } from './unit-sets.ts';

/** Characters that the beginning of a name must have to count. */
const SHORTEST_BEGINNING = 3;

/** A word of the query with where its tokens stand. */
export interface FoundPart {
  readonly part: Part;
  readonly terms: readonly ScoredTerm[];
  /** Sections that hold every token of the word: all that can hold it literally. */
  readonly units: Int32Array;
}

/** A page whose name the query is. */
export interface NamedPage {
  readonly page: number;
  /** Whether it is the title; else an alias or abbreviation. */
  readonly title: boolean;
}

/** A query read and looked up. */
export interface Found {
  readonly plan: Plan;
  readonly parts: readonly FoundPart[];
  readonly not: readonly FoundPart[];
  readonly named: readonly NamedPage[];
  /** Pages with a name that begins with the query (四位一体 of 四位一体责任体系). */
  readonly begun: ReadonlySet<number>;
}

/**
 * Read a query and look its words up; where the index knows some of its pairs not at all, try it as traditional
 * characters.
 *
 * @param index - Opened index.
 * @param query - As typed.
 * @example
 * (await lookUp(index, '機關黨建')).plan.whole; // '机关党建'
 */
export async function lookUp(index: PortableIndex, query: string): Promise<Found> {
  const found = await lookUpPlan(index, parseQuery(query));
  const unknown = found.parts.some(({ terms }) =>
    terms.some(({ postings }) => postings.units.length === 0),
  );
  if (!unknown || !/[\u3400-\u9fff\uf900-\ufaff]/u.test(query)) return found;
  const converted = parseQuery(query, await traditionalTable(index));
  return converted.whole === found.plan.whole ? found : lookUpPlan(index, converted);
}

async function traditionalTable(index: PortableIndex): Promise<Simplified> {
  return readPairs((await index.load('t2s')) as string);
}

async function lookUpPlan(index: PortableIndex, plan: Plan): Promise<Found> {
  const [parts, not, named, begun] = await Promise.all([
    Promise.all(plan.parts.map((part) => lookUpPart(index, part))),
    Promise.all(plan.not.map((part) => lookUpPart(index, part))),
    findNamed(index, plan.whole),
    findBegun(index, plan.whole),
  ]);
  return { plan, parts, not, named, begun };
}

/**
 * Look up one word of a query.
 *
 * @example
 * (await lookUpPart(index, plan.not[0])).units; // 含“国企”的小节
 */
export async function lookUpPart(index: PortableIndex, part: Part): Promise<FoundPart> {
  const terms = await Promise.all([
    ...part.exact.map(async (token) => ({ token, postings: await index.term(token) })),
    ...part.prefixes.map(async (token) => ({ token, postings: await index.prefix(token) })),
  ]);
  return { part, terms, units: intersect(terms.map(({ postings }) => postings.units)) };
}

/** The pages with a name that begins so; none for a beginning too short to tell. */
async function findBegun(index: PortableIndex, beginning: string): Promise<ReadonlySet<number>> {
  if (Array.from(beginning).length < SHORTEST_BEGINNING) return new Set();
  const { units } = await index.prefix(NAME_PREFIX + beginning);
  return new Set(Array.from(units, (unit) => index.pageOf[unit] ?? 0));
}

/**
 * The pages that bear a name, those with the title first.
 *
 * @param index - Opened index.
 * @param name - Folded name.
 * @example
 * await findNamed(index, '三会一课'); // [{ page: 7, title: true }]
 */
export async function findNamed(index: PortableIndex, name: string): Promise<NamedPage[]> {
  if (name === '') return [];
  const { units, classes } = await index.term(NAME_PREFIX + name);
  return Array.from(units, (unit, i) => ({
    page: index.pageOf[unit] ?? 0,
    title: classes[i] === CLASS.title,
  })).sort((a, b) => Number(b.title) - Number(a.title));
}
