import type { HeadFacts } from '../clean/running-heads.ts';
import { linesOf } from '../lines.ts';
import type { Line } from '../lines.ts';
import { readOrdinal } from '../outline/ordinals.ts';
import type { RuleId } from '../rules.ts';
import { applyEdits } from '../tracked.ts';
import type { Edit, Tracked } from '../tracked.ts';
import { readBodyAndName } from './byline.ts';
import { isoDate } from './dates.ts';
import type { Field } from './labels.ts';
import { isNobody, isPersonName, leadingName, namesOf, trailingNames } from './names.ts';
import { readAccountLine, readMetaLine } from './meta-line.ts';
import type { MetaLine } from './meta-line.ts';
import { readRedHead, readSignature } from './official-paper.ts';
import { findLabels } from './read-labels.ts';

/** What an article says about itself; null where it says nothing. */
export interface Metadata {
  readonly title: string | null;
  readonly author: string | null;
  readonly org: string | null;
  readonly publication: string | null;
  readonly date: string | null;
  readonly notes: readonly string[];
}

/** What is known about an article before its own lines are read. */
export interface Outside {
  readonly heads: HeadFacts;
  /** The compiler's heading, where it differs from article to article. */
  readonly shellTitle: string | undefined;
  /** A title the file format states. */
  readonly statedTitle: string | undefined;
  /** Fields that the page gives outside the text. */
  readonly fields: readonly MetaLine[];
}

/** A head line is a title up to this length (code units). */
const TITLE = 60;

/** So many lines at the top may be title, byline and origin. */
const HEAD_LINES = 12;

const ORG_END =
  /(?:公司|集团|学院|大学|党校|学校|研究院|研究所|委员会|工委|机关党委|党委|党组|党支部|局|厅|部|办公室|中心|农场|医院|银行|法院|检察院|街道|支队|管理处|分局|政府|协会|学会|课题组|编辑部|调研组|编写组)$/u;
const COLLECTIVE_END =
  /(?:党委|党组|党总支|党支部|课题组|编辑部|调研组|编写组|工委|办公室|委员会|评论员|记者站|组织部|宣传部)$/u;
const DATED =
  /^[（(]?[^（()）]{0,40}\d{4}\s*年(?:\s*[\dXx]{1,2}\s*月)?(?:\s*[\dXx]{1,2}\s*日)?[^（()）]{0,60}[)）]?$/u;
const ISO_LINE = /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?$/u;
/** Lines of a site of journals: time of upload and author, journal and issue. */
const UPLOAD_LINE =
  /^(\d{4}-\d{1,2}-\d{1,2}\s+\d{1,2}:\d{2}(?::\d{2})?)\s*([\u4e00-\u9fff]{2,4})$/u;
const JOURNAL_LINE = /^《?([\u4e00-\u9fff·]{2,20})》?\s*(\d{4}年第?\s*\d{1,2}期)$/u;
/** The number of minutes or of a bulletin. */
const ISSUE_NUMBER =
  /^[〔[［（(]?\d{4}[〕\]］）)]?\s*年?\s*第\s*\d{1,3}\s*[次期号]$|^第\s*\d{1,3}\s*[次期号]$/u;
/** Who issued minutes and when, under their red head. */
const ISSUED_LINE = /^([\u4e00-\u9fff（）()]{4,30})\s+(\d{4}年\d{1,2}月\d{1,2}日)$/u;
const PAREN_NOTE =
  /^[（(][^（()）]{2,200}(?:通过|印发|发布|施行|修订|修正|审议|批准)[^（()）]{0,60}[)）]$/u;
const SUBTITLE = /^——/u;

/** The edition of a paper, on the line below its title. */
const EDITION =
  /^[（(](?:(?:\d{4}年)?(?:\d{1,2}月)?(?:版|修订版|修订稿|修订)|试行|暂行|草案|征求意见稿|送审稿|讨论稿)[）)]$/u;

/** Rows of the table that government sites set above a paper's title. */
const INDEX_TABLE =
  /^\|.*(?:索引号|发布机构|发文机关|公开日期|成文日期|发文字号|信息分类|主题分类|有效性|\| --- \|)/u;

/** What number a paper has among those of a meeting, above its title: 会议材料之一. */
const KICKER =
  /^[\u4e00-\u9fff]{2,24}(?:材料|资料|文件)(?:之?[一二三四五六七八九十]{1,2}|[（(]?\d{1,2}[）)]?)$/u;
const ABSTRACT =
  /^[\[［【〔]?(?:内容)?(?:摘\s*要|提\s*要|导\s*读|关键词|关键字|引言|前言|目录|编者按)[\]］】〕]?/u;

/**
 * Read title, author, organisation, publication and date from an article's own lines, and move them out of the body.
 * Nothing is inferred from what the text talks about: a field that no line states stays null.
 *
 * @example
 * readMetadata(track('抓基层打基础\n文/张三\n正文第一段……'), outside).metadata.author; // '张三'
 */
export function readMetadata(
  tracked: Tracked,
  outside: Outside,
): { tracked: Tracked; metadata: Metadata } {
  const hits = findLabels(tracked.text);
  const values = (field: Field): string[] =>
    hits.filter((hit) => hit.field === field).map(({ value }) => value);
  const unlabelled = applyEdits(
    tracked,
    hits.map(({ edit }) => edit),
  );
  const notes = values('note');
  const head = readHead(unlabelled.text, knownNames(notes), outside);
  const authors = values('author')
    .flatMap((value) => value.split(/[、，\s]+/u))
    .filter((name) => !isNobody(name));
  const { heads, fields } = outside;
  const signature = readSignature(unlabelled.text);
  return {
    tracked: applyEdits(unlabelled, head.edits),
    metadata: {
      title: head.title ?? outside.shellTitle ?? null,
      author:
        joined(unique([...authors, ...head.authors])) ??
        fields.find(({ author }) => author)?.author ??
        null,
      org:
        joined(fullest(unique([...values('org').map(cleanOrg), ...head.orgs]))) ??
        collectiveOrg(head.authors) ??
        signature?.org ??
        null,
      publication: publicationOf(
        [
          ...values('publication'),
          ...head.publications,
          ...fields.flatMap(({ publication }) => publication ?? []),
        ],
        heads,
      ),
      date: dateOf([
        ...values('date'),
        ...head.dates,
        ...fields.flatMap(({ date }) => date ?? []),
        ...values('publication'),
        ...heads.dates,
        ...heads.issues,
        ...(signature === undefined ? [] : [signature.date]),
      ]),
      notes: [
        ...head.notes,
        ...notes.map((note) => note.replace(/\n/gu, '')),
        ...heads.editors.map((name) => `编辑：${name}`),
      ],
    },
  };
}

interface Head {
  title: string | undefined;
  readonly authors: string[];
  readonly orgs: string[];
  readonly dates: string[];
  readonly publications: string[];
  readonly notes: string[];
  readonly edits: Edit[];
}

function readHead(text: string, known: readonly string[], { statedTitle }: Outside): Head {
  const head: Head = {
    title: statedTitle,
    authors: [],
    orgs: [],
    dates: [],
    publications: [],
    notes: [],
    edits: [],
  };
  const lines = linesOf(text.slice(0, 4000)).filter((line) => line.text !== '');
  const red = statedTitle === undefined ? readRedHead(lines) : undefined;
  if (red !== undefined) {
    head.title = red.title;
    if (red.org !== undefined) head.orgs.push(red.org);
    if (red.number !== undefined) head.notes.push(`文号：${red.number}`);
    const rules = { org: 'to-org', number: 'to-note', title: 'to-title', mark: 'to-note' } as const;
    for (const { line, is } of red.lines) head.edits.push(moveOut(text, line, rules[is]));
    return head;
  }
  let pastLabel = false;
  for (const [index, line] of lines.slice(0, HEAD_LINES).entries()) {
    if (index === 0 && readGluedHead(text, line, known, head)) break;
    if (ABSTRACT.test(line.text)) {
      pastLabel = true;
      continue;
    }
    if (
      readOrdinal(line.text) !== undefined ||
      /^第.{1,4}[章节条]/u.test(line.text) ||
      line.text.length > TITLE * 2
    )
      break;
    const next = lines[index + 1];
    if (INDEX_TABLE.test(line.text)) continue;
    if (head.title !== undefined && EDITION.test(line.text)) {
      head.title += line.text;
      head.dates.push(...(/\d{4}年/u.exec(line.text) ?? []));
      head.edits.push(moveOut(text, line, 'to-title'));
      continue;
    }
    if (head.title === undefined && KICKER.test(line.text) && next !== undefined) {
      head.notes.push(line.text);
      head.edits.push(moveOut(text, line, 'to-note'));
      continue;
    }
    if (index < COLUMN_LINES && readColumn(text, line, head, next)) continue;
    if (readByline(text, line, head) || readOrg(text, line, head, next)) continue;
    if (ISSUE_NUMBER.test(line.text)) {
      head.notes.push(line.text);
      head.edits.push(moveOut(text, line, 'to-note'));
      continue;
    }
    if (!/\p{Script=Han}{2}/u.test(line.text)) continue;
    if (pastLabel || !canBeTitle(line.text)) break;
    if (SUBTITLE.test(line.text)) {
      head.notes.push(`副题：${line.text}`);
      head.edits.push(moveOut(text, line, 'to-title'));
    } else if (head.title === undefined || sameLetters(head.title, line.text)) {
      head.title ??= withoutSite(line.text, lines);
      head.edits.push(moveOut(text, line, 'to-title'));
    } else if (head.title === statedTitle || !isSecondHalf(head, line, next, lines[index - 1]))
      break;
    else {
      head.title = `${head.title} ${line.text}`;
      head.edits.push(moveOut(text, line, 'to-title'));
    }
  }
  return head;
}

/** A title is short, is no sentence (a question may be one) and no field of a form. */
function canBeTitle(line: string): boolean {
  return (
    line.length <= TITLE &&
    !/[。；！：:]$/u.test(line) &&
    !/^[\w-]+\s*[:：]/u.test(line) &&
    !line.startsWith('|')
  );
}

/** A title without the name of the site behind it (题名 - 某某网), where the title alone stands further down too. */
function withoutSite(line: string, lines: readonly Line[]): string {
  const title = /^(.{6,50}?)\s*[-_–—|｜]{1,2}\s*\S{2,12}$/u.exec(line)?.[1];
  return title !== undefined && lines.slice(0, HEAD_LINES).some(({ text }) => text === title)
    ? title
    : line;
}

function sameLetters(a: string, b: string): boolean {
  const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');
  return letters(a) === letters(b);
}

/** A head that a converter glued to the first sentence: title文/author, title◎author, title author(organisation). */
function readGluedHead(text: string, line: Line, known: readonly string[], head: Head): boolean {
  const opening = text.slice(line.start, Math.min(line.end, line.start + 300));
  const byline = /^([^。！？；]{0,60}?)(?:文[/／]|[◎●○])\s*(?=[\u4e00-\u9fff])/u.exec(opening);
  const name = byline === null ? undefined : leadingName(opening.slice(byline[0].length));
  if (byline !== null && name !== undefined) {
    const titleEnd = line.start + (byline[1] ?? '').length;
    const nameEnd = line.start + byline[0].length + name.length;
    if (titleEnd > line.start) {
      head.title = byline[1] ?? '';
      head.edits.push({ start: line.start, end: titleEnd, fixed: '', rule: 'to-title' });
    }
    head.authors.push(name);
    head.edits.push({
      start: titleEnd,
      end: skipNewline(text, nameEnd),
      fixed: '',
      rule: 'to-author',
    });
    return true;
  }
  const paper =
    /^((?:关于|[^。！？；，：]{0,20})[^。！？；，：]{2,40}(?:实施方案|工作方案|活动方案|方案|实施意见|意见|通知|办法|工作总结|总结|工作汇报|汇报|工作计划|计划|工作要点|发言稿|讲话稿|心得体会|倡议书|报告|条例|规则|规定|细则|准则)(?:[（(](?:试行|暂行|修订)[）)])?)(?=第一[章条]|总则|为(?:了|深入|贯彻|进一步|认真|全面|切实|加强|落实)|根据|按照|近年来|近期|近日|最近|日前|去年|截至|各(?:支部|单位|部门|党)|今年|一、|同志们)/u.exec(
      opening,
    );
  if (paper?.[1] !== undefined && opening.length > TITLE && head.title === undefined) {
    head.title = paper[1];
    head.edits.push({
      start: line.start,
      end: line.start + paper[1].length,
      fixed: '',
      rule: 'to-title',
    });
    return true;
  }
  const signed = /^([^。！？；（(]{6,80})[（(]([^）)\n]{4,160})[）)]/u.exec(opening);
  if (signed === null || !/大学|学院|党校|公司|研究|中心|委|局|厅/u.test(signed[2] ?? ''))
    return false;
  const { rest, names } = trailingNames(signed[1] ?? '', known);
  if (names.length === 0 || rest.length < 4) return false;
  head.title = rest.trim();
  head.authors.push(...names);
  head.orgs.push(...(signed[2] ?? '').split(/[；;]/u).map(cleanOrg));
  const end = line.start + signed[0].length;
  head.edits.push(
    { start: line.start, end: line.start + rest.length, fixed: '', rule: 'to-title' },
    {
      start: line.start + rest.length,
      end: line.start + (signed[1] ?? '').length,
      fixed: '',
      rule: 'to-author',
    },
    {
      start: line.start + (signed[1] ?? '').length,
      end: skipNewline(text, end),
      fixed: '',
      rule: 'to-org',
    },
  );
  return true;
}

/** The column stands above the title, at most under the journal's name. */
const COLUMN_LINES = 3;

/** The column (栏目) above a title: ■党建研究, 【机关党建】. */
const COLUMN =
  /^(?:[■□◆◇●★▲]\s*([\u4e00-\u9fff·]{2,10})|[【〖[［]([\u4e00-\u9fff·]{2,10})[】〗\]］])$/u;

function readColumn(text: string, line: Line, head: Head, next: Line | undefined): boolean {
  const match = head.authors.length === 0 ? COLUMN.exec(line.text) : null;
  const name = match?.[1] ?? match?.[2];
  if (
    name === undefined ||
    namesOf(name) !== undefined ||
    next === undefined ||
    next.text.length <= name.length ||
    !canBeTitle(next.text) ||
    ABSTRACT.test(line.text)
  )
    return false;
  head.notes.push(`栏目：${name}`);
  head.edits.push(moveOut(text, line, 'to-note'));
  return true;
}

function readByline(text: string, line: Line, head: Head): boolean {
  const bare = line.text
    .replace(/^(?:文|作者)\s*[/／：:◎●○]\s*/u, '')
    .replace(/^[◎●○□■◇◆▪]\s*/u, '');
  const names = namesOf(bare);
  const isCollective =
    head.title !== undefined &&
    COLLECTIVE_END.test(bare) &&
    bare.length <= 40 &&
    !/[，。、：]/u.test(bare);
  if (names !== undefined || isCollective) {
    if (names === undefined) head.authors.push(bare);
    else head.authors.push(...names);
    head.edits.push(moveOut(text, line, 'to-author'));
    return true;
  }
  const signed = head.title === undefined ? undefined : readBodyAndName(line.text);
  if (signed !== undefined) {
    head.authors.push(...signed.names);
    head.orgs.push(signed.org);
    head.edits.push(moveOut(text, line, 'to-author'));
    return true;
  }
  const fields = readMetaLine(line.text);
  if (fields !== undefined) {
    if (fields.author !== undefined)
      head.authors.push(...(namesOf(fields.author) ?? [fields.author]));
    if (fields.publication !== undefined) head.publications.push(fields.publication);
    if (fields.date !== undefined) head.dates.push(fields.date);
    head.edits.push(moveOut(text, line, 'to-publication'));
    return true;
  }
  const account = readAccountLine(line.text);
  if (account !== undefined) {
    if (account.author !== undefined) head.authors.push(account.author);
    head.publications.push(account.publication ?? '');
    head.dates.push(account.date ?? '');
    head.edits.push(moveOut(text, line, 'to-publication'));
    return true;
  }
  const [issued, body = '', day = ''] = ISSUED_LINE.exec(line.text) ?? [];
  if (issued !== undefined && head.title !== undefined && ORG_END.test(body)) {
    head.orgs.push(body);
    head.dates.push(day);
    head.edits.push(moveOut(text, line, 'to-publication'));
    return true;
  }
  const uploaded = UPLOAD_LINE.exec(line.text);
  if (uploaded !== null && isPersonName(uploaded[2] ?? '')) {
    head.dates.push(uploaded[1] ?? '');
    head.authors.push(uploaded[2] ?? '');
    head.edits.push(moveOut(text, line, 'to-publication'));
    return true;
  }
  const [issue, journal = '', number = ''] = JOURNAL_LINE.exec(line.text) ?? [];
  if (issue !== undefined && head.title !== undefined) {
    head.publications.push(`《${journal}》${number}`);
    head.dates.push(number);
    head.edits.push(moveOut(text, line, 'to-publication'));
    return true;
  }
  if (ISO_LINE.test(line.text)) {
    head.dates.push(line.text);
    head.edits.push(moveOut(text, line, 'to-publication'));
    return true;
  }
  if (
    PAREN_NOTE.test(line.text) ||
    (DATED.test(line.text) && line.text.length <= 40 && /^[（(\d]/u.test(line.text))
  ) {
    if (PAREN_NOTE.test(line.text)) head.notes.push(line.text);
    head.dates.push(
      ...Array.from(
        line.text.matchAll(/\d{4}\s*年(?:\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?)?/gu),
        ([date]) => date,
      ).reverse(),
    );
    head.edits.push(moveOut(text, line, 'to-publication'));
    return true;
  }
  return false;
}

/** A short line that is an organisation's name: in brackets under the byline, or alone between byline and body. */
function readOrg(text: string, line: Line, head: Head, next: Line | undefined): boolean {
  if (head.title === undefined || head.orgs.length > 0) return false;
  const bracketed = /^[（(]([^）)]{4,120})[）)]$/u.exec(line.text)?.[1];
  const name = bracketed ?? line.text;
  const isOrg = name.split(/[；;]/u).every((one) => ORG_END.test(cleanOrg(one)));
  const isAlone =
    line.text.length <= 30 && !/[，。、：；“]/u.test(line.text) && head.authors.length > 0;
  if (
    !isOrg ||
    (bracketed === undefined &&
      !isAlone &&
      !(next !== undefined && line.text.length <= 12 && next.text.length > 60))
  )
    return false;
  head.orgs.push(...name.split(/[；;]/u).map(cleanOrg));
  head.edits.push(moveOut(text, line, 'to-org'));
  return true;
}

/** The second half of a title stands right under the first, and byline, label or date follow it rather than the body. */
function isSecondHalf(
  head: Head,
  line: Line,
  next: Line | undefined,
  previous: Line | undefined,
): boolean {
  if (
    head.authors.length > 0 ||
    previous === undefined ||
    line.text.length > 30 ||
    /[，。；：]/u.test(line.text)
  )
    return false;
  if (line.start - previous.end > 1 || next === undefined) return false;
  return ABSTRACT.test(next.text) || namesOf(next.text) !== undefined || DATED.test(next.text);
}

/** The line with its newline. */
function moveOut(text: string, line: Line, rule: RuleId): Edit {
  return { start: line.start, end: skipNewline(text, line.end), fixed: '', rule };
}

function skipNewline(text: string, at: number): number {
  return text.charAt(at) === '\n' ? at + 1 : at;
}

/** Names that author notes give: 罗公尚（1995—）. */
function knownNames(notes: readonly string[]): string[] {
  return notes.flatMap((note) =>
    Array.from(
      note.replace(/\n/gu, '').matchAll(/([\u4e00-\u9fff]{2,4})[（(]\d{4}/gu),
      ([, name = '']) => name,
    ).map((name) => [name, name.slice(1), name.slice(2)].find(isPersonName) ?? name),
  );
}

/** An organisation without the place and post code that catalogues add: 某大学，吉林长春130012. */
function cleanOrg(org: string): string {
  return org
    .replace(/^[\s\d.．]+/u, '')
    .replace(/[，,\s]+[\u4e00-\u9fff]{2,12}\s*\d{6}$/u, '')
    .replace(/\s*\d{6}$/u, '')
    .trim();
}

/** 某某所党委 signs for 某某所. */
function collectiveOrg(authors: readonly string[]): string | null {
  const collective = authors.find((author) => COLLECTIVE_END.test(author) && author.length > 6);
  return collective?.replace(/(?:机关)?(?:党委|党组|党总支|党支部)$/u, '') ?? null;
}

function publicationOf(labelled: readonly string[], heads: HeadFacts): string | null {
  const named = labelled.find((value) => value.startsWith('《')) ?? labelled[0];
  if (named !== undefined) return withoutDate(named.trim());
  const [year, number] = (heads.dates[0] ?? '').split('/');
  const issue =
    heads.issues[0] ?? (number === undefined ? undefined : `${year ?? ''}年第${Number(number)}期`);
  const column = heads.columns.length > 0 ? `“${heads.columns.join('·')}”栏目` : undefined;
  const parts = [heads.journals[0], issue, column].filter((part) => part !== undefined);
  return parts.length === 0 ? null : parts.join('，');
}

/** A source without the date behind it (某某网站 2022年9月5日); an issue (《党建研究》2022年第4期) belongs to it. */
function withoutDate(source: string): string {
  return source.replace(/\s+\d{4}[-年/.]\d{1,2}[-月/.]\d{1,2}日?$/u, '');
}

function dateOf(texts: readonly string[]): string | null {
  return texts.map(isoDate).find((date) => date !== undefined) ?? null;
}

function joined(items: readonly string[], mark = '、'): string | null {
  return items.length === 0 ? null : items.join(mark);
}

/** A body named twice is named by its fuller name (市司法局 within 某某市司法局机关党委). */
function fullest(orgs: readonly string[]): string[] {
  return orgs.filter((org) => !orgs.some((other) => other !== org && other.includes(org)));
}

function unique(items: readonly string[]): string[] {
  return [...new Set(items.filter((item) => item !== ''))];
}
