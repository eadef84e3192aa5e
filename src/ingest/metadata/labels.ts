import type { RuleId } from '../rules.ts';

/** Which piece of metadata a label gives; 附注 (`note`) takes what has no field of its own. */
export type Field = 'author' | 'org' | 'publication' | 'date' | 'note';

/** A labelled piece of metadata. Group 1 is the value; without it, the whole match. */
export interface Label {
  readonly field: Field;
  readonly pattern: RegExp;
  readonly rule: RuleId;
  /** Where the label may stand; `any` only for labels that no sentence contains. */
  readonly where: 'head' | 'tail' | 'edge' | 'any';
  /** What is left in its place: a line break where it parted two blocks. */
  readonly leaves: '' | '\n';
  readonly sample: string;
}

const NAME = '[\\u4e00-\\u9fff]{2,4}';

/** The abstract in another language, with title and author above it where they stand, and its key words. */
const FOREIGN_ABSTRACT =
  '(?<=^|\\n)(?:[A-Z][^\\u4e00-\\u9fff\\n]{3,200}\\n\\s*){0,4}[^\\u4e00-\\u9fff\\n]{0,200}Abstract\\s*[:：][^\\u4e00-\\u9fff]{20,3000}?\\n?Key ?words\\s*[:：][^\\u4e00-\\u9fff\\n]{3,300}(?=\\n|$)';

/** Labels of author, origin and cataloguing, after punctuation was made full-width. Rows run in order. */
export const LABELS: readonly Label[] = [
  {
    field: 'note',
    pattern: new RegExp(
      `(?<=^|\\n)(?:(?:文字|编辑|审核|监制|校对|责编|责任编辑|制作|排版|初审|复审|终审|统筹|摄影|供稿|主编)[^\\S\\n]*[|｜：:／/][^\\S\\n]*${NAME}(?:[、 ]${NAME}(?![^\\S\\n]*[|｜：:／/]))*[^\\S\\n]*){1,6}(?=\\n|$)`,
      'gu',
    ),
    rule: 'to-note',
    where: 'tail',
    leaves: '',
    sample: '编辑 | 宋晓菲 审核 | 田野',
  },
  {
    field: 'note',
    pattern:
      /【作者简介】[^。]{2,400}。?|(?<=^|\n)(?:[\[［]作者简介[\]］][：:]?|作者简介[：:])[^\n]{2,400}|(?<=[^\n])[\[［]作者简介[\]］][^。\n]{2,12}[（(]\d{4}[^。\n]{2,300}。/gu,
    rule: 'to-note',
    where: 'any',
    leaves: '',
    sample: '【作者简介】某某（1995—），男，…研究。',
  },
  {
    field: 'note',
    pattern: /[\[［【〔]?基金项目[\]］】〕]?[：:][^\n。]{2,200}。?/gu,
    rule: 'to-note',
    where: 'any',
    leaves: '\n',
    sample: '基金项目：某省社科基金。',
  },
  {
    field: 'note',
    pattern: /[\[［【〔]?收稿日期[\]］】〕]?[：:]\s*\d{4}[-年.]\d{1,2}[-月.]\d{1,2}日?/gu,
    rule: 'to-note',
    where: 'any',
    leaves: '\n',
    sample: '收稿日期：2020-05-01',
  },
  {
    field: 'note',
    pattern:
      /(?:[\[［【〔]?中图分类号[\]］】〕]?[：:]?\s*[A-Z]\d[\d.]*[；;\s]*)?(?:[\[［【〔]?文献标识码[\]］】〕]?[：:]?\s*[A-E][；;\s]*)?[\[［【〔]?文章编号[\]］】〕]?[：:]?\s*\d{4}-\d{3}[\dX][（(]\d{4}[）)]\s*\d{2}-\d{3,4}-\d{2,3}/gu,
    rule: 'to-note',
    where: 'any',
    leaves: '\n',
    sample: '中图分类号D26文献标识码A文章编号1001-0475（2020）09-059-06',
  },
  {
    field: 'note',
    pattern:
      /[\[［【〔]?中图分类号[\]］】〕]?[：:]?\s*[A-Z]\d[\d.]*(?:[；;\s]*[\[［【〔]?文献标识码[\]］】〕]?[：:]?\s*[A-E])?/gu,
    rule: 'to-note',
    where: 'any',
    leaves: '\n',
    sample: '中图分类号：D26',
  },
  {
    field: 'note',
    pattern: new RegExp(
      `[（(【\\[]?(?:责任编辑|责编|编辑|校对|审核|编审)[：:／/][^\\S\\n]*${NAME}(?:[、\\t ]${NAME})*[）)】\\]]?(?=\\n|$)`,
      'gu',
    ),
    rule: 'to-note',
    where: 'any',
    leaves: '',
    sample: '（责任编辑：李万全）',
  },
  {
    field: 'note',
    pattern: new RegExp(`[（【\\[](?:责任编辑|责编|编辑|校对)[：:／/]?\\s*${NAME}[）】\\]]`, 'gu'),
    rule: 'to-note',
    where: 'any',
    leaves: '\n',
    sample: '【责任编辑：褚永慧】',
  },
  {
    field: 'note',
    pattern: /(?<=^|\n)(?:图片|照片|供图|视频)\s*[：:／/]\s*[^\n，。]{2,24}(?=\n|$)/gu,
    rule: 'to-note',
    where: 'tail',
    leaves: '',
    sample: '图片：市司法局提供',
  },
  {
    field: 'note',
    pattern: /(?<=^|\n)DOI\s*[:：]\s*10\.[^\s\u4e00-\u9fff]{4,60}(?=\s|$)/giu,
    rule: 'to-note',
    where: 'any',
    leaves: '',
    sample: 'DOI:10.3969/j.issn.1671-0436.2023.03.016',
  },
  {
    field: 'note',
    pattern: new RegExp(FOREIGN_ABSTRACT, 'gu'),
    rule: 'to-note',
    where: 'head',
    leaves: '',
    sample: 'Abstract: Party building in government organs needs data.\nKey words: Party building',
  },
  {
    field: 'publication',
    pattern: /(?<=^|\n)(?:来源|稿源)\s*[|｜]\s*([^\s，。\n|｜]{2,30})(?=\n|$)/gu,
    rule: 'to-publication',
    where: 'edge',
    leaves: '',
    sample: '来源 | 某市民政局机关党委',
  },
  {
    field: 'org',
    pattern: /[（(【\[]作者单位[：:]\s*([^）)】\]\n]{2,60})[）)】\]]/gu,
    rule: 'to-org',
    where: 'any',
    leaves: '',
    sample: '（作者单位：青藏铁路公司）',
  },
  {
    field: 'org',
    pattern: /(?<=^|\n)(?:作者)?单位[：:]\s*([^\n]{2,80})/gu,
    rule: 'to-org',
    where: 'edge',
    leaves: '',
    sample: '作者单位：某某党校',
  },
  {
    field: 'org',
    pattern: /[（(]作者(?:系|为|是)([^）)\n]{2,60})[）)]/gu,
    rule: 'to-org',
    where: 'any',
    leaves: '',
    sample: '（作者系某市委组织部部长）',
  },
  {
    field: 'date',
    pattern:
      /(?:发布时间|发布日期|发表时间|发表日期|更新时间|日期|时间)[：:]\s*(\d{4}[-年/.]\d{1,2}[-月/.]\d{1,2}日?(?:[T\s]*\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?)?)/gu,
    rule: 'to-publication',
    where: 'edge',
    leaves: '\n',
    sample: '发布时间：2021-04-02',
  },
  {
    field: 'publication',
    pattern:
      /(?:信息来源|文章来源|来源|原载|摘自)[：:于]?\s*(《[^》\n]{2,30}》[^\S\n]*(?:[（(]?\d{4}年(?:第?\d{1,2}期|\d{1,2}月\d{1,2}日(?:第?\d+版)?)[）)]?)?)/gu,
    rule: 'to-publication',
    where: 'edge',
    leaves: '\n',
    sample: '来源：《党建研究》2022年第4期',
  },
  {
    field: 'publication',
    pattern: /(?<=^|\n)(?:信息来源|文章来源|来源)[：:]\s*([^\s，。\n]{2,30})/gu,
    rule: 'to-publication',
    where: 'edge',
    leaves: '\n',
    sample: '来源：共产党员网',
  },
  {
    field: 'publication',
    pattern:
      /(?<=^|\n)[（(](《[^》\n]{2,30}》\s*[（(]?\d{4}年\d{1,2}月\d{1,2}日[^（()）\n，。]{0,20})[）)](?=\n|$)/gu,
    rule: 'to-publication',
    where: 'edge',
    leaves: '\n',
    sample: '（《某某日报》2020年8月14日 第3版）',
  },
  {
    field: 'publication',
    pattern:
      /(?<=^|\n)[（(](?:信息来源|文章来源|稿源|来源|原载|摘自)[：:]?\s*([^（()）\n，。；]{2,60})[）)](?=\n|$)/gu,
    rule: 'to-publication',
    where: 'edge',
    leaves: '\n',
    sample: '（来源：某某网站 2022年9月5日）',
  },
  {
    field: 'author',
    pattern: new RegExp(
      `(?<=^|\\n|[。”])[（(](?:本报|本刊)?(?:记者|作者|通讯员)[\\s：:]*(${NAME}(?:[、，\\s]+${NAME}){0,4})[）)](?=\\n|$)`,
      'gu',
    ),
    rule: 'to-author',
    where: 'tail',
    leaves: '',
    sample: '（记者 赵文博 张一鸣）',
  },
  {
    field: 'author',
    pattern: new RegExp(
      `(?:作者|撰稿人?|撰文)[：:]\\s*(${NAME}(?:[、，\\s]${NAME}){0,4})(?=[\\s\\[【（(]|$)`,
      'gu',
    ),
    rule: 'to-author',
    where: 'edge',
    leaves: '\n',
    sample: '作者：李晓萍',
  },
];
