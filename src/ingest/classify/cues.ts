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
      /^(?:0|\d{1,2}(?=[\s　])|[一二三四五六七八九十]{1,2}、|（[一二三四五六七八九十]{1,2}）)?\s*[\[［【〔]?(?:摘\s*要|关键词|导\s*读|引\s*言|前\s*言|结\s*语|结束语|参考文献|附\s*[录件]|致\s*谢)|^同志们/u,
    sample: '引言',
  },
  // 总则 and 附则 tell aim, scope and effect of a regulation and set no standard.
  {
    type: 'other',
    weight: 9,
    pattern: /(?:^|章|、|\s)(?:总\s*则|附\s*则)$|^(?:记者|编者)手记$/u,
    sample: '第一章 总则',
  },
  // The title of an attached paper, and of a case, names the whole.
  {
    type: 'other',
    weight: 9,
    pattern:
      /^(?![（(]?[一二三四五六七八九十\d]{1,3}[、.．）)])[^，。]{6,}(?:实施|工作|活动)方案$|^(?:典型)?案例[一二三四五六七八九十\d](?!.*问题$)/u,
    sample: '机关党支部标准化建设实施方案',
  },
  {
    type: 'cause',
    weight: 5,
    pattern: /原因|成因|根源|症结|归因|(?:为什么|为何|怎么)会|病在.{1,10}根在|根子在/u,
    sample: '质量不高的原因',
  },
  // Part of any paper that plans or orders, whatever the paper as a whole is about.
  {
    type: 'measure',
    weight: 5,
    pattern:
      /^(?:组织(?:领导|保障)|保障措施|纪律(?:和|与)监督|监督检查|激励约束|结果运用|成果运用|监督保障|保障(?:和|与)(?:监督|考核)|监督(?:和|与)[\u4e00-\u9fff]{2,6})$/u,
    sample: '组织保障',
  },
  {
    type: 'other',
    weight: 4.5,
    pattern: /^(?:适用|考核|考评|积分|评选|测评|调研)?对象$|^(?:其他|有关)(?:说明|事项)$/u,
    sample: '考评对象',
  },
  {
    type: 'significance',
    weight: 5,
    pattern: /责任感|紧迫感|使命感|认清形势/u,
    sample: '认清形势，增强责任感和紧迫感',
  },
  {
    type: 'procedure',
    weight: 5,
    pattern:
      /^(?:会前|会中|会后)|(?:哪些|哪几个|什么|几个)(?:程序|步骤|环节|流程|手续|准备)|准备工作/u,
    sample: '会中要求',
  },
  // What is done at a meeting, item by item of its minutes.
  {
    type: 'procedure',
    weight: 4,
    pattern: /^(?:讨论|审议|表决|投票表决|听取)|(?:审议|讨论|表决|汇报|介绍情况|审查情况)$/u,
    sample: '党员讨论',
  },
  // Set phrases for evils; an order to end them (破除“中梗阻”) is no problem.
  {
    type: 'problem',
    weight: 5,
    pattern:
      /(?<!(?:打通|破除|防止|避免|杜绝|克服|解决|消除|疏通|根治|力戒|破解|整治|纠正|(?:为什么|为何|怎么)会)[^，。]{0,8})(?:上热[^，。]{0,3}下冷|温差|落差|中梗阻|虚多实少|有名无实|走过场|空转|一手硬|一头热|灯下黑|摆设|剃头挑子|层层递减)|^有[\u4e00-\u9fff]无[\u4e00-\u9fff]，/u,
    sample: '行动上“虚多实少”',
  },
  {
    type: 'procedure',
    weight: 4.5,
    pattern:
      /^(?:工作|运行|议事|决策|会议|表决)(?:机制|规则|程序)$|阶段$|组织实施$|(?:的产生|的实施|呈报|审批|申报|审核|报批|备案|公示|公示确认|建立档案|登记建档)。?$/u,
    sample: '工作机制',
  },
  {
    type: 'problem',
    weight: 4,
    pattern:
      /问题(?!导向)|不足|短板|弱化|虚化|淡化|边缘化|缺失|薄弱|困境|困难|误区|流于形式|不到位|不严|不够|缺乏|不实|不强|不高|不好|滞后|脱节|两张皮|挑战|病根|病灶|不(?:平衡|均衡|充分|力|当|够快|同[步向心])。?$|(?:主要|几种|突出|具体|种种)表现$/u,
    sample: '存在的问题',
  },
  {
    type: 'measure',
    weight: 4.5,
    pattern:
      /做法|对策|措施|举措|路径|途径|进路|出路|方法|建议|办法|抓手|破解|解决|克服|补齐|如何|怎样|展望|今后|下一步|打算|计划$|部署|重点工作|重点任务|思路|方式$|(?:药|良|处)方|[妙实新]招/u,
    sample: '主要做法',
  },
  {
    type: 'outcome',
    weight: 4.5,
    pattern:
      /成效|成果|成绩|疗效|现状$|效果$|收获|变化|得到.{0,4}(?:强化|提升|加强|改善)|不断(?:增强|提升|提高)$|进一步(?:好转|强化)|更为|更加?坚实|^[——\s]*(?:开启|创建|引领|增添|定制)了|回顾|盘点|^效果(?:怎么样|如何|怎样)/u,
    sample: '主要成效',
  },
  {
    type: 'significance',
    weight: 4.5,
    pattern:
      /意义|必要性|重要性|紧迫性|价值|地位和作用|的需要$|为什么|机遇$|启示$|体会$|经验(?:有哪些|何在)?$|(?:内在|理论|价值|生成)逻辑$|机理$/u,
    sample: '重要意义',
  },
  {
    type: 'standard',
    weight: 4,
    pattern:
      /标准(?!化)|的内涵|为视角|目标定位|指标|条件$|[“"]?[一二三四五六七八九十]有[一二三四五六七八九十]?无?|五化|标准化|规范(?!化)|职责|要求$|原则$/u,
    sample: '应遵循的标准',
  },
  // Under measures 完善考核机制 is one of them; by itself a section on assessment says what is asked for.
  {
    type: 'standard',
    weight: 3.5,
    pattern: /考核|评价|评议|评定/u,
    sample: '考核评价',
  },
  {
    type: 'procedure',
    weight: 4,
    pattern: /程序|流程|步骤|安排|时间表|办理|会前|会中|会后|换届选举/u,
    sample: '工作程序',
  },
  {
    type: 'measure',
    weight: 3,
    pattern:
      /^(?:加强|压实|组建|选优配强|做好|改进|整治|强化|坚持|推进|深化|完善|健全|落实|创新|创建|打造|构建|突出|提升|提高|增强|抓好|抓住|狠抓|夯实|把握|注重|发挥|丰富|领导率先|服务|建立|严格|严明|严肃|实施|优化|拓展|扎实|认真|牢牢|充分|深入|持续|用|啃下|铸牢|开掘|转换|让|做|树立|统筹|全面|着力|大力|切实|要|持续|聚焦|着眼|打牢|转变|拓宽|围绕|打通|破除|防止|杜绝|疏通|根治|力戒|纠正|筑牢|激发|激活|拧紧|守住|以)/u,
    sample: '加强组织领导',
  },
  {
    type: 'measure',
    weight: 1,
    pattern: /增强|提升|推进|加强|提高|强化|凝聚|走在前|作表率/u,
    sample: '在服务中增强凝聚力',
  },
];
