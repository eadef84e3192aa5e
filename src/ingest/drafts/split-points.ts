/** What opens a point inside a paragraph: `一是`, `首先`, `（1）`, `①`, `1.` at the start of a sentence. */
const POINT_OPENING =
  /(?<=^|[。；：\n])\s*(?:[一二三四五六七八九十]{1,2}(?:是|要|、)|第[一二三四五六七八九十]{1,2}[，、]|首先[，、]?|其次[，、]?|再次[，、]?|最后[，、]|（[一二三四五六七八九十\d]{1,3}）|[①-⑳]|\d{1,2}[.．、](?!\d))/gu;

const SENTENCE_END = /(?<=[。！？；])(?![”’』」）])/u;

/** One sentence of a step or sign is at most so long (code units); a longer one is for the editor to cut. */
const LONGEST = 160;

/**
 * Split a section's text into its points: by `一是… 二是…` where there are at least two such openings, else by sentences.
 *
 * @param text - Text without its heading.
 * @returns Points without their openings and end marks, in order; empty ones left out.
 * @example
 * splitPoints('一是强化责任。书记带头。二是持续改进。'); // ['强化责任。书记带头', '持续改进']
 */
export function splitPoints(text: string): string[] {
  const openings = Array.from(text.matchAll(POINT_OPENING));
  if (openings.length < 2) return splitSentences(text);
  return openings
    .map((opening, index) =>
      text.slice(opening.index + opening[0].length, openings[index + 1]?.index),
    )
    .map(tidy)
    .filter((point) => point !== '');
}

/**
 * Split text into sentences, without their end marks.
 *
 * @example
 * splitSentences('按期换届。足额交纳党费；'); // ['按期换届', '足额交纳党费']
 */
export function splitSentences(text: string): string[] {
  return text
    .split(SENTENCE_END)
    .map(tidy)
    .filter((sentence) => sentence !== '');
}

/**
 * Shorten a sentence for a title or a step at the last punctuation mark that fits.
 *
 * @param limit - In code units.
 * @example
 * shorten('坚持纵向到底，实现党的组织全覆盖', 8); // '坚持纵向到底'
 */
export function shorten(sentence: string, limit = LONGEST): string {
  if (sentence.length <= limit) return sentence;
  const head = sentence.slice(0, limit);
  const cut = Math.max(...['。', '；', '，', '、', '：'].map((mark) => head.lastIndexOf(mark)));
  return cut > limit / 3
    ? head.slice(0, cut)
    : `${Array.from(head.slice(0, -1)).join('').toWellFormed()}…`;
}

function tidy(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[。；，、：]+$/u, '');
}
