import { linesOf } from '../lines.ts';
import type { MetaLine } from '../metadata/meta-line.ts';
import type { Edit } from '../tracked.ts';

/** The line above each post. */
const POSTED =
  /^发表于\s*(\d{4}-\d{1,2}-\d{1,2}\s+\d{1,2}:\d{2}(?::\d{2})?).{0,30}只看(?:该作者|楼主)/u;
/** The counters above the first post; the subject of the thread stands right below them. */
const COUNTERS = /^查看\s*[:：]\s*\d+\s*[|｜]\s*回复\s*[:：]\s*\d+$/u;
/** What stands under the text of a post. */
const UNDER_POST =
  /^(?:本帖最后由.{1,40}编辑|评分|查看全部评分|收藏\s*\d*(?:[\s　]+\S{1,8})*|回复(?:[\s　]+\S{1,6})*|使用道具.{0,6})$/u;
const COPY_LINK = /^[[【]?复制链接[\]】]?$/u;

/** A thread of a forum: what is furniture, and what it says about its first post. */
export interface Thread {
  readonly edits: readonly Edit[];
  readonly fields: MetaLine | undefined;
}

/**
 * Read a thread that was copied from a forum page (Discuz): the first post is the article, its subject the title; the
 * board's bars above it, the poster's score and all replies are furniture.
 *
 * @param text - Line ends `\n`.
 * @returns No edits where the text is no such page.
 * @example
 * readThread('查看: 9|回复: 2\n支部怎么带\n[复制链接]\n老党务\n发表于 2020-9-16 21:43 | 只看该作者\n正文').fields?.author; // '老党务'
 */
export function readThread(text: string): Thread {
  const lines = linesOf(text).filter((line) => line.text !== '');
  const posts = lines.flatMap((line, index) => (POSTED.test(line.text) ? [index] : []));
  const counters = lines.findIndex((line) => COUNTERS.test(line.text));
  const [first] = posts;
  if (first === undefined || counters === -1 || counters >= first)
    return { edits: [], fields: undefined };
  const edits: Edit[] = [];
  const remove = (from: number, to: number) => {
    const start = lines[from]?.start ?? text.length;
    const end = lines[to]?.start ?? text.length;
    if (end > start) edits.push({ start, end, fixed: '', rule: 'chrome' });
  };
  remove(0, counters + 1);
  remove(counters + 2, first + 1);
  const next = posts[1] ?? lines.length;
  const under = lines.findIndex(
    (line, index) => index > first && index < next && UNDER_POST.test(line.text),
  );
  remove(under === -1 ? next : under, lines.length);
  const link = lines.findIndex((line, index) => index < first && COPY_LINK.test(line.text));
  const author = link === -1 ? undefined : lines[link + 1]?.text;
  const date = POSTED.exec(lines[first]?.text ?? '')?.[1];
  return {
    edits,
    fields: {
      ...(author === undefined || author.length > 20 ? {} : { author }),
      ...(date === undefined ? {} : { date }),
    },
  };
}

/** The line under the name of who answered a question (百度知道). */
const ANSWERED =
  /(?:^|\n)[^\S\n]*(?:推荐于[^\S\n]*)?(\d{4}-\d{1,2}-\d{1,2})[^\S\n]*[·•]?[^\S\n]*TA获得/u;

/**
 * Read when the answer of a question-and-answer page was written, before its line goes as furniture.
 *
 * @example
 * readAnswer('匿名用户\n2021-05-07 · TA获得超过3.2万个赞')?.date; // '2021-05-07'
 */
export function readAnswer(text: string): MetaLine | undefined {
  const date = ANSWERED.exec(text)?.[1];
  return date === undefined ? undefined : { date };
}
