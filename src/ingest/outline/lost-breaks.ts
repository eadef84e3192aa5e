import { linesOf } from '../lines.ts';
import type { Edit } from '../tracked.ts';
import { readOrdinal } from './ordinals.ts';

/** A paragraph from this length on may have lost its line breaks (code units). */
const LONG = 500;

/** Phrases that end an unnumbered heading. */
const CUE =
  /(?:存在的?(?:主要|突出)?问题|的(?:主要)?原因|原因分析|的(?:主要)?(?:对策|措施|建议|路径|途径|做法|意义|启示)|的(?:必要性|重要性))/gu;

/** What may not follow such a phrase: then it is part of a sentence. */
const GOES_ON =
  /^(?:[，。；：、！？）”]|是|有|主要|在于|为|和|与|及|以及|的|都|也|还|上|中|进行|得到|不|之一)/u;

/** Longest unnumbered heading inside a paragraph. */
const HEADING = 30;

/** Sentences that name a section in two clauses of one make. */
const PAIR = /^(?:[^，。；：“”]|“[^”]{1,8}”){4,20}，((?:[^，。；：“”]|“[^”]{1,8}”){4,32})。$/u;

/** Predicates that name a problem. */
const PROBLEM =
  /(?:不好|不够|不强|不实|不到位|不严|不高|不足|不深|不力|缺失|缺乏|薄弱|淡化|弱化|偏差|脱节|流于形式|形式主义突出|形式单一|滞后)。$/u;

/** A section's opening sentence of either make is at most so long. */
const SENTENCE = 45;

/** A measure's name opens with one of these. */
const VERB =
  /^(?:强化|丰富|领导率先|服务|加强|完善|健全|创新|突出|坚持|建立|严格|深化|优化|夯实|拓展|注重|提升|落实|抓好|推进|发挥|扎实|牢牢|认真|充分|深入|持续|着力|切实|大力|全面|积极|不断|打造|构建|聚焦|压实|筑牢)/u;

/**
 * Find the headings and section openings of a text that lost all its line breaks: unnumbered headings glued between two
 * sentences, and short sentences of one make that open its sections. Only paragraphs of page length are looked at.
 *
 * @param title - The article's title; a heading in question form ends where it has named the title's topic.
 * @returns Places of glued headings as [start, end), and line breaks before section openings.
 * @example
 * findLostBreaks('……作用呢？当前组织生活存在的问题组织生活落实不好。……', null).headings.length; // 1
 */
export function findLostBreaks(
  text: string,
  title: string | null,
): { headings: (readonly [number, number])[]; breaks: Edit[] } {
  const headings: (readonly [number, number])[] = [];
  const breaks: Edit[] = [];
  for (const line of linesOf(text)) {
    if (
      line.text.length < LONG ||
      readOrdinal(line.text) !== undefined ||
      line.text.startsWith('|')
    )
      continue;
    const sentences = sentencesOf(text, line.start, line.end);
    const found = sentences.flatMap((sentence) => gluedHeading(sentence, title) ?? []);
    if (found.length >= 2) headings.push(...found);
    const inHeading = new Map(found.length >= 2 ? found : []);
    const bodies = sentences.map(({ start, text: raw }) => {
      const end = inHeading.get(start);
      return end === undefined
        ? { start, text: raw }
        : { start: end, text: raw.slice(end - start) };
    });
    for (const { start } of openings(bodies)) {
      if (start > line.start)
        breaks.push({ start, end: start, fixed: '\n', rule: 'split-paragraph' });
    }
  }
  return { headings, breaks };
}

interface Sentence {
  readonly start: number;
  readonly text: string;
}

/** Sentences with their stops. Scanned by hand: a pattern would try every start of a text without stops. */
function sentencesOf(text: string, from: number, to: number): Sentence[] {
  const sentences: Sentence[] = [];
  let start = from;
  for (let at = from; at < to; at += 1) {
    if (!/[。！？：]/u.test(text.charAt(at))) continue;
    let end = at + 1;
    while (end < to && /[。！？：”’）]/u.test(text.charAt(end))) end += 1;
    if (at > start) sentences.push({ start, text: text.slice(start, end) });
    start = end;
    at = end - 1;
  }
  return sentences;
}

/** A heading at the start of a sentence that goes on without punctuation. */
function gluedHeading(
  { start, text }: Sentence,
  title: string | null,
): (readonly [number, number])[] | undefined {
  for (const cue of text.slice(0, HEADING + 10).matchAll(CUE)) {
    const end = cue.index + cue[0].length;
    if (
      end < 6 ||
      end > HEADING ||
      /[，、；：“]/u.test(text.slice(0, end)) ||
      GOES_ON.test(text.slice(end))
    )
      continue;
    return [[start, start + end]];
  }
  if (title === null || !/^(?:如何|怎样|怎么)/u.test(text) || /[？吗呢][。！？”]*$/u.test(text))
    return undefined;
  const topic = sharedTopic(title, text.slice(0, HEADING));
  return topic === undefined ? undefined : [[start, start + topic]];
}

/** Where the longest run that a heading shares with the title ends; at least five characters of it. */
function sharedTopic(title: string, text: string): number | undefined {
  for (let length = Math.min(title.length, text.length); length >= 5; length -= 1) {
    for (let at = 0; at + length <= title.length; at += 1) {
      const place = text.indexOf(title.slice(at, at + length));
      if (place !== -1) return place + length;
    }
  }
  return undefined;
}

/** Sentences that open sections: problems named in one clause, or measures in two clauses of one make; two at least. */
function openings(sentences: readonly Sentence[]): Sentence[] {
  const short = sentences.filter(({ text }) => text.length <= SENTENCE);
  const problems = short.filter(
    ({ text }) => text.length <= 26 && PROBLEM.test(text) && (text.match(/，/gu)?.length ?? 0) <= 1,
  );
  const pairs = short.filter(({ text }) => VERB.test(text) && PAIR.test(text));
  const second = (text: string): string => PAIR.exec(text)?.[1]?.slice(0, 2) ?? '';
  const alike = pairs.filter(
    ({ text }) => pairs.filter((other) => second(other.text) === second(text)).length >= 3,
  );
  const balanced = pairs.filter(({ text }) => text.length <= 24);
  return [problems, alike.length > 0 ? alike : balanced]
    .filter((group) => group.length >= 2)
    .flat();
}
