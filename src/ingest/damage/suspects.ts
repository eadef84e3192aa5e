import type { WarningRuleId } from '../rules.ts';

/** A shape that shows damage which nothing in the text can undo. */
export interface Suspect {
  readonly rule: WarningRuleId;
  readonly pattern: RegExp;
  readonly message: string;
  /** What may have stood there, best first; from the raw match. */
  readonly candidates?: (raw: string) => readonly string[];
  readonly sample: string;
}

/** Word pairs that recognition confuses, where both are possible: a human decides. */
const CONFUSED: Readonly<Record<string, string>> = {
  入民: '人民',
  千部: '干部',
  党负: '党员',
  支邵: '支部',
  杜会: '社会',
  迸一步: '进一步',
  傲好: '做好',
  末能: '未能',
  深人: '深入',
  融人: '融入',
  自已: '自己',
  己形成: '已形成',
  己建立: '已建立',
  己取得: '已取得',
  己成为: '已成为',
  谈论结合: '讨论结合',
};

/** Verbs that people double (研究研究); any other doubled word is a slip of the copyist. */
const DOUBLED =
  '(?!研究|讨论|商量|学习|考虑|了解|交流|休息|锻炼|总结|打听|琢磨|调查|检查|合计|活动|一个|一天|一步|一年|许多|好好|层层|人人|组织)';

/** What to look for, in the clean text. */
export const SUSPECTS: readonly Suspect[] = [
  {
    rule: 'masked',
    pattern:
      /(?<![A-Za-z+\d*])[XＸ]{1,4}(?![A-Za-z+\d])|(?<=[\u4e00-\u9fff（])[×*○]{1,4}(?=[\u4e00-\u9fff年月日）])/gu,
    message: '遮盖的内容，不作名称或数字引用',
    sample: 'X月X日',
  },
  {
    rule: 'lost-digits',
    pattern: /(?<![\d.:：])0\d{2,}(?=[多余]?[万亿个名人户])/gu,
    message: '数字前面丢了位，勿引用',
    sample: '000多万',
  },
  {
    rule: 'lost-digits',
    pattern: /(?<![\d第])(?:19|20)\d(?=年(?!级))/gu,
    message: '年份丢了一位，勿引用',
    candidates: (raw) => Array.from({ length: 10 }, (_, digit) => `${raw}${digit}`),
    sample: '截止到201年',
  },
  {
    rule: 'private-use',
    pattern: /[\ue000-\uf8ff]+/gu,
    message: '私用区字符，原字不明',
    sample: '\ue24f',
  },
  { rule: 'damaged-bytes', pattern: /\ufffd+/gu, message: '解码时丢失的字节', sample: '\ufffd' },
  {
    rule: 'ocr-suspect',
    pattern: new RegExp(Object.keys(CONFUSED).join('|'), 'gu'),
    message: '字形易混，请核对',
    candidates: (raw) => [CONFUSED[raw] ?? raw],
    sample: '入民群众',
  },
  {
    rule: 'ocr-suspect',
    pattern: /(?<=[。！？]”)[皿同切圄呵血囹](?=[\u4e00-\u9fff])/gu,
    message: '引文后的孤字，可能是脚注号',
    sample: '。”皿新时代',
  },
  {
    rule: 'repeated-word',
    pattern: new RegExp(`${DOUBLED}([\\u4e00-\\u9fff]{2})\\1`, 'gu'),
    message: '相邻重复的词',
    candidates: (raw) => [raw.slice(0, raw.length / 2)],
    sample: '提升提升',
  },
  {
    rule: 'colon-suspect',
    pattern:
      /(?<=[\u4e00-\u9fff、，”]{12}(?<!说|指出|强调|提出|包括|如下|认为|是|为|要求|即|例如|比如|表示|努力|方面|内容|原则|道|写道|步骤|任务|问题|工作|做法|看|下|分别|目标))：(?=[\u4e00-\u9fff]{4})(?![一二三四五六七八九]是|首先|第一|一要)/gu,
    message: '冒号前后都是完整句，可能原为分号或句号',
    candidates: () => ['；', '。'],
    sample: '把行家里手选拔到党支部书记岗位：配齐支部委员',
  },
];
