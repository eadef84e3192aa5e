import { toSlug, pickFreeSlug } from '../emit/slug.ts';
import { SCHEMAS } from '../../schema/entry.ts';
import type { Report } from '../types.ts';
import { findNumberedSets } from './find-numbered-sets.ts';
import { toSections, type Section } from './sections.ts';
import type { KnownEntry, Suggestion } from './similar-entries.ts';
import { shorten, splitPoints, splitSentences } from './split-points.ts';

/** The kinds of entries that an article can give candidates for. */
export type DraftKind = 'problem' | 'measure' | 'standard';

/** A candidate entry, as front matter that passes the schema. */
export interface Draft {
  readonly kind: DraftKind;
  readonly id: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** What it was made from, to be read beside it. */
  readonly excerpt: string;
}

/** What making drafts must know beside the article; `slug` is the article’s name in the library. */
export interface DraftContext {
  readonly slug: string;
  readonly suggest: (text: string, kind: KnownEntry['kind'], limit: number) => Suggestion[];
  /** Source entry of the article, if the content has one; else the slug stands for it. */
  readonly source: string;
  /** Ids that are in use. */
  readonly taken: ReadonlySet<string>;
}

/** A place of the article that a draft is made from. */
interface Origin {
  readonly kind: DraftKind;
  readonly title: string;
  readonly path: readonly string[];
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly points: readonly string[];
}

/** What a heading carries besides its words. */
const NUMBERING =
  /^(?:——|\d+(?:\.\d+)+[.、]?|[（(]?[一二三四五六七八九十\d]{1,3}(?:[)）、.．]|(?=[是要]))|第[一二三四五六七八九十\d]{1,3}[章节条，、]|[①-⑳])\s*(?:[是要])?\s*/u;

const FREQUENCY =
  /每(?:天|日|周|月|季度|半年|年|两年|届)|(?:半年|一年|一季度|一个月)(?:至少)?一次/u;
const ACTOR =
  /(?:各级|机关)?党(?:委|组|总支|支部|支部书记|小组)(?:书记)?|支部书记|书记|(?:组织|宣传|纪检)委员|党务干部|领导班子/u;

/**
 * Make candidate problems, measures and standards of an article. Every one is marked `draft: true`, says where it comes
 * from, and quotes the source: an editor rewrites it before it is published.
 *
 * @param report - The article.
 * @param context - What exists already, for links and ids.
 * @returns Drafts that pass `src/schema`.
 * @throws {Error} If a draft does not pass: that is a fault of ours.
 * @example
 * makeDrafts(report, context).find((draft) => draft.kind === 'standard')?.data; // 六有六无: twelve criteria
 */
export function makeDrafts(report: Report, context: DraftContext): Draft[] {
  const sections = toSections(report);
  const origins = [
    ...sections.filter(isProblem).map((section) => toOrigin(section, 'problem')),
    ...sections.filter(isMeasure).map((section) => toOrigin(section, 'measure')),
    ...sections.filter(isStandard).map((section) => toOrigin(section, 'standard')),
    ...setsOf(report, sections),
  ].filter((origin) => origin.title !== '' && origin.points.length > 0);
  const taken = new Set(context.taken);
  return origins.map((origin) => {
    const id = pickFreeSlug(toSlug(origin.title), (name) => taken.has(name));
    taken.add(id);
    const data = {
      ...describe(origin, report, context),
      ...FIELDS[origin.kind](origin, id, context),
    };
    const result = SCHEMAS[origin.kind].safeParse(data);
    if (!result.success) throw new Error(`草稿 ${id} 不合数据模型：${result.error.message}`);
    return {
      kind: origin.kind,
      id,
      data,
      excerpt: report.text.slice(origin.start, origin.end).trim(),
    };
  });
}

function isProblem(section: Section): boolean {
  return (
    section.node.type === 'problem' &&
    section.children.every((child) => child.node.type !== 'problem')
  );
}

/** The lowest headings that still have something to do below them. */
function isMeasure(section: Section): boolean {
  const { type, form } = section.node;
  if (type !== 'measure' && type !== 'procedure') return false;
  return form === 'enum' ? false : section.children.every((child) => child.node.form === 'enum');
}

/** Standards that list what they ask for. */
function isStandard(section: Section): boolean {
  if (section.node.type !== 'standard' || section.node.form === 'enum') return false;
  return (
    section.children.every((child) => child.node.form === 'enum') &&
    splitPoints(section.body).length >= 3
  );
}

function toOrigin(section: Section, kind: DraftKind): Origin {
  const { path, start, end, body, node } = section;
  const points = kind === 'problem' ? splitSentences(body) : splitPoints(body);
  return {
    kind,
    title: toTitle(node.heading),
    path,
    start,
    end,
    text: `${node.heading}\n${body}`,
    points: points.slice(0, 30),
  };
}

function setsOf(report: Report, sections: readonly Section[]): Origin[] {
  return findNumberedSets(report.text).map(({ name, items, start, end }) => {
    const home = sections.findLast((section) => section.start <= start && start < section.end);
    const text = report.text.slice(start, end);
    return {
      kind: 'standard',
      title: name,
      path: home?.path ?? [],
      start,
      end,
      text: `${name}\n${text}`,
      points: items,
    };
  });
}

function toTitle(heading: string): string {
  return shorten(
    heading
      .replace(NUMBERING, '')
      .replace(/[。；，：:]+$/u, '')
      .trim(),
    40,
  );
}

function describe(origin: Origin, report: Report, { slug, source, suggest }: DraftContext) {
  const { title, path, start, end, text } = origin;
  const year = Number(/^\d{4}/.exec(report.date ?? '')?.[0]);
  const related = (['problem', 'measure', 'standard', 'term'] as const)
    .flatMap((kind) => suggest(text, kind, 2))
    .toSorted((one, other) => other.score - one.score)
    .slice(0, 4);
  const quote = /[\p{Script=Han}]{4,12}/u.exec(origin.points[0] ?? '')?.[0];
  return {
    title,
    summary: `（草稿，待改写）${shorten(origin.points[0] ?? title, 60)}`,
    audience: ['通用'],
    ...(year >= 1921 && year <= 2100 ? { year } : {}),
    cites: [
      {
        id: 'a',
        source,
        at: path.length > 0 ? path.map((heading) => shorten(heading, 40)).join(' > ') : '全文',
        ...(quote === undefined ? {} : { quote }),
      },
    ],
    related: related.map(toLink),
    notes: [
      `由导入程序从《${report.title ?? report.input}》（文库 ${slug}）第 ${start}–${end} 字拟出；文字多为原文，发布前须改写并核对适用对象。`,
    ],
    draft: true,
  };
}

/** What each kind carries besides the common fields. */
const FIELDS: Record<
  DraftKind,
  (origin: Origin, id: string, context: DraftContext) => Record<string, unknown>
> = {
  problem: ({ points, title }) => ({
    signs: points.map((text) => ({ text: shorten(text), cite: ['a'] })),
    questions: [`本单位有没有“${title}”的情况？`],
  }),
  measure: ({ points, text }, _, { suggest }) => {
    const problems = suggest(text, 'problem', 2).map(toLink);
    const criteria = suggest(text, 'criterion', 2).map(toLink);
    return {
      treats:
        problems.length > 0
          ? problems
          : [{ to: 'dai-xuan-wen-ti', editorial: true, note: '没有相近的问题条目，待编者选定' }],
      ...(criteria.length > 0 ? { meets: criteria } : { meetsNone: '待编者选定标准条目' }),
      steps: points.map(toStep),
    };
  },
  standard: ({ points }, id) => ({
    criteria: points.map((text, index) => ({
      id: `${id}.${String(index + 1).padStart(2, '0')}`,
      text: shorten(text, 80),
      cite: ['a'],
    })),
    validity: { status: '未核验', verifiedOn: null },
  }),
};

function toStep(text: string) {
  const who = ACTOR.exec(text.slice(0, 30))?.[0];
  const when = FREQUENCY.exec(text)?.[0];
  return {
    do: shorten(text),
    ...(who === undefined ? {} : { who }),
    ...(when === undefined ? {} : { when }),
    cite: ['a'],
  };
}

function toLink({ to, score, shared }: Suggestion) {
  return {
    to: to.id,
    editorial: true,
    note: `建议：与“${shorten(to.title, 30)}”相似 ${score.toFixed(2)}，共有：${shared.join('、')}`,
  };
}
