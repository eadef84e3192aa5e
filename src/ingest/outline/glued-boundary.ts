import { isHan } from '../../text/han.ts';
import { knownHeadingLength } from './known-headings.ts';

/** Nouns that end a heading and little else. */
const HEADING_NOUN =
  /(?:问题|原因|意义|必要性|重要性|紧迫性|可行性|内涵|标准|原则|路径|途径|对策|措施|举措|成效|启示|思考|建议|现状|困境|需要|视角|要求|做法|经验|特征|方法|总则|附则)$/u;

/** Nouns that end headings and stand inside them as well. */
const COMMON_NOUN =
  /(?:目标|任务|作用|体系|机制|关系|职责|程序|保障|监督|纪律|建设|管理|质量|活力|能力|水平)$/u;

/** What opens a sentence of body text. */
const BODY_OPENER =
  /^(?:党的(?!建设质量)|党应当|党章|中国共产党|中国特色|基层党组织|习近平|近年来|一年来|去年|今年|当前|目前|全年|新的一年|各支部|支部(?=始终|把|坚持|认真|积极|全体|以|在|通过)|笔者|随着|为了?|在|从|以|要|对|把|通过|围绕|坚持|不断|各级|机关|实践|建设什么|建设一|评判|推进|扩大|中央|我们|按照|根据|所谓|由于|加强|一是|一要|首先|第一|“|《|「)/u;

/** What says when, or counts, opens a sentence and stands in no heading. */
const TIME_OPENER =
  /^(?:一年来|近年来|几年来|今年(?:以来|初|上半年|汛期|，)|去年|目前，|当前，|一是|首先，|第一，|笔者认为)/u;

/** A glued heading is at most so long (code units, without its ordinal). */
const LONGEST = 64;

/** A sentence of heading length, with its full stop. */
const SENTENCE = 45;
const SHORT_SENTENCE = 30;

/** A heading that papers use word for word ends where it ends, unless the line ends first. */
const KNOWN = 5.5;

/** Below this score the boundary is a guess. */
export const SURE = 2.5;

/** Of two equal places the earlier is likelier, by so much a character. */
const EARLIER = 0.02;

/** Where a glued heading ends. */
export interface Boundary {
  /** Code units of the window that belong to the heading. */
  readonly length: number;
  readonly score: number;
}

/**
 * Find where a heading ends that a converter glued to its body, without a line break.
 *
 * Candidates are the first full stop and every place without punctuation; what speaks for a place: the heading ends in
 * a heading's noun, its siblings end in the same words, and the rest opens a sentence.
 *
 * @param window - Text behind the ordinal, up to the next heading or the end of the line.
 * @param siblings - The same windows of the headings with the same numbering in the same series.
 * @returns The best place; its score says how sure it is. Undefined for an empty window.
 * @example
 * findBoundary('以党的建设内容为视角评判党的建设质量，不能脱离内容。', ['以组织形态为视角基层党组织是神经末梢。']);
 * // { length: 10, score: 6.25 }
 */
export function findBoundary(window: string, siblings: readonly string[]): Boundary | undefined {
  const stop = window.search(/[。！？；\n]/u);
  const sentence = stop === -1 ? window.length : stop;
  const candidates: Boundary[] = [];
  if (stop === -1 && window.length <= LONGEST * 1.5)
    candidates.push({ length: window.length, score: 6 });
  if (stop !== -1 && stop <= SENTENCE && !/[；\n]/u.test(window.charAt(stop))) {
    const rest = window.slice(stop + 1);
    const bonus = /^[”’]?(?:一是|一要|一看|首先|第一|其一)/u.test(rest) ? 2 : 0;
    candidates.push({ length: stop + 1, score: (stop <= SHORT_SENTENCE ? 3.2 : 3) + bonus });
  }
  for (let at = 4; at < Math.min(sentence, LONGEST); at += 1) {
    if (!isBreakable(window, at)) continue;
    const head = window.slice(0, at);
    const score =
      (HEADING_NOUN.test(head) ? 2 : COMMON_NOUN.test(head) ? 0.5 : 0) +
      sharedEnding(head, siblings) +
      (BODY_OPENER.test(window.slice(at)) ? 1.5 : 0) +
      (TIME_OPENER.test(window.slice(at)) ? 2 : 0);
    candidates.push({ length: at, score: score - EARLIER * at });
  }
  const known = knownHeadingLength(window);
  if (known !== undefined) candidates.push({ length: known, score: KNOWN });
  const comma = window.slice(0, LONGEST).search(/[，：]/u);
  candidates.push({ length: comma > 3 ? comma : Math.min(sentence, window.length), score: 0.5 });
  return candidates.reduce<Boundary | undefined>(
    (best, next) => (best === undefined || next.score > best.score ? next : best),
    undefined,
  );
}

/** A heading may end between two Han characters, or before an opening quote, but not inside a construction. */
function isBreakable(window: string, at: number): boolean {
  const before = window.charAt(at - 1);
  const after = window.charAt(at);
  if (!isHan(before.charCodeAt(0)) && !/[”》）]/u.test(before)) return false;
  if (!isHan(after.charCodeAt(0)) && !/[“《]/u.test(after)) return false;
  if (/[的和与在是为对把以及等于其]/u.test(before)) return false;
  return !/[的和与及等化性者们之了]/u.test(after);
}

/** How well siblings end in the same words: 0–3.5, by the longest run at the end of `head` that most of them have. */
function sharedEnding(head: string, siblings: readonly string[]): number {
  if (siblings.length === 0) return 0;
  for (let length = Math.min(8, head.length - 2); length >= 2; length -= 1) {
    const ending = head.slice(-length);
    if (!isHan(ending.charCodeAt(0))) continue;
    const having = siblings.filter((sibling) => {
      // Words that both begin with are no ending: siblings often open alike.
      if (sibling.startsWith(head)) return false;
      const at = sibling.indexOf(ending);
      return at > 0 && (at + length >= sibling.length || isBreakable(sibling, at + length));
    });
    if (having.length * 2 < siblings.length) continue;
    // Two or three characters are shared by chance, unless they are a heading's noun.
    const base = length >= 4 || HEADING_NOUN.test(head) ? 1.5 : 0.5;
    return Math.min(base + 0.25 * length, 3.5);
  }
  return 0;
}
