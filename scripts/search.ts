/**
 * `npm run search -- QUERY [--json] [--dist DIR] [--engine pagefind|portable] [--queries FILE]`
 *
 * Searches a built site from the command line, with the same code as the page. Results go to stdout, prose to stderr.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { answerQuery, type Answer } from '../src/search/answer.ts';
import { openEngine } from '../src/search/build/open-engine.ts';
import { toRows, type Row } from '../src/search/rows.ts';
import { readSettings } from '../src/site/settings.ts';
import { describeSystemError, refuse } from './refuse.ts';

const USAGE =
  '用法：npm run search -- 查询词 [--json] [--dist 目录] [--engine pagefind|portable] [--queries 文件]';
/** Rows printed for a person; `--json` prints all. */
const SHOWN = 20;

async function main(): Promise<void> {
  const { values, positionals } = readArguments();
  const engineName = values.engine;
  if (engineName !== 'pagefind' && engineName !== 'portable')
    refuse(`不认识的引擎“${engineName}”：应为 pagefind 或 portable。\n${USAGE}`);
  const query = positionals.join(' ');
  const queries = values.queries === undefined ? undefined : readQueries(values.queries);
  if (queries === undefined && query.trim() === '') refuse(`没有查询词。\n${USAGE}`);

  const { base } = readSettings(process.env);
  const { engine, index } = await openEngine(values.dist, engineName);
  const search = async (query: string): Promise<Found> => {
    const answer = await answerQuery(engine, index, query, { sections: Infinity });
    return { answer, rows: await toRows(answer, base) };
  };
  if (queries !== undefined) {
    for (const line of queries)
      process.stdout.write(`${JSON.stringify((await search(line)).rows)}\n`);
  } else if (values.json)
    process.stdout.write(`${JSON.stringify((await search(query)).rows, null, 2)}\n`);
  else print(query, await search(query));
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        dist: { type: 'string', default: readSettings(process.env).out },
        engine: { type: 'string', default: 'portable' },
        queries: { type: 'string' },
      },
    });
  } catch (error) {
    // The library says in English which option it cannot read; the name alone needs no translation.
    const option = /'(-[^' ]*)/u.exec(error instanceof Error ? error.message : '')?.[1] ?? '';
    return refuse(`选项 ${option} 不认识或缺少取值。\n${USAGE}`);
  }
}

function readQueries(file: string): string[] {
  let text = '';
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    refuse(`读不到查询词文件 ${file}：${describeSystemError(error)}。`);
  }
  const lines = text.split(/\r?\n/u);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

interface Found {
  readonly answer: Answer;
  readonly rows: readonly Row[];
}

function print(query: string, { answer, rows }: Found): void {
  const meant = answer.suggestions.map(({ text }) => text).join('、');
  if (meant !== '') process.stderr.write(`您是不是要找：${meant}\n`);
  if (answer.instead !== undefined)
    process.stderr.write(`没有找到“${query}”，以下是“${answer.instead}”的结果。\n`);
  if (rows.length === 0) process.stderr.write(`没有找到“${query}”。\n`);
  else if (rows[0]?.match === 'partial')
    process.stderr.write('没有一页含有全部词，以下为部分匹配。\n');
  for (const { url, title, section, kind, excerpt } of rows.slice(0, SHOWN))
    process.stdout.write(
      `${title}${section === title ? '' : ` › ${section}`}  [${kind}]\n  ${url}\n  ${excerpt}\n`,
    );
  if (rows.length > SHOWN)
    process.stderr.write(`共 ${rows.length} 条，显示前 ${SHOWN} 条；--json 给出全部。\n`);
}

// A reader such as `head` may close the pipe early; that is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

await main().catch((error: unknown) => refuse(describeSystemError(error)));
