import { chainLists } from './chain-lists.ts';
import { fold } from './fold.ts';
import { parseQuery } from './plan.ts';
import type { PortableIndex } from './portable-index.ts';
import type { FindOptions, ResultList, SearchEngine } from './result.ts';
import { isLatin, suggestByPinyin, suggestHomophones, type Suggestion } from './suggest.ts';
import { intersect } from './unit-sets.ts';
import { splitClauses } from './tokens.ts';

/** An engine's list with what the reader may have meant. */
export interface Answer {
  readonly list: ResultList;
  readonly suggestions: readonly Suggestion[];
  /** Set where the list answers this query instead of the one typed, because that one finds nothing. */
  readonly instead: string | undefined;
}

/** With fewer pages that hold all words than this, those that hold some follow. */
const FEW = 3;

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
  const list = await findOrFill(engine, query, options);
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

/** Where few pages hold all of several words, those that hold some follow. */
async function findOrFill(
  engine: SearchEngine,
  query: string,
  options: FindOptions,
): Promise<ResultList> {
  const list = await engine.find(query, options);
  const few = !list.partial && list.plan.parts.length > 1 && list.count().pages < FEW;
  return few ? chainLists(list, await engine.find(query, { ...options, partial: true })) : list;
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

/** The words of the query that are found alone, or the longest stretches of a single word that are. */
async function suggestShorter(index: PortableIndex, { plan }: ResultList): Promise<Suggestion[]> {
  const words =
    plan.parts.length > 1
      ? plan.parts.map(({ text }) => text)
      : await foundStretches(index, plan.parts[0]?.text ?? '');
  const counts = await Promise.all(words.map((word) => countCandidates(index, word)));
  return words
    .filter((word, i) => (counts[i] ?? 0) > 0 && fold(plan.raw).text !== word)
    .slice(0, 3)
    .map((text) => ({ text, reason: 'shorter' as const }));
}

/** Longest stretches (3 characters or more) of a text whose pairs stand together in some section. */
async function foundStretches(index: PortableIndex, text: string): Promise<string[]> {
  const stretches: string[] = [];
  for (const { chars, word } of splitClauses(text.slice(0, 60))) {
    if (!word) continue;
    let from = 0;
    while (from + 2 <= chars.length) {
      let held = (await index.term(chars.slice(from, from + 2).join(''))).units;
      let to = from + 2;
      while (held.length > 0 && to < chars.length) {
        const next = intersect([
          held,
          (await index.term(chars.slice(to - 1, to + 1).join(''))).units,
        ]);
        if (next.length === 0) break;
        held = next;
        to += 1;
      }
      if (held.length > 0 && to - from >= 3) stretches.push(chars.slice(from, to).join(''));
      from = held.length > 0 ? Math.max(from + 1, to - 1) : from + 1;
    }
  }
  return [...new Set(stretches)].sort((a, b) => b.length - a.length);
}
