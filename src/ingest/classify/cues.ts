import type { SectionType } from '../types.ts';

/** Words of a heading that tell what its section is. */
export interface Cue {
  readonly type: SectionType;
  readonly pattern: RegExp;
  /** Stronger cues win over weaker ones wherever they stand in the heading. */
  readonly weight: number;
  readonly sample: string;
}

/**
 * The cue lexicon. A heading takes the type of its strongest cue; at equal weight the cue that ends later wins, because
 * the head noun of a Chinese heading stands last (问题的原因 is about causes).
 */
export const CUES: readonly Cue[] = [
  {
    type: 'measure',
    weight: 6,
    pattern: /由.{1,12}[变转向].{1,14}|从.{1,10}向.{1,10}转变/u,
    sample: '由“两张皮”变“一盘棋”',
  },
  {
    type: 'standard',
    weight: 6,
    pattern: /^[一二三四五六七八九十]看|是否/u,
    sample: '一看活动是否严格落实',
  },
  {
    type: 'other',
    weight: 9,
    pattern:
      /^[\[［【〔]?(?:摘\s*要|关键词|导\s*读|引\s*言|前\s*言|结\s*语|结束语|参考文献|附\s*[录件]|致\s*谢)|^同志们/u,
    sample: '引言',
  },
  { type: 'cause', weight: 5, pattern: /原因|成因|根源|症结|归因/u, sample: '质量不高的原因' },
  {
    type: 'problem',
    weight: 4,
    pattern:
      /问题(?!导向)|不足|短板|弱化|虚化|淡化|边缘化|缺失|薄弱|困境|困难|误区|流于形式|不到位|不严|不够|缺乏|不实|不强|不高|不好|滞后|脱节|两张皮|挑战/u,
    sample: '存在的问题',
  },
  {
    type: 'measure',
    weight: 4.5,
    pattern:
      /做法|对策|措施|举措|路径|途径|方法|建议|办法|抓手|破解|解决|克服|补齐|如何|怎样|展望|今后|下一步|打算|计划$|部署|重点工作|重点任务|思路/u,
    sample: '主要做法',
  },
  {
    type: 'outcome',
    weight: 4.5,
    pattern:
      /成效|成果|成绩|效果$|收获|变化|得到.{0,4}(?:强化|提升|加强|改善)|不断(?:增强|提升|提高)$|进一步(?:好转|强化)|更为|更加?坚实|^[——\s]*(?:开启|创建|引领|增添|定制)了|回顾|盘点/u,
    sample: '主要成效',
  },
  {
    type: 'significance',
    weight: 4.5,
    pattern: /意义|必要性|重要性|紧迫性|价值|地位和作用|的需要$|为什么/u,
    sample: '重要意义',
  },
  {
    type: 'standard',
    weight: 4,
    pattern:
      /标准(?!化)|的内涵|为视角|考核|评价|评议|目标定位|指标|[“"]?[一二三四五六七八九十]有[一二三四五六七八九十]?无?|五化|标准化|规范(?!化)|总则|附则|职责|要求$|原则$/u,
    sample: '应遵循的标准',
  },
  {
    type: 'procedure',
    weight: 4,
    pattern: /程序|流程|步骤|方案|安排|时间表|办理|会前|会中|会后|换届选举/u,
    sample: '工作程序',
  },
  {
    type: 'measure',
    weight: 3,
    pattern:
      /^(?:加强|强化|坚持|推进|深化|完善|健全|落实|创新|创建|打造|构建|突出|提升|提高|增强|抓好|抓住|狠抓|夯实|把握|注重|发挥|丰富|领导率先|服务|建立|严格|严明|严肃|实施|优化|拓展|扎实|认真|牢牢|充分|深入|持续|用|啃下|铸牢|开掘|转换|让|做|树立|统筹|全面|着力|大力|切实|要|持续|聚焦|着眼|打牢|转变|拓宽|围绕|以)/u,
    sample: '加强组织领导',
  },
  {
    type: 'measure',
    weight: 1,
    pattern: /增强|提升|推进|加强|提高|强化|凝聚/u,
    sample: '在服务中增强凝聚力',
  },
];
