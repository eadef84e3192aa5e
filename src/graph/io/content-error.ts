import { formatFinding, type Finding } from '../../schema/finding.ts';

/** Content that cannot be used: an editor mends it, so the message says all and no stack stands in its way. */
export class ContentError extends Error {
  override readonly name = 'ContentError';

  constructor(message: string) {
    super(message);
    this.stack = '';
  }
}

/**
 * The error for content with findings.
 *
 * @param findings - All of them, in file order.
 * @example
 * toContentError(findings).message; // '内容检查发现 1 处问题：\nterms/a.mdx:3  [schema] 字段 title：缺少'
 */
export function toContentError(findings: readonly Finding[]): ContentError {
  return new ContentError(
    `内容检查发现 ${String(findings.length)} 处问题：\n${findings.map((item) => formatFinding(item)).join('\n')}`,
  );
}
