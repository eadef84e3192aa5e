import { fold, type Simplified } from './fold.ts';
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
  /** Content of a question without its question words; `undefined` where the query is none. */
  readonly question: string | undefined;
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
  return {
    raw,
    whole: fold(seen.join(' '), simplified).text.replace(/\n/g, ' '),
    parts: distinct(parts).slice(0, MOST_PARTS),
    not: distinct(not).slice(0, MOST_PARTS),
    question: stripQuestion(raw),
    cut: raw.length < trimmed.length,
  };
}

function toPart(content: string, simplified: Simplified | undefined): Part | undefined {
  const text = fold(content, simplified).text.replace(/\n/g, ' ');
  return text === '' ? undefined : { text, ...queryTokens(text) };
}

function distinct(parts: readonly Part[]): Part[] {
  return parts.filter(({ text }, i) => parts.findIndex((other) => other.text === text) === i);
}

/** Words that open or close a question and say nothing about its subject. */
const QUESTION_HEAD =
  /^(?:请问|想问|请教|问|我们|单位|支部|机关|如何才能|应该如何|应当如何|应如何|该如何|如何|怎么样才能|怎么样|应该怎么|应该怎样|该怎么|怎么才能|怎么|怎样才能|怎样|为什么会|为什么|为何|什么是|什么叫|哪些|哪里有|哪里|是否|能否|可以|有没有|有什么|有哪些|要不要|需要|针对|对于|关于|遇到|出现|发现|碰到|存在|做好|搞好|开好|抓好|解决|破解|处理|应对|克服|避免|防止|改变|改进|开展|推进|推动|实现|加强)+/u;
const QUESTION_TAIL =
  /(?:是什么意思|是什么|指什么|什么意思|怎么办|怎么做|怎么解决|怎么破解|怎么改|怎么开展|怎么开|怎么写|怎么填|怎么搞|怎么抓|如何解决|如何破解|如何处理|如何开展|如何做|如何改进|如何办|该怎么办|有什么办法|有什么措施|有什么要求|有哪些要求|有哪些措施|有哪些办法|有哪些|有什么|要注意什么|需要什么|的方法|的办法|的问题|问题|多久一次|多少次|几次|谢谢|了吗|吗|呢|啊|吧)+$/u;
const QUESTION_MARK = /[?？]|如何|怎么|怎样|什么|哪些|为何|是否|能否|多久|吗$|呢$|办法$|几次/u;

/** The subject of a question, or `undefined` where the text does not look like one. */
function stripQuestion(raw: string): string | undefined {
  if (!QUESTION_MARK.test(raw)) return undefined;
  const pieces = raw
    .split(/[\s？?！!。，,；;：:“”"]+/u)
    .map((piece) => piece.replace(QUESTION_HEAD, '').replace(QUESTION_TAIL, ''))
    .filter((piece) => piece !== '');
  const subject = pieces.join(' ');
  return Array.from(subject).length >= 2 ? subject : raw;
}
