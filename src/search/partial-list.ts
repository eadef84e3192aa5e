import { fold } from './fold.ts';
import { lazyList } from './lazy-list.ts';
import { isExcluded } from './literal-list.ts';
import { findNamed, lookUpPart } from './look-up.ts';
import { allowedPages, sortByYear } from './narrow.ts';
import type { Plan } from './plan.ts';
import type { PortableIndex } from './portable-index.ts';
import type { Candidate } from './present.ts';
import { coverage, kindOf, scorePages, titleShare, WEIGHTS, type ScoredTerm } from './rank.ts';
import type { FindOptions, ResultList } from './result.ts';
import { sectionOrder } from './section-choice.ts';
import { splitClauses } from './tokens.ts';

/** Pages that a partial match lists at most. */
const MOST_PAGES = 100;
/** A page below this share of the best one's coverage is left out. */
const LEAST_COVERAGE = 0.35;
/** Share of the query's pairs that a title must hold to be another wording of it. */
const LEAST_OF_TITLE = 0.6;
/** Pairs of a query that are looked up at most. */
const MOST_PAIRS = 40;
/** Sections shown of one page. */
const SECTIONS = 3;
/**
 * Characters that mostly join or measure (只有、要的): in a question a pair with one is rare by chance, not for what it
 * says, and counts less.
 */
const FUNCTION_WORD =
  /[的了是在有和与或就也都还又才只很太更这那其之把被将让给对从为于而但并个些们你我他着过得要会能可该没不谁几哪]/u;
const FUNCTION_WEIGHT = 0.6;
/** Characters of a query in which names are looked for, and of a name at most. */
const NAMES_WITHIN = 40;
const LONGEST_NAME = 12;
/** Measures put right after the problem that a question is about. */
const MOST_RELATED = 4;

/**
 * Pages that hold some of the query, by how much of its rare pairs they hold; names of pages inside the query count as
 * words. A question is answered by the kinds of page it asks for, a problem brings its measures along.
 *
 * @param index - Opened index.
 * @param plan - The query.
 * @example
 * (await (await partialList(index, parseQuery('怎么解决两张皮'), {})).take(1))[0]?.title; // '党建与业务“两张皮”'
 */
export async function partialList(
  index: PortableIndex,
  plan: Plan,
  options: FindOptions,
): Promise<ResultList> {
  const pieces = piecesOf(plan);
  const tokens = [...new Set(pieces.flatMap(pairsOf))].slice(0, MOST_PAIRS);
  const asked = await Promise.all(
    tokens.map(async (token) => ({
      token,
      postings: await index.term(token),
      weight: plan.question !== undefined && FUNCTION_WORD.test(token) ? FUNCTION_WEIGHT : 1,
    })),
  );
  const terms = asked.filter(({ postings }) => postings.units.length > 0);
  const named = await namedShares(index, pieces);
  const allowed = await allowedPages(index, options);
  const titles = options.partial === 'titles' ? titleShare(index, asked) : undefined;
  const { scores, pages } = ratePages(index, { plan, terms, named, allowed, titles });
  pages.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
  const best = pages.slice(0, MOST_PAGES);
  const led = plan.question === undefined ? best : await withRelated(index, best, allowed);
  const order = options.sort === 'year' ? await sortByYear(index, led) : led;
  const sections = sectionOrder(index, terms);
  const not = await Promise.all(plan.not.map((part) => lookUpPart(index, part)));
  const check = async (page: number): Promise<Candidate | undefined> => {
    if (await isExcluded(index, not, page)) return undefined;
    const from = index.firstUnit[page] ?? 0;
    const units = Array.from(
      { length: (index.firstUnit[page + 1] ?? from) - from },
      (_, i) => from + i,
    );
    const holding = units.filter((unit) => sections.score(unit) > 0).sort(sections.compare);
    return {
      page,
      score: scores[page] ?? 0,
      match: 'partial',
      units: holding.length === 0 ? [from] : holding.slice(0, SECTIONS),
    };
  };
  const exactCount = not.length === 0;
  return lazyList(index, plan, { order, check, exactCount, pieces: tokens, partial: true });
}

interface Rating {
  readonly plan: Plan;
  readonly terms: readonly ScoredTerm[];
  readonly named: ReadonlyMap<number, number>;
  readonly allowed: Uint8Array | undefined;
  /** Where only titles count: the share of the query that each holds. */
  readonly titles: Float64Array | undefined;
}

function ratePages(
  index: PortableIndex,
  { plan, terms, named, allowed, titles }: Rating,
): { scores: Float64Array; pages: number[] } {
  const covered = coverage(index, terms);
  const most = covered.reduce((best, share) => Math.max(best, share), 0) || 1;
  const isClose = (page: number, share: number): boolean =>
    titles === undefined
      ? share > 0 && share >= LEAST_COVERAGE
      : (titles[page] ?? 0) >= LEAST_OF_TITLE;
  const wanted = Uint8Array.from(covered, (share, page) =>
    isClose(page, share / most) || named.has(page) ? (allowed?.[page] ?? 1) : 0,
  );
  const scores = scorePages(index, terms, wanted);
  const top = scores.reduce((best, score) => Math.max(best, score), 0);
  const pages = Array.from(wanted.keys()).filter((page) => wanted[page] === 1);
  for (const page of pages) {
    const share = (covered[page] ?? 0) / most;
    const name = (named.get(page) ?? 0) * WEIGHTS.name * top;
    scores[page] = ((scores[page] ?? 0) * share + name) * (plan.kinds[kindOf(index, page)] ?? 1);
  }
  return { scores, pages };
}

/** The stretches of a query whose pairs count. */
function piecesOf(plan: Plan): string[] {
  const pieces = plan.question?.pieces ?? plan.parts.map(({ text }) => text);
  return pieces.map((piece) => fold(piece).text.replace(/\n/g, ' '));
}

function pairsOf(text: string): string[] {
  return splitClauses(text).flatMap(({ chars, word }) =>
    word ? chars.slice(1).map((char, i) => `${chars[i]}${char}`) : [],
  );
}

/** Pages whose name stands in the query, with the share of the query that the name is. */
async function namedShares(
  index: PortableIndex,
  pieces: readonly string[],
): Promise<Map<number, number>> {
  const total = pieces.reduce((sum, piece) => sum + piece.length, 0);
  const shares = new Map<number, number>();
  if (total === 0 || total > NAMES_WITHIN) return shares;
  const spans = new Set(pieces.flatMap(spansOf));
  await Promise.all(
    [...spans].map(async (span) => {
      const pages = await findNamed(index, span);
      const titled = pages.some(({ title }) => title);
      for (const { page, title } of pages) {
        const share = (span.length / total) * (title || !titled ? 1 : 0.7);
        shares.set(page, Math.max(shares.get(page) ?? 0, share));
      }
    }),
  );
  return shares;
}

function spansOf(piece: string): string[] {
  const chars = Array.from(piece);
  return chars.flatMap((_, from) =>
    Array.from({ length: Math.min(LONGEST_NAME, chars.length - from) - 1 }, (_unused, i) =>
      chars.slice(from, from + i + 2).join(''),
    ),
  );
}

/** Put the measures of a problem that comes first right behind it. */
async function withRelated(
  index: PortableIndex,
  pages: readonly number[],
  allowed: Uint8Array | undefined,
): Promise<number[]> {
  const [first, ...others] = pages;
  if (first === undefined || kindOf(index, first) !== 'problem') return [...pages];
  const head = index.firstUnit[first] ?? 0;
  const related = (await index.units([head])).get(head)?.page.r ?? [];
  const known = related.filter((page) => (allowed?.[page] ?? 1) === 1);
  // Measures that hold more of the question come first.
  const place = new Map(others.map((page, i) => [page, i]));
  const measures = [...known]
    .sort((a, b) => (place.get(a) ?? Infinity) - (place.get(b) ?? Infinity))
    .slice(0, MOST_RELATED);
  return [first, ...measures, ...others.filter((page) => !measures.includes(page))];
}
