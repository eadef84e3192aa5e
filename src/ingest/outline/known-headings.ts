/** Headings that official papers use word for word. A heading that opens with one of them, glued to its body, ends there. */
const KNOWN = [
  '指导思想',
  '总体要求',
  '总体目标',
  '总体思路',
  '工作思路',
  '工作目标',
  '目标任务',
  '目标要求',
  '基本原则',
  '工作原则',
  '主要任务',
  '重点任务',
  '工作任务',
  '重点工作',
  '工作重点',
  '主要内容',
  '活动内容',
  '活动主题',
  '活动时间',
  '参加人员',
  '主要措施',
  '工作措施',
  '具体措施',
  '保障措施',
  '组织保障',
  '组织领导',
  '工作要求',
  '有关要求',
  '几点要求',
  '工作步骤',
  '实施步骤',
  '方法步骤',
  '步骤安排',
  '时间安排',
  '基本情况',
  '主要做法',
  '具体做法',
  '做法和成效',
  '主要成效',
  '取得的成效',
  '存在的主要问题',
  '存在的突出问题',
  '存在的问题和不足',
  '存在问题',
  '存在的问题',
  '主要问题',
  '原因分析',
  '下一步工作打算',
  '下一步打算',
  '下步打算',
  '经验启示',
  '几点体会',
  '几点启示',
  '意见建议',
  '对策建议',
  '工作建议',
  '会前准备',
  '会议程序',
  '会后落实',
  '总则',
  '附则',
  '适用范围',
  '范围',
] as const;

const BY_LENGTH = [...KNOWN].sort((a, b) => b.length - a.length);

/**
 * The length of the known heading that a text opens with; undefined where it opens with none.
 *
 * @example
 * knownHeadingLength('指导思想坚持以新时代…'); // 4
 */
export function knownHeadingLength(text: string): number | undefined {
  return BY_LENGTH.find((heading) => text.startsWith(heading))?.length;
}

/**
 * Whether a text opens with a known heading.
 *
 * @example
 * opensWithKnownHeading('工作目标'); // true
 */
export function opensWithKnownHeading(text: string): boolean {
  return knownHeadingLength(text) !== undefined;
}
