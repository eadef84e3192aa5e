import type { SectionType } from '../types.ts';
import { CUES } from './cues.ts';

/** A heading as classification sees it. */
export interface Section {
  readonly level: number;
  readonly heading: string;
}

/** Types that a section passes on to sections without a cue of their own. */
const INHERITED = new Set<SectionType>([
  'problem',
  'cause',
  'measure',
  'standard',
  'outcome',
  'significance',
  'procedure',
]);

/** Texts that set standards as a whole. */
const REGULATION =
  /(?:条例|规定|办法|细则|准则|规则|章程|标准|规范|制度)(?:[（(](?:试行|暂行|修订稿?|草案|征求意见稿|(?:\d{4}年)?(?:修订)?版)[）)])?$/u;

/** Texts that tell a procedure step by step. */
const PROCEDURE =
  /(?:流程|程序|步骤|操作(?:指南|手册)|流程图)(?:[（(].{1,12}[）)])?(?:$|(?:是什么|有哪些|怎么走|包括哪些|如何)[？?])/u;

/** Parts whose articles are of no other kind than they. */
const CLOSED = /^(?:总\s*则|附\s*则)$/u;

/** A cue at least this strong speaks against the parent; weaker ones only where no parent has a type. */
const OWN = 4;

/**
 * Tell what each section is about, from the cues of its heading, else from the section above it.
 *
 * Under 问题 and 原因 a heading of that kind names single problems (重视不够), so weak cues do not outvote the parent;
 * a strong cue does (a section 破解…问题 among measures is still about measures).
 *
 * @param title - A regulation's sections set standards, where nothing speaks against it.
 * @returns One type a section, in order; `other` where nothing tells.
 * @example
 * classifySections([{ level: 1, heading: '二、存在的问题' }, { level: 2, heading: '（一）形式单一' }]); // ['problem', 'problem']
 */
export function classifySections(
  sections: readonly Section[],
  title: string | null = null,
): SectionType[] {
  const base = typeOfTitle(title);
  const open: { level: number; type: SectionType; isClosed: boolean }[] = [];
  return sections.map(({ level, heading }, index) => {
    while (open.length > 0 && (open.at(-1)?.level ?? 0) >= level) open.pop();
    const above = open.at(-1);
    // What the title says about the whole is weaker than a section's own word.
    const fromTitle =
      base === 'standard' || base === 'procedure' || base === 'outcome' ? base : 'other';
    const parent = above?.type ?? fromTitle;
    const cue = strongestCue(heading);
    if (above?.isClosed === true && cue === undefined) {
      open.push({ level, type: above.type, isClosed: true });
      return above.type;
    }
    const type =
      (parent === 'cause' ? undefined : typeFromChildren(sections, index)) ??
      (isBackground(sections, index) ? 'problem' : undefined) ??
      (INHERITED.has(parent) && isOneOfSet(sections, index) ? parent : undefined) ??
      (above === undefined && base !== 'procedure' && cue !== undefined && cue.weight >= OWN
        ? cue.type
        : decide(cue, parent, heading, base));
    open.push({ level, type, isClosed: CLOSED.test(bare(heading)) });
    return type;
  });
}

/** More points than this say nothing new about their section. */
const MOST_CHILDREN = 40;

/** What an article is about as a whole, where its title says so outright. */
function typeOfTitle(stated: string | null): SectionType {
  if (stated === null) return 'other';
  // A notice that issues a paper is about that paper.
  const title = /(?:印发|发布|公布)[^《]{0,4}《([^》]{4,60})》/u.exec(stated)?.[1] ?? stated;
  if (/(?:选举|议事|表决|决策).{0,6}(?:条例|办法|规则|规定|细则)/u.test(title)) return 'procedure';
  if (/(?:问答|解答|百问|答疑)(?:[（(].{1,12}[）)])?$/u.test(title)) return 'standard';
  if (/总结$/u.test(title)) return 'outcome';
  if (REGULATION.test(title)) return 'standard';
  if (PROCEDURE.test(title)) return 'procedure';
  const cue = strongestCue(title);
  return cue?.type === 'measure' && cue.weight > OWN ? 'measure' : 'other';
}

/** Two or more points that all name problems (or causes) make their section one of these, whatever its heading says. */
function typeFromChildren(sections: readonly Section[], index: number): SectionType | undefined {
  const own = sections[index];
  if (own === undefined) return undefined;
  const children: Section[] = [];
  for (let at = index + 1; at < sections.length; at += 1) {
    const next = sections[at];
    if (next === undefined || next.level <= own.level || children.length > MOST_CHILDREN) break;
    if (next.level === own.level + 1) children.push(next);
  }
  const types = new Set(
    children
      .map(({ heading }) => strongestCue(heading))
      .map((cue) => (cue !== undefined && cue.weight >= OWN ? cue.type : 'other')),
  );
  const [only] = types;
  const cue = strongestCue(own.heading);
  if (children.length < 2 || types.size !== 1) return undefined;
  // Steps alone (会前准备, 会中程序, 会后落实) make a procedure of a section that names its meeting only.
  if (only === 'procedure') return cue === undefined ? only : undefined;
  return (only === 'problem' || only === 'cause') && cue?.weight !== 5 ? only : undefined;
}

/** The background of a case (背景, 做法, 成效) tells the difficulty that the practice answers. */
function isBackground(sections: readonly Section[], index: number): boolean {
  const [own, next] = [sections[index], sections[index + 1]];
  return (
    own !== undefined &&
    next?.level === own.level &&
    /^(?:案例)?背景$/u.test(bare(own.heading)) &&
    /做法|举措|措施/u.test(bare(next.heading))
  );
}

/** 督察全面化、运行常态化、业务标准化: words of a set, cut to one pattern. */
const SET_WORD = /^[\p{Script=Han}]{2,6}化。?$/u;

/** A word of such a set says no more than the others: it is what their common section is about (标准化 sets no standard). */
function isOneOfSet(sections: readonly Section[], index: number): boolean {
  const own = sections[index];
  if (own === undefined || !SET_WORD.test(bare(own.heading))) return false;
  return [-1, 1].some((step) => {
    const next = sections[index + step];
    return next?.level === own.level && SET_WORD.test(bare(next.heading));
  });
}

function decide(
  cue: { type: SectionType; weight: number } | undefined,
  parent: SectionType,
  heading: string,
  base: SectionType,
): SectionType {
  if (cue === undefined) return INHERITED.has(parent) ? parent : base;
  if (!INHERITED.has(parent) || cue.weight > 5) return cue.type;
  // Under problems, causes, outcomes and reasons the sub-headings name instances of them in any words.
  if (
    parent === 'problem' ||
    parent === 'cause' ||
    parent === 'outcome' ||
    parent === 'significance'
  ) {
    return cue.weight >= 5 ? cue.type : parent;
  }
  if (SUPPORT.test(bare(heading))) return 'measure';
  if (parent === 'measure')
    return cue.type === 'standard' && cue.weight >= OWN ? 'standard' : parent;
  // 一要加强…: an order to act is a measure, also under a standard.
  // A section of a regulation may be about something else; a step of a procedure stays one, whatever it makes (计划).
  if (cue.weight > OWN && (parent === 'standard' || cue.type !== 'measure')) return cue.type;
  if (
    parent === 'standard' &&
    cue.type === 'measure' &&
    /^(?:[一二三四五六七八九十]要|要)/u.test(heading)
  )
    return 'measure';
  return parent;
}

/** Sections on support and supervision order to act, also in the rules of a procedure. */
const SUPPORT = /^(?:组织(?:领导|保障)|保障措施|纪律(?:和|与)监督|监督检查|监督保障)$/u;

/** A problem as an object (解决突出问题), told from one as a predicate at the end (落实不到位). */
const PREDICATE =
  /(?:不足|弱化|虚化|淡化|边缘化|缺失|薄弱|流于形式|不到位|不严|不够|缺乏|不实|不强|不高|不好|滞后|脱节|不平衡|不均衡|不充分|不力|不够快)[。]?$/u;

/** The row of verbs that open measures. */
const STARTER = CUES.find(({ type, weight }) => type === 'measure' && weight === 3);

/** Ordinals and openers that stand before the words of a heading. */
const OPENING =
  /^(?:[【\[]|第.{1,4}[章节条步]\s*|[（(]?[一二三四五六七八九十\d.]+[）)]?[、.．]?\s*|[一二三四五六七八九十]+[是要]|第[一二三四五六七八九十]，|首先，|其次，)+/u;

function bare(heading: string): string {
  return heading.replace(OPENING, '').replace(/[】\]]$/u, '');
}

/** The strongest cue of a heading; among equals the one that ends last. */
function strongestCue(heading: string): { type: SectionType; weight: number } | undefined {
  const text = bare(heading);
  let best: { type: SectionType; weight: number; end: number } | undefined;
  for (const { type, weight, pattern } of CUES) {
    const match = pattern.exec(weight > 5 ? heading : text);
    if (match === null) continue;
    const end = match.index + match[0].length;
    if (best === undefined || weight > best.weight || (weight === best.weight && end > best.end))
      best = { type, weight, end };
  }
  // 聚焦突出问题, 找准薄弱环节: an order to act on problems is a measure.
  if (best?.type === 'problem' && !PREDICATE.test(text) && STARTER?.pattern.test(text) === true)
    return STARTER;
  return best;
}
