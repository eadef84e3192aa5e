import { isNobody, isPersonName } from './names.ts';

/** Fields of the line that web pages put under a title. */
const FIELD =
  /(信息来源|文章来源|来源|作者|责任编辑|编辑|发布时间|发布日期|更新时间|录入时间|添加时间|发布单位|时间|日期|稿源|供稿|浏览次数|浏览量|浏览数|浏览|点击次数|点击量|点击数|点击率|点击|访问次数|访问量|阅读次数|阅读量|阅读|人气|字号|字体|打印)\s*[：:]/gu;

/** A source with the reporter's name behind it: 某某日报 记者 陈晨. */
const REPORTER = /^(.{2,30}?)\s*(?:本报|特约)?(?:记者|通讯员)[：:\s]*([\u4e00-\u9fff]{2,4})$/u;

/** The line under the title of a WeChat article: 原创, author, account, date, place. */
const ACCOUNT_LINE =
  /^(?:原创\s*)?(?:\S{2,20}\s+){0,2}?(\S{2,24})\s+(\d{4}[-年/.]\d{1,2}[-月/.]\d{1,2}日?\s+\d{1,2}:\d{2})(?:\s*发表于\s*\S{1,8})?$/u;
/** A date behind the last field, without a name of its own. */
const TRAILING_DATE = /\s(\d{4}[-年/.]\d{1,2}[-月/.]\d{1,2}日?(?:\s*\d{1,2}:\d{2}(?::\d{2})?)?)$/u;

/** A line of fields is at most so long (code units). */
const LONGEST = 160;

/** What such a line says; empty strings are left out. */
export interface MetaLine {
  readonly author?: string;
  readonly publication?: string;
  readonly date?: string;
}

/**
 * Read a line that is nothing but fields (date, 来源, 作者, 浏览, 字号 …); undefined for any other line.
 *
 * @example
 * readMetaLine('2021-06-15 09:30来源：市直机关工委作者：张三浏览：1253次');
 * // { date: '2021-06-15 09:30', publication: '市直机关工委', author: '张三' }
 */
export function readMetaLine(raw: string): MetaLine | undefined {
  const line = raw.replace(/^【/u, '').replace(/】$/u, '');
  if (line.length > LONGEST || /[。；！？]/u.test(line)) return undefined;
  const fields = Array.from(line.matchAll(FIELD));
  const before = line.slice(0, fields[0]?.index ?? 0).trim();
  const lead = /^\d{4}[-年/.]\d{1,2}[-月/.]\d{1,2}日?(?:\s*\d{1,2}:\d{2}(?::\d{2})?)?$/u.test(
    before,
  )
    ? before
    : undefined;
  if (before !== '' && lead === undefined) return undefined;
  if (fields.length + (lead === undefined ? 0 : 1) < 2) return undefined;
  const value = (names: RegExp): string | undefined => {
    const at = fields.findIndex(([, name = '']) => names.test(name));
    const field = fields[at];
    if (field === undefined) return undefined;
    const text = line
      .slice(field.index + field[0].length, fields[at + 1]?.index ?? line.length)
      .replace(/[\s|｜]+$/u, '')
      .trim();
    return text === '' ? undefined : text;
  };
  const source = value(/来源|发布单位/u);
  const reporter = REPORTER.exec(source ?? '');
  const stated = value(/^作者$/u);
  const author = (isNobody(stated ?? '') ? undefined : stated) ?? reporter?.[2];
  const publication = reporter?.[1] ?? source;
  const date = lead ?? value(/时间|日期/u) ?? TRAILING_DATE.exec(line)?.[1];
  return {
    ...(author === undefined ? {} : { author }),
    ...(publication === undefined ? {} : { publication }),
    ...(date === undefined ? {} : { date }),
  };
}

/**
 * Read the line under the title of a WeChat article (author, account, time, place); undefined for any other line.
 *
 * @example
 * readAccountLine('宋晓菲 清江先锋 2023-07-14 18:30 发表于湖北');
 * // { author: '宋晓菲', publication: '清江先锋', date: '2023-07-14 18:30' }
 */
export function readAccountLine(line: string): MetaLine | undefined {
  const [whole, account, date] = ACCOUNT_LINE.exec(line) ?? [];
  if (whole === undefined || account === undefined || date === undefined) return undefined;
  const [writer = ''] = line.replace(/^原创\s*/u, '').split(/\s+/u);
  const isSigned = writer !== account && isPersonName(writer);
  return { ...(isSigned ? { author: writer } : {}), publication: account, date };
}
