import type { Kind } from './kinds.ts';

const HEAD = `title: 标题用干部会搜的说法
summary: 一句话说清本页给什么。
# 别名，搜索和索引都用得上；没有就写 []
aliases: []
# 适用对象：机关、事业单位、国企、科研院所、铁路、施工企业、农垦、农村、社区、非公企业和社会组织、高校、通用
audience: [机关]
# 年份：来源的年份，来源没有就删去此行
year: 2026
# 出处：id 一个字母；at 为来源里的标题路径，层级用“ > ”隔开；quote 为该段原有的 2–12 个字，可定位到段
cites:
  - { id: a, source: zhua-jiceng-da-jichu, at: 一、完善组织之“形”，推动基层组织由“建起来”变“强起来” }`;

const TAIL = `# 相关条目；来源没有写明的写 editorial: true
related: []
# 编者注
notes: []
# 写好后删去这一行，条目才会进入网站
draft: true`;

const VALIDITY = `# 时效：现行有效、已修订、已废止、时效性、未核验；没有核对过发布机关文本的写 verifiedOn: null
validity: { status: 未核验, verifiedOn: null }`;

const criteria = (prefix: string) => `criteria:
  - id: ${prefix}.01
    text: 一句可以回答是或否的要求
    evidence: [佐证材料]
    frequency: 每年一次
    cite: [a]`;

const OWN: Record<Kind, (id: string) => string> = {
  problem: () => `# 表现：看得见的迹象；没有 cite 的陈述会标“编者”
signs:
  - { text: 一条表现, cite: [a] }
# 成因；原因本身有问题页的写 to
causes: []
questions:
  - 一个能回答是或否的自查问题？`,
  measure: () => `# 解决哪个问题
treats:
  - { to: two-skins }
# 支撑哪条标准；没有就删去 meets，用 meetsNone 写明原因
meets:
  - { to: wuhua.zhidu.01, editorial: true }
steps:
  - { do: 第一步做什么, who: 谁来做, when: 多久一次, evidence: 佐证材料, cite: [a] }
outcomes: []
limits: []
risks: []`,
  standard: (id) => `${criteria(id)}
${VALIDITY}
guards: []`,
  wuhua: (id) => `order: 5
${criteria(`wuhua.${id}`)}
${VALIDITY}
guards: []`,
  checklist: (id) => `version: 2026-01-01
# 用途：会议、检查、自评、办理
use: 会议
when: 什么时候用
head:
  - { id: unit, label: 单位 }
  - { id: time, label: 时间 }
phases:
  - id: before
    title: 会前
    items:
      # 引用标准条目写 criterion；只在本清单有的条目写 id 和 text
      - { id: ${id}.01, text: 一条要核对的事, evidence: [佐证材料], cite: [a] }
foot:
  - { id: recorder, label: 记录人签字 }`,
  term: () => `definition: 用平实的话解释
cite: [a]
abbreviations: []
members: []
# 易混：同名或同简称而意思不同的术语
confusable: []
see:
  - { to: two-skins, editorial: true }`,
  source: () => `# 类别：论文、讲话、经验、问答、法规、标准文本、报告
genre: 论文
author: 作者
publication: 刊物
date: 2026-01
${VALIDITY}
missing: []
damage: []`,
};

/** A source is what others cite: it cites nothing itself. */
const withoutCites = (head: string) => head.slice(0, head.indexOf('# 出处')).trimEnd();

/**
 * Write the skeleton of a new entry: valid by the schema, each field explained, marked as a draft.
 *
 * @param kind - Kind of the entry.
 * @param id - Id of the entry, also the prefix of its criteria or items.
 * @returns The whole MDX file.
 * @example
 * renderSkeleton('term', 'tan-xin-tan-hua'); // '---\ntitle: 标题用干部会搜的说法\n…'
 */
export function renderSkeleton(kind: Kind, id: string): string {
  const head = kind === 'source' ? withoutCites(HEAD) : HEAD;
  return `---\n${head}\n${OWN[kind](id)}\n${TAIL}\n---\n`;
}
