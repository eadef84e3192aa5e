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
    pattern: /(?<=\d{1,2}[^\S\n]?月)未(?=前|底|止|，|。|、)/gu,
    fixed: '末',
    reason: '月份后是“末”，“3月未前”不成话',
    sample: ['于3月未前完成', '于3月末前完成'],
  },
  {
    pattern: /白(?=下而上|上而下)/gu,
    fixed: '自',
    reason: '“自下而上”是词，“白下而上”不是',
    sample: ['白下而上征求意见', '自下而上征求意见'],
  },
  {
    pattern: /(?<=认)[直宜](?=[，做学落贯执履开抓组研查整总听])/gu,
    fixed: '真',
    reason: '“认真”是词，“认直”不是',
    sample: ['认直做好会务保障', '认真做好会务保障'],
  },
  {
    pattern: /(?<=直截了)[岂兰挡](?=[，。、；]|地)/gu,
    fixed: '当',
    reason: '成语“直截了当”',
    sample: ['批评要直截了岂，', '批评要直截了当，'],
  },
  {
    pattern: /(?<=衡)最(?=标准|指标|尺度|[和的])/gu,
    fixed: '量',
    reason: '量、最形近；“衡最”不成词',
    sample: ['衡最标准', '衡量标准'],
  },
  {
    pattern: /记[泵彔](?=[，。、；备可在])/gu,
    fixed: '记录',
    reason: '“记录”是词，“记泵”不是',
    sample: ['情况要有记泵备查', '情况要有记录备查'],
  },
  {
    pattern: /(?<=反对)[持待](?=权(?:思想|现象|行为|，|、))/gu,
    fixed: '特',
    reason: '“特权思想”是词，“持权思想”不是',
    sample: ['坚决反对持权思想', '坚决反对特权思想'],
  },
  {
    pattern: /(?<=个)入(?=对照|发言|剖析|自学|检查|自评|名义|事项|利益)/gu,
    fixed: '人',
    reason: '人、入形近；“个人对照”是词，“个入对照”不是',
    sample: ['逐一作个入对照检查', '逐一作个人对照检查'],
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
