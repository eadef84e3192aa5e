import { fold, type Simplified } from './fold.ts';
import { askedKinds, readQuestion, type Kinds, type Question } from './question.ts';
import { queryTokens, type QueryTokens } from './tokens.ts';

/** One word of a query: a stretch that must be found literally. */
export interface Part extends QueryTokens {
  /** Folded text. */
  readonly text: string;
}

/** What a query asks for. */
export interface Plan {
  /** The query as typed, trimmed and cut to {@link LONGEST_QUERY}. */
  readonly raw: string;
  /** The words folded into one string, as it would stand in a text that holds the query literally. */
  readonly whole: string;
  /** Words that must all be there. */
  readonly parts: readonly Part[];
  /** Words that must not be on the page (`-词`). */
  readonly not: readonly Part[];
  /** The query read as a question; `undefined` where it is none. */
  readonly question: Question | undefined;
  /** Kinds of page it asks for: factor by kind, 1 where absent. */
  readonly kinds: Kinds;
  /** Whether the query was longer than {@link LONGEST_QUERY}. */
  readonly cut: boolean;
}

/** Code units of a query that are used; a longer one is cut and the reader is told. */
export const LONGEST_QUERY = 400;
/** Words of a query that are used. */
const MOST_PARTS = 16;

const QUOTED = /^(?:“([^”]+)”|"([^"]+)"|「([^」]+)」|『([^』]+)』|＂([^＂]+)＂)(?=\s|$)/u;
const WORD = /^\S+/u;
const EXCLUDE = /^[-－](?=\S)/u;

/**
 * Read a query: words parted by blanks must all be found, `“…”` or `"…"` keeps blanks inside one word, `-词` excludes.
 * A line break parts words, too. Everything else is text.
 *
 * @param query - As typed.
 * @param simplified - Conversion table of the index.
 * @example
 * parseQuery('党建 “两张皮” -国企').parts.map(({ text }) => text); // ['党建', '两张皮']
 */
export function parseQuery(query: string, simplified?: Simplified): Plan {
  const trimmed = query.trim();
  const raw = trimmed.slice(0, LONGEST_QUERY);
  const parts: Part[] = [];
  const not: Part[] = [];
  const seen: string[] = [];
  let rest = raw;
  while (rest !== '') {
    const exclude = EXCLUDE.exec(rest) !== null && parts.length > 0;
    if (exclude) rest = rest.slice(1);
    const quoted = QUOTED.exec(rest);
    const taken = quoted?.[0] ?? WORD.exec(rest)?.[0] ?? rest;
    const content = quoted === null ? taken : (quoted.slice(1).find((group) => group) ?? '');
    rest = rest.slice(taken.length).replace(/^\s+/u, '');
    const part = toPart(content, simplified);
    if (part === undefined) continue;
    (exclude ? not : parts).push(part);
    if (!exclude) seen.push(content);
  }
  const asked = toSimplified(raw, simplified);
  return {
    raw,
    whole: fold(seen.join(' '), simplified).text.replace(/\n/g, ' '),
    parts: distinct(parts).slice(0, MOST_PARTS),
    not: distinct(not).slice(0, MOST_PARTS),
    question: readQuestion(asked),
    kinds: askedKinds(asked),
    cut: raw.length < trimmed.length,
  };
}

/** Question words are told by simplified characters; blanks stay, because they part words. */
function toSimplified(raw: string, simplified: Simplified | undefined): string {
  return Array.from(raw, (char) => simplified?.get(char) ?? char).join('');
}

function toPart(content: string, simplified: Simplified | undefined): Part | undefined {
  const text = fold(content, simplified).text.replace(/\n/g, ' ');
  return text === '' ? undefined : { text, ...queryTokens(text) };
}

function distinct(parts: readonly Part[]): Part[] {
  return parts.filter(({ text }, i) => parts.findIndex((other) => other.text === text) === i);
}
