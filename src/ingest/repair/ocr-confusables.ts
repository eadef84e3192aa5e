/** One mistake of character recognition that the words around it prove. */
export interface Confusable {
  readonly pattern: RegExp;
  readonly fixed: string;
  readonly reason: string;
  /** A place as it was seen, and the same repaired. */
  readonly sample: readonly [string, string];
}

/**
 * What recognition takes for something else, with enough context that no correct text matches. A row without a real
 * sample, or one that a correct sentence could match, does not belong here.
 */
export const CONFUSABLES: readonly Confusable[] = [
  {
    pattern:
      /(?<=[融]|(?<![增更最])(?:深|投|纳|列|引|转|切)(?=人(?:[开推贯学基实群一党发中大]|工作)))人(?!民|员|才|次|士|物|际)/gu,
    fixed: '入',
    reason: '人、入形近；“融入”“深入开展”是词，“融人”不是',
    sample: ['融人中心工作', '融入中心工作'],
  },
  {
    pattern: /±(?=海)/gu,
    fixed: '上',
    reason: '上、±形近；“±海”不成词',
    sample: ['±海人民出版社', '上海人民出版社'],
  },
  {
    pattern: /(?<=[(（])[-—–一](?=[)）])/gu,
    fixed: '一',
    reason: '括号序号里的横线是“一”',
    sample: ['(-)以人民为中心', '(一)以人民为中心'],
  },
  {
    pattern: /(?<=^|\n)[-–](?=、[\u4e00-\u9fff])/gu,
    fixed: '一',
    reason: '行首序号里的横线是“一”',
    sample: ['-、总则', '一、总则'],
  },
  {
    pattern: /[己巳](?=经)/gu,
    fixed: '已',
    reason: '“已经”是词，“己经”不是',
    sample: ['己经建立', '已经建立'],
  },
  {
    pattern: /(?<=自)[已巳](?=的|身|动手)/gu,
    fixed: '己',
    reason: '“自己的”是词，“自已”不是',
    sample: ['自已的责任', '自己的责任'],
  },
  {
    pattern: /(?<=战)土(?=[，。、；！们])/gu,
    fixed: '士',
    reason: '士、土形近；“战士”后接标点或“们”',
    sample: ['共产主义战土。', '共产主义战士。'],
  },
  {
    pattern: /末(?=来(?:[五十三]|发展|工作|的))/gu,
    fixed: '未',
    reason: '未、末形近；“末来”不成词',
    sample: ['末来五年', '未来五年'],
  },
  {
    pattern: /(?<=支)邰|(?<=干)邰/gu,
    fixed: '部',
    reason: '部、邰形近；“支邰”“干邰”不成词',
    sample: ['党支邰书记', '党支部书记'],
  },
  {
    pattern:
      /(?<=[12]\d?)[OoＯ](?=\d)|(?<=[12]0)[OoＯ]|(?<=\d)[OoＯ](?=\.\d|[^\S\n]?[%％年月日分个名人次项元万])/gu,
    fixed: '0',
    reason: '数字之间的字母O是零',
    sample: ['2O19年', '2019年'],
  },
  {
    pattern: /(?<=[\u4e00-\u9fff][^\S\n]?)[lI](?=[^\S\n]?[次个名项年月日人条份])/gu,
    fixed: '1',
    reason: '量词前单独的字母l是一',
    sample: ['全年只开l次党员大会', '全年只开1次党员大会'],
  },
  {
    pattern: /(?<=\d)[lI](?=\d)/gu,
    fixed: '1',
    reason: '数字之间的字母l是一',
    sample: ['20l9年', '2019年'],
  },
];
