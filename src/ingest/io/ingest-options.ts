import { parseArgs } from 'node:util';
import { KEEP_RULES, type KeepRule } from './choose-copies.ts';

/** What the command line asks for. */
export interface IngestCommand {
  readonly inputs: readonly string[];
  readonly out: string;
  /** Content folder, which drafts are compared with. */
  readonly content: string;
  readonly json: boolean;
  readonly dryRun: boolean;
  readonly encoding?: string | undefined;
  readonly keep: KeepRule;
  readonly review: boolean;
  readonly drafts: boolean;
  readonly help: boolean;
}

/** What `npm run ingest -- --help` prints. */
export const INGEST_HELP = `用法：npm run ingest -- 文件、文件夹或通配符… [选项]

  把 txt、md、html、docx、doc/wps、pdf 文章整理成知识库的文库。

  --out DIR        文库放在哪里（默认取环境变量 KB_LIBRARY，再默认 content/library）
  --dry-run        只试读，不写文库
  --json           结果以 JSON 数组写到标准输出（每篇一项，含完整报告）
  --encoding X     指明文字编码：utf-8、gb18030、big5、utf-16le、utf-16be
  --keep 规则      同一篇文章有几份时留哪份：first 先读到的，titled 有标题的（默认），all 都留
  --drafts         另写候选条目（问题、措施、标准）到 文库/_drafts/
  --review         另写核对页到 文库/_review/；不给文件时为整个文库写
  --help           显示这段说明
`;

/** A command line that cannot be understood; `message` is one Chinese line. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/**
 * Read the arguments of `npm run ingest`.
 *
 * @param args - Arguments after the script's name.
 * @param env - For `KB_LIBRARY`.
 * @throws {UsageError} Naming the argument and what is allowed.
 * @example
 * parseIngestArgs(['文章/', '--keep', 'all'], {}).keep; // 'all'
 */
export function parseIngestArgs(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): IngestCommand {
  const { values, positionals } = parseStrictly(args);
  const keep = KEEP_RULES.find((rule) => rule === (values.keep ?? 'titled'));
  if (keep === undefined)
    throw new UsageError(`--keep 只能是 ${KEEP_RULES.join('、')}，收到“${values.keep ?? ''}”`);
  const command = {
    inputs: positionals,
    out: values.out ?? (env['KB_LIBRARY'] || 'content/library'),
    content: env['KB_CONTENT'] || 'content',
    json: values.json ?? false,
    dryRun: values['dry-run'] ?? false,
    encoding: values.encoding,
    keep,
    review: values.review ?? false,
    drafts: values.drafts ?? false,
    help: values.help ?? false,
  };
  if (command.inputs.length === 0 && !command.help && !command.review && !command.drafts) {
    throw new UsageError('没有给出文件；用法：npm run ingest -- 文件… [--out 文件夹]，详见 --help');
  }
  return command;
}

function parseStrictly(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        out: { type: 'string' },
        json: { type: 'boolean' },
        'dry-run': { type: 'boolean' },
        encoding: { type: 'string' },
        keep: { type: 'string' },
        review: { type: 'boolean' },
        drafts: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (cause) {
    const argument =
      /'(-[^']*)'/.exec(cause instanceof Error ? cause.message : '')?.[1] ?? args.join(' ');
    throw new UsageError(`不认识或缺少取值的选项 ${argument}，可用选项见 --help`, { cause });
  }
}
