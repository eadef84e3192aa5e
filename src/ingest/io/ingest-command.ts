import { join } from 'node:path';
import { findFolderFault } from './check-folders.ts';
import { findInputs } from './find-inputs.ts';
import { INGEST_HELP, parseIngestArgs, UsageError, type IngestCommand } from './ingest-options.ts';
import type { Patch } from '../patches/patch.ts';
import { loadPatches } from './load-patches.ts';
import { showProgress, type ProgressStream } from './progress.ts';
import { LibraryBusyError } from './library-lock.ts';
import {
  runIngest,
  type ArticleOutcome,
  type IngestFailure,
  type IngestRun,
  type IngestSummary,
} from './run-ingest.ts';

/** What the command needs of its process. */
export interface IngestProcess {
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: { write(text: string): unknown };
  readonly stderr: ProgressStream;
}

const CHANGES = { added: '新增', changed: '更新', same: '未变', dropped: '未收' } as const;

/**
 * Run `npm run ingest`: results to standard output, progress and complaints to standard error.
 *
 * @returns Exit code: 0 all well, 1 some input failed, 2 the command line is wrong.
 * @example
 * process.exitCode = await ingestCommand({ args: ['通知.docx'], cwd, env, stdout, stderr });
 */
export async function ingestCommand(host: IngestProcess): Promise<0 | 1 | 2> {
  let command: IngestCommand;
  try {
    command = parseIngestArgs(host.args, host.env);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    host.stderr.write(`${error.message}\n`);
    return 2;
  }
  if (command.help) {
    host.stdout.write(INGEST_HELP);
    return 0;
  }
  const fault = findFolderFault(command, host.env);
  if (fault !== undefined) {
    host.stderr.write(`${fault}\n`);
    return 1;
  }
  const code = command.inputs.length > 0 ? await importFiles(command, host) : 0;
  if (command.drafts && !command.dryRun) {
    const { DRAFTS, writeDrafts } = await import('../drafts/io/write-drafts.ts');
    const counts = await writeDrafts(command.out, command.content);
    if (counts.size === 0) {
      host.stderr.write(
        `文库 ${command.out} 不存在或是空的，没有草稿可写；请先导入文章，或用 --out 指明文库\n`,
      );
      return 1;
    }
    const total = Array.from(counts.values()).reduce((sum, count) => sum + count, 0);
    host.stderr.write(`草稿（${total} 条）：${join(command.out, DRAFTS)}\n`);
  }
  if (command.review && !command.dryRun) {
    const target = join(command.out, '_review');
    const { writeReviewPages } = await import('../review/io/write-review-pages.ts');
    const count = await writeReviewPages(command.out, target);
    host.stderr.write(
      count === 0
        ? `文库 ${command.out} 不存在或是空的，没有核对页可写；请先导入文章，或用 --out 指明文库\n`
        : `核对页（${count} 篇）：${join(target, 'index.html')}\n`,
    );
    if (count === 0) return 1;
  }
  return code;
}

async function importFiles(command: IngestCommand, host: IngestProcess): Promise<0 | 1> {
  const found = await findInputs(command.inputs, host.cwd, command.out);
  if (found.skipped.length > 0) host.stderr.write(describeSkipped(found.skipped));
  const print = command.json ? printJson(host.stdout) : printLines(command, host.stdout);
  let patches: readonly Patch[];
  try {
    patches = await loadPatches(join(command.content, 'patches'));
  } catch (error) {
    host.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
  const summary = await runUnlessBusy(host, {
    files: found.files,
    out: command.out,
    keep: command.keep,
    encoding: command.encoding,
    patches,
    dryRun: command.dryRun,
    onProgress: showProgress(host.stderr, Date.now),
    onArticle: print.article,
  });
  if (summary === undefined) return 1;
  const failures = [...found.missing, ...summary.failures];
  for (const failure of failures) host.stderr.write(`${failure.input}：${failure.message}\n`);
  print.end(failures, summary.removed);
  return failures.length > 0 ? 1 : 0;
}

/** Undefined, and one line on standard error, where another run has the library. */
async function runUnlessBusy(
  host: IngestProcess,
  run: IngestRun,
): Promise<IngestSummary | undefined> {
  try {
    return await runIngest(run);
  } catch (error) {
    if (!(error instanceof LibraryBusyError)) throw error;
    host.stderr.write(`${error.message}\n`);
    return undefined;
  }
}

function describeSkipped(skipped: readonly string[]): string {
  const shown = skipped.slice(0, 5).join('、');
  return `文件夹里有 ${skipped.length} 个文件不是文档，未读：${shown}${skipped.length > 5 ? ' 等' : ''}\n`;
}

interface Printer {
  readonly article: (article: ArticleOutcome) => void;
  readonly end: (failures: readonly IngestFailure[], removed: readonly string[]) => void;
}

function printLines(command: IngestCommand, stdout: IngestProcess['stdout']): Printer {
  let count = 0;
  return {
    article: ({ slug, report, change, keptAs }) => {
      count += change === 'dropped' ? 0 : 1;
      const title = report.title ?? '（无标题）';
      const note =
        keptAs === undefined
          ? describe(report.warnings.length, report.outline.length)
          : `与 ${keptAs} 相同`;
      stdout.write(`${CHANGES[change]} ${slug}  ${title}  ${note}\n`);
    },
    end: (failures, removed) => {
      for (const slug of removed) stdout.write(`移除 ${slug}  来源文件里已没有这一篇\n`);
      const failed = failures.length > 0 ? `，${failures.length} 个输入失败` : '';
      stdout.write(
        `共 ${count} 篇${command.dryRun ? '（试读，未写入）' : `，在 ${command.out}`}${failed}\n`,
      );
      if (count > 0 && !command.dryRun && !command.review && !command.drafts)
        stdout.write('接着可加 --review 写核对页（逐字对照），加 --drafts 写候选条目\n');
    },
  };
}

function describe(warnings: number, headings: number): string {
  return `标题 ${headings} 处${warnings > 0 ? `，待核 ${warnings} 处` : ''}`;
}

/** One JSON array, an item a line: articles as they are finished, failures at the end. */
function printJson(stdout: IngestProcess['stdout']): Printer {
  let opening = '[\n';
  const item = (value: unknown) => {
    stdout.write(opening + JSON.stringify(value));
    opening = ',\n';
  };
  return {
    article: ({ slug, report, change, keptAs }) =>
      item({ slug, change, ...(keptAs === undefined ? {} : { keptAs }), ...report }),
    end: (failures) => {
      failures.forEach(({ input, message }) => item({ input, error: message }));
      stdout.write(opening === '[\n' ? '[]\n' : '\n]\n');
    },
  };
}
