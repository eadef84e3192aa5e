import { RULES, WARNING_RULES } from '../rules.ts';
import type { SectionType } from '../types.ts';

/** Section types as the site names them. */
export const TYPE_LABELS: Readonly<Record<SectionType, string>> = {
  problem: '问题',
  cause: '成因',
  measure: '措施',
  standard: '标准',
  outcome: '成效',
  significance: '意义',
  procedure: '程序',
  other: '其他',
};

/**
 * Name a rule of the ledger or of a warning for the editor.
 *
 * @param rule - Its id; an id of a newer version is its own label.
 * @example
 * describeRule('pinyin'); // { label: '夹注拼音', reason: '逐字注音，同一字读音全文唯一' }
 */
export function describeRule(rule: string): { label: string; reason: string } {
  const known: Readonly<Record<string, { label: string; reason: string }>> = {
    ...WARNING_RULES,
    ...RULES,
  };
  return known[rule] ?? { label: rule, reason: '' };
}

/**
 * Write text for HTML, between tags or in a quoted attribute.
 *
 * @example
 * escapeHtml('<党建>'); // '&lt;党建&gt;'
 */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
