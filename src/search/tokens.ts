/**
 * The token function: what the index stores and what a query asks for. A clause is a run of letters, digits and marks
 * of any script; its tokens are the overlapping pairs of characters, and its last character alone, so that every
 * character of the text begins some token (a one-character query is a prefix search). Every sign outside clauses is a
 * token of its own. The same pairs run through Latin words and numbers, which is why parts of them are found too.
 */

/** A run of characters without a gap. */
export interface Clause {
  /** Characters (code points). */
  readonly chars: readonly string[];
  /** `false` for a run of signs such as `、` or `%`. */
  readonly word: boolean;
}

const RUN = /([\p{L}\p{N}\p{M}]+)|([^\p{L}\p{N}\p{M}\s]+)/gu;

/**
 * Cut folded text into clauses and runs of signs.
 *
 * @param folded - Text from `fold`.
 * @example
 * splitClauses('三会,一课').map(({ chars }) => chars.join('')); // ['三会', ',', '一课']
 */
export function splitClauses(folded: string): Clause[] {
  return Array.from(folded.matchAll(RUN), (match) => ({
    chars: Array.from(match[0]),
    word: match[1] !== undefined,
  }));
}

/**
 * The tokens of a text, in order, with repeats.
 *
 * @param folded - Text from `fold`.
 * @example
 * indexTokens('党组织,会'); // ['党组', '组织', '织', ',', '会']
 */
export function indexTokens(folded: string): string[] {
  const tokens: string[] = [];
  for (const { chars, word } of splitClauses(folded)) {
    if (!word) {
      tokens.push(...chars);
      continue;
    }
    for (let i = 0; i + 1 < chars.length; i += 1) tokens.push(`${chars[i]}${chars[i + 1]}`);
    const last = chars[chars.length - 1];
    if (last !== undefined) tokens.push(last);
  }
  return tokens;
}

/** What one text asks of an index. */
export interface QueryTokens {
  /** Tokens that must stand in the section, without repeats. */
  readonly exact: readonly string[];
  /** Characters that some token must begin with. */
  readonly prefixes: readonly string[];
  /** Whether tokens alone prove the text is there: one clause of at most two characters. */
  readonly proof: boolean;
}

/** Above this many pairs a query uses every second one: together they still cover each character. */
const ALL_PAIRS_UP_TO = 12;
/** Most pairs any query uses; the literal check does the rest. */
const MOST_PAIRS = 24;

/**
 * The tokens a query text needs. A clause of one character asks for a prefix; longer ones for their pairs, thinned out
 * when there are many. Signs count only where the query has nothing else.
 *
 * @param folded - Text from `fold`.
 * @example
 * queryTokens('党组织').exact; // ['党组', '组织']
 * queryTokens('党').prefixes; // ['党']
 */
export function queryTokens(folded: string): QueryTokens {
  const clauses = splitClauses(folded);
  const words = clauses.filter(({ word }) => word);
  const exact = new Set<string>();
  const prefixes = new Set<string>();
  for (const { chars } of words) {
    if (chars.length === 1) prefixes.add(chars[0] ?? '');
    for (let i = 0; i + 1 < chars.length; i += 1) exact.add(`${chars[i]}${chars[i + 1]}`);
  }
  if (words.length === 0) for (const { chars } of clauses) chars.forEach((sign) => exact.add(sign));
  const only = clauses.length === 1 ? clauses[0] : undefined;
  return {
    exact: thinOut([...exact]),
    prefixes: [...prefixes],
    proof: only !== undefined && only.chars.length <= (only.word ? 2 : 1),
  };
}

function thinOut(pairs: string[]): string[] {
  if (pairs.length <= ALL_PAIRS_UP_TO) return pairs;
  const everySecond = pairs.filter((_, i) => i % 2 === 0 || i === pairs.length - 1);
  if (everySecond.length <= MOST_PAIRS) return everySecond;
  const step = everySecond.length / MOST_PAIRS;
  return Array.from({ length: MOST_PAIRS }, (_, i) => everySecond[Math.floor(i * step)] ?? '');
}
