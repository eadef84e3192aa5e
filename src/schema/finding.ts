/** Where a finding stands: a file and, when known, a line (from 1). */
export interface FindingPlace {
  /** Path below the content root, with `/`. */
  readonly file: string;
  /** Line number from 1, counted in the whole file, front matter included. */
  readonly line?: number;
}

/** Rules of the schema and graph checks. Ids never change: they may be quoted in notes and tests. */
export const FINDING_RULES = {
  'front-matter': '文件开头的 YAML 信息无法读取',
  schema: '字段不符合数据模型',
  'id-format': 'id 不合规范',
  'duplicate-id': 'id 重复',
  'dangling-target': '指向的条目不存在',
  'wrong-kind': '指向的条目类别不对',
  'dangling-criterion': '引用的标准条目不存在',
  'dangling-cite': '正文引用了没有声明的出处',
  'unused-cite': '声明的出处没有用到',
  'unused-source': '来源没有被任何条目引用',
  orphan: '条目没有任何链接通向它',
  'alias-clash': '两个术语争用同一名称而没有写明易混',
  'dangling-anchor': '链接的锚点不存在',
  'redundant-link': '同一关系在两边各声明了一次',
  'body-syntax': '正文不符合书写规则',
  coverage: '盘点事实没有着落',
} as const satisfies Record<string, string>;

/** Id of a rule. */
export type FindingRule = keyof typeof FINDING_RULES;

/** One thing wrong in the content, as data: never an exception, so that all of them can be listed. */
export interface Finding {
  readonly rule: FindingRule;
  readonly place: FindingPlace;
  /** What is wrong, in one Chinese sentence. */
  readonly message: string;
  /** What stands there. */
  readonly actual?: string;
  /** What would be right. */
  readonly expected?: string;
  /** The nearest valid value, when there is one. */
  readonly nearest?: string;
}

/**
 * Write a finding as one line: `file:line  message（现为 …；应为 …；最接近的是 …）`.
 *
 * @example
 * formatFinding({ rule: 'schema', place: { file: 'terms/a.mdx', line: 3 }, message: '缺少标题' });
 * // 'terms/a.mdx:3  [schema] 缺少标题'
 */
export function formatFinding(finding: Finding): string {
  const { file, line } = finding.place;
  const where = line === undefined ? file : `${file}:${String(line)}`;
  const details = [
    finding.actual === undefined ? '' : `现为 ${finding.actual}`,
    finding.expected === undefined ? '' : `应为 ${finding.expected}`,
    finding.nearest === undefined ? '' : `最接近的是 ${finding.nearest}`,
  ].filter((part) => part !== '');
  const tail = details.length > 0 ? `（${details.join('；')}）` : '';
  return `${where}  [${finding.rule}] ${finding.message}${tail}`;
}
