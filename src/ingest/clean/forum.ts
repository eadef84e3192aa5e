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

/** The head of an article that was copied from WeChat: the account, then the time. */
const ACCOUNT_HEAD =
  /^\s*([\u4e00-\u9fff\w]{2,20})[^\S\n]*\n[^\S\n]*(\d{4}-\d{1,2}-\d{1,2}[^\S\n]+\d{1,2}:\d{2})(?:[^\S\n]*发表于[^\S\n]*\S{1,8})?[^\S\n]*\n/u;
const REPOSTED =
  /(?:^|\n)[^\S\n]*以下文章来源于\s*(\S{2,20}?)\s*[，,]\s*作者\s*(\S{1,12})[^\S\n]*\n(?:[^\S\n]*\1[.。]?[^\S\n]*\n)?/u;

/**
 * Read the head of an article that was copied from a WeChat page: account, time, and where it was first published.
 *
 * @example
 * readAccountHead('滨江机关党建\n2022-05-31 17:45 发表于江苏\n一个支部的逆袭\n').fields?.publication; // '滨江机关党建'
 */
export function readAccountHead(text: string): Thread {
  const head = ACCOUNT_HEAD.exec(text);
  if (head === null) return { edits: [], fields: undefined };
  const [whole, account = '', date = ''] = head;
  const edits: Edit[] = [{ start: 0, end: whole.length, fixed: '', rule: 'to-publication' }];
  const source = REPOSTED.exec(text.slice(0, 600));
  if (source !== null && source.index >= whole.length - 1) {
    const start = source.index + (source[0].startsWith('\n') ? 1 : 0);
    edits.push({ start, end: source.index + source[0].length, fixed: '', rule: 'to-author' });
  }
  const author = source?.[2];
  return {
    edits,
    fields: { ...(author === undefined ? {} : { author }), publication: account, date },
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
