/** A style of numbering, told by the ordinal at the start of a line or sentence. */
export interface OrdinalStyle {
  readonly id: string;
  /** Anchored at the start; group 1 is the ordinal. */
  readonly pattern: RegExp;
  /** Rank among styles: a style of higher rank opens a deeper level. Decimal styles add their depth. */
  readonly rank: number;
  readonly sample: string;
}

const CHINESE = '[一二三四五六七八九十百零〇]{1,4}';

/**
 * Numbering styles of Chinese documents by rank (GB/T 9704: 一、 ▸ （一） ▸ 1. ▸ （1）; regulations: 编 ▸ 章 ▸ 节 ▸ 条).
 * The first row that matches wins.
 */
export const ORDINAL_STYLES: readonly OrdinalStyle[] = [
  {
    id: 'part',
    pattern: new RegExp(
      `^第(${CHINESE}|\\d{1,2})(?:编|部分|篇)(?![\\u4e00-\\u9fff]{0,6}[，。])`,
      'u',
    ),
    rank: 1,
    sample: '第一部分 总体要求',
  },
  {
    id: 'chapter',
    pattern: new RegExp(`^第(${CHINESE}|\\d{1,2})章(?![的中，。规])`, 'u'),
    rank: 2,
    sample: '第一章 总则',
  },
  {
    id: 'section',
    pattern: new RegExp(`^第(${CHINESE}|\\d{1,2})节(?![的中，。课])`, 'u'),
    rank: 3,
    sample: '第一节 组织设置',
  },
  {
    id: 'article',
    pattern: new RegExp(`^第(${CHINESE}|\\d{1,3})条(?![的款，。、和至规第])`, 'u'),
    rank: 4,
    sample: '第一条 为了…',
  },
  {
    id: 'chinese',
    pattern: new RegExp(`^(${CHINESE})[、．.]\\s*(?=\\S)`, 'u'),
    rank: 5,
    sample: '一、总体要求',
  },
  {
    id: 'step',
    pattern: new RegExp(
      `^(?:第(?=${CHINESE}步|${CHINESE}阶段|\\d{1,2}步)|(?:步骤|案例|典型案例|实例|做法|经验|建议|问题)(?=(?:${CHINESE}|\\d{1,2})[：:]))(${CHINESE}|\\d{1,2})(?:步|阶段)?[：:、，\\s]\\s*(?=\\S)`,
      'u',
    ),
    rank: 5.5,
    sample: '第一步：制定计划',
  },
  {
    id: 'bracket-chinese',
    pattern: new RegExp(`^[（(](${CHINESE})[）)]\\s*`, 'u'),
    rank: 6,
    sample: '（一）指导思想',
  },
  {
    id: 'decimal',
    pattern: /^(\d{1,2}(?:\.\d{1,2}){1,3})(?!\d)[.、．]?\s*(?=[\u4e00-\u9fff“《])/u,
    rank: 7,
    sample: '2.1 构建班子队伍',
  },
  {
    id: 'arabic',
    // A year may open a heading (1. 2023年主要工作): four digits and 年 are no decimal.
    pattern: /^(\d{1,3})\s*[.、．]\s*(?=[\u4e00-\u9fff“《]|(?:19|20)\d{2}年)/u,
    rank: 7,
    sample: '1. 加强学习',
  },
  {
    id: 'bare',
    pattern:
      /^(\d{1,2})\s*(?=[\u4e00-\u9fff“《])(?![年月日号时分个名次项条份点余多万亿人元岁周天期级类届种位家届％%])/u,
    rank: 7,
    sample: '1企业加强党建的必要性',
  },
  { id: 'bracket-arabic', pattern: /^[（(](\d{1,2})[）)]\s*/u, rank: 10, sample: '（1）学习制度' },
  { id: 'circled', pattern: /^([①-⑳])\s*/u, rank: 11, sample: '①签到' },
];

/** Openings of points inside a paragraph. Group 1 is the ordinal, where there is one. */
export const ENUM_OPENERS: readonly RegExp[] = [
  /^([一二三四五六七八九十]{1,2})(?:是|要|看|抓|为|曰)(?=[\u4e00-\u9fff“])/u,
  /^第([一二三四五六七八九十]{1,2})[，,：:]/u,
  /^(首先|其次|再次|最后|此外)[，,]/u,
  /^(其[一二三四五六七八九十])[，,：:]/u,
];

/** How an ordinal reads. */
export interface Ordinal {
  readonly style: OrdinalStyle;
  /** Code units of the ordinal with its mark and space. */
  readonly length: number;
  readonly value: string;
  /** Levels that the ordinal itself spans: 2 for 2.1, otherwise 1. */
  readonly depth: number;
}

/**
 * Read the ordinal at the start of a line; undefined where none stands.
 *
 * @example
 * readOrdinal('（二）组织生活制度不严')?.style.id; // 'bracket-chinese'
 */
export function readOrdinal(line: string): Ordinal | undefined {
  for (const style of ORDINAL_STYLES) {
    const match = style.pattern.exec(line);
    const value = match?.[1];
    if (match === null || value === undefined) continue;
    return {
      style,
      length: match[0].length,
      value,
      depth: style.id === 'decimal' ? value.split('.').length : 1,
    };
  }
  return undefined;
}

/**
 * Whether a line is nothing but an ordinal, broken off its heading.
 *
 * @example
 * isBareOrdinal('(二)'); // true
 */
export function isBareOrdinal(line: string): boolean {
  return /^(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|\d{1,2}(?:\.\d{1,2})*[.、]?|第[一二三四五六七八九十百]{1,4}[章节条])$/u.test(
    line,
  );
}
