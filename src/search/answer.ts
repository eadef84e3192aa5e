import { chainLists, putBack } from './chain-lists.ts';
import { fold } from './fold.ts';
import { findNamed } from './look-up.ts';
import { parseQuery } from './plan.ts';
import type { PortableIndex } from './portable-index.ts';
import type { FindOptions, ResultList, SearchEngine } from './result.ts';
import { isLatin, suggestByPinyin, suggestHomophones, type Suggestion } from './suggest.ts';
import { suggestInside } from './suggest-inside.ts';
import { intersect } from './unit-sets.ts';

/** An engine's list with what the reader may have meant. */
export interface Answer {
  readonly list: ResultList;
  readonly suggestions: readonly Suggestion[];
  /** Set where the list answers this query instead of the one typed, because that one finds nothing. */
  readonly instead: string | undefined;
}

/** With fewer pages that hold all words than this, those that hold some follow. */
const FEW = 3;
/** With more candidates than this it is not worth asking how many hold. */
const MANY = 20;
/** Characters of a query without blanks that may be somebody's wording of a name; a longer one is a sentence. */
const LONGEST_WORDING = 16;

/**
 * Find, and where next to nothing is found say what may have been meant. The list is replaced only for pinyin that
 * stands nowhere on the site; a slip is corrected never, only suggested.
 *
 * @param engine - Either engine.
 * @param index - Opened portable index.
 * @param query - As typed.
 * @example
 * (await answerQuery(engine, index, 'sanhuiyike')).instead; // '三会一课'
 * (await answerQuery(engine, index, '三会一刻')).suggestions[0]?.text; // '三会一课'
 */
export async function answerQuery(
  engine: SearchEngine,
  index: PortableIndex,
  query: string,
  options: FindOptions = {},
): Promise<Answer> {
  const list = await findOrFill(engine, index, { query, options });
  if (isLatin(query)) {
    const suggestions = await suggestByPinyin(index, query);
    const [first] = suggestions;
    if (list.partial && first !== undefined)
      return { list: await engine.find(first.text, options), suggestions, instead: first.text };
    return { list, suggestions, instead: undefined };
  }
  if (!list.partial) return { list, suggestions: [], instead: undefined };
  const { parts } = list.plan;
  const slips = await Promise.all(
    parts.map(async ({ text }, i) =>
      (await suggestHomophones(index, text)).map((suggestion) => ({
        ...suggestion,
        text: parts.map((part, j) => (i === j ? suggestion.text : part.text)).join(' '),
      })),
    ),
  );
  const meant = await keepFound(index, slips.flat());
  const shorter = await suggestShorter(index, list);
  return { list, suggestions: [...meant, ...shorter].slice(0, 6), instead: undefined };
}

/**
 * Where few pages hold all of several words, or a name as it stands, those that hold some of it follow; behind a few
 * words that hang together, those whose title is nearly the same (八项规定实施细则: 八项规定及其实施细则).
 */
async function findOrFill(
  engine: SearchEngine,
  index: PortableIndex,
  { query, options }: { readonly query: string; readonly options: FindOptions },
): Promise<ResultList> {
  const list = await engine.find(query, options);
  if (list.partial || list.count().pages > MANY) return list;
  const head = await list.take(FEW);
  const { parts, whole, question } = list.plan;
  // Lists of contents hold every word of a question, and answer none.
  if (question !== undefined && head.every(({ kind }) => kind === 'index'))
    return engine.find(query, { ...options, partial: true });
  const again = putBack(list, head);
  if (head.length === FEW) return again;
  const some = parts.length > 1 || (await findNamed(index, whole)).length > 0;
  if (!some && Array.from(whole).length > LONGEST_WORDING) return again;
  const partial = some ? true : 'titles';
  return chainLists(again, await engine.find(query, { ...options, partial }));
}

/** Only what would find something is suggested. */
async function keepFound(
  index: PortableIndex,
  suggestions: readonly Suggestion[],
): Promise<Suggestion[]> {
  const found = await Promise.all(suggestions.map(({ text }) => countCandidates(index, text)));
  return suggestions.filter((_, i) => (found[i] ?? 0) > 0);
}

async function countCandidates(index: PortableIndex, query: string): Promise<number> {
  const { parts } = parseQuery(query);
  const lists = await Promise.all(
    parts.map(async ({ exact, prefixes }) =>
      intersect(
        await Promise.all([
          ...exact.map(async (token) => (await index.term(token)).units),
          ...prefixes.map(async (char) => (await index.prefix(char)).units),
        ]),
      ),
    ),
  );
  return lists.length === 0 ? 0 : Math.min(...lists.map((units) => units.length));
}

/** Names and nouns in the query that are found alone. */
async function suggestShorter(index: PortableIndex, { plan }: ResultList): Promise<Suggestion[]> {
  const texts = plan.parts.map(({ text }) => text);
  const inside = await Promise.all(texts.map((text) => suggestInside(index, text)));
  const found = await keepFound(index, inside.flat());
  return found.filter(({ text }) => fold(plan.raw).text !== text).slice(0, 3);
}
