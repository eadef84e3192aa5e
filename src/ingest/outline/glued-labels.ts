import type { Edit } from '../tracked.ts';

/** Labels that open a block of their own, wherever a converter glued them. */
const LABEL =
  /(?<=[^\n])(?=[\[［【〔]?(?:摘\s?要|关键词|关键字)[\]］】〕]?[：:]|[\[［【〔](?:摘\s?要|关键词|导读|内容提要)[\]］】〕]|参考文献\s*[：:]\s*[[［]|[\[［【〔](?:中图分类号|收稿日期|基金项目|作者简介|参考文献|责任编辑)[\]］】〕]?)/gu;

/**
 * Give glued labels (摘要：, 关键词：, 参考文献：) a line of their own.
 *
 * @example
 * findGluedLabels('…领导力。关键词：新时代'); // a line break before 关键词
 */
export function findGluedLabels(text: string): Edit[] {
  const breaks = Array.from(text.matchAll(LABEL), ({ index }): Edit => ({
    start: index,
    end: index,
    fixed: '\n',
    rule: 'split-paragraph',
  }));
  // The list's heading stands alone, without its colon.
  const colons = Array.from(
    text.matchAll(/(?<=参考文献[\]］】〕]?)\s*[：:][^\S\n]*(\n?)(?=\s*[[［〔⑴①1])/gu),
    ({ index, 0: raw }): Edit => ({
      start: index,
      end: index + raw.length,
      fixed: '\n',
      rule: 'split-paragraph',
    }),
  );
  return [...breaks, ...colons];
}

/** A labelled paragraph, as an outline node and as metadata. */
export interface LabelledParagraph {
  readonly start: number;
  /** The label as it stands, brackets included, colon not. */
  readonly label: string;
  readonly value: string;
}

/**
 * Find the paragraphs that open with a label: abstract, keywords, introduction to the reader.
 *
 * @example
 * findLabelled('[关键词]基层；机关')[0]; // { start: 0, label: '[关键词]', value: '基层；机关' }
 */
export function findLabelled(text: string): LabelledParagraph[] {
  const pattern =
    /(?<=^|\n)([\[［【〔]?(?:内容)?(?:摘\s?要|提要|关键词|关键字|导读|编者按)[\]］】〕]?)[：:]?\s*([^\n]+)/gu;
  return Array.from(text.matchAll(pattern), ({ index, 1: label = '', 2: value = '' }) => ({
    start: index,
    label,
    value,
  })).filter(({ label, value }) => /[\]】]$/u.test(label) || value.length > 4);
}
