import type { z } from 'astro/zod';
import type { Finding } from '../schema/finding.ts';

type Issue = z.core.$ZodIssue;

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: 'true 或 false',
  array: '列表（每行以 - 开头）',
  object: '一组字段',
};

/**
 * Turn Zod issues into findings that teach: field path, what stands there, what is expected.
 *
 * @param file - Path shown in findings.
 * @param issues - Issues of one failed parse.
 * @param lineOf - Line of a front-matter path, from 1.
 * @param valueAt - The value at a path, to show what stands there.
 * @returns One finding per issue; for a union the issues of its closest branch.
 * @example
 * toSchemaFindings('problems/a.mdx', error.issues, () => 3, () => undefined);
 * // [{ rule: 'schema', message: '字段 title：缺少', … }]
 */
export function toSchemaFindings(
  file: string,
  issues: readonly Issue[],
  lineOf: (path: readonly (string | number)[]) => number,
  valueAt: (path: readonly (string | number)[]) => unknown,
): Finding[] {
  return issues
    .flatMap((issue) => flatten(issue))
    .map((issue) => {
      const parent = issue.path.map((part) => (typeof part === 'symbol' ? part.toString() : part));
      const path = issue.code === 'unrecognized_keys' ? [...parent, issue.keys[0] ?? ''] : parent;
      const value = valueAt(path);
      const expected = describeExpected(issue);
      return {
        rule: 'schema',
        place: { file, line: lineOf(path) },
        message: `字段 ${formatPath(path)}：${describeFault(issue, value)}`,
        ...(value === undefined ? {} : { actual: shorten(JSON.stringify(value)) }),
        ...(expected === undefined ? {} : { expected }),
      } satisfies Finding;
    });
}

/** A union reports every branch; only the branch with the fewest issues tells the author something. */
function flatten(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
  const branch = [...issue.errors].sort((a, b) => a.length - b.length)[0] ?? [];
  return branch.flatMap((inner) => flatten({ ...inner, path: [...issue.path, ...inner.path] }));
}

function describeFault(issue: Issue, value: unknown): string {
  if (issue.code === 'invalid_type') return value === undefined ? '缺少' : '类型不对';
  if (issue.code === 'unrecognized_keys') return '没有这个字段';
  if (issue.code === 'invalid_value') return '不在允许的取值之内';
  return issue.message;
}

function describeExpected(issue: Issue): string | undefined {
  if (issue.code === 'invalid_type') return TYPE_NAMES[issue.expected] ?? issue.expected;
  if (issue.code === 'invalid_value') return issue.values.map(String).join('、');
  return undefined;
}

function formatPath(path: readonly (string | number)[]): string {
  if (path.length === 0) return '（整体）';
  return path
    .map((part, index) =>
      typeof part === 'number' ? `[${String(part + 1)}]` : index === 0 ? part : `.${part}`,
    )
    .join('');
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
