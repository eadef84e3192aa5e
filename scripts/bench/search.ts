/**
 * `npm run bench -- search [--dist DIR] [--pages 1000,10000] [--queries N] [--peers] [--json]`
 *
 * Measures both engines, and on request their peers, on the built site and on made-up corpora, in one run: recall
 * against a plain scan, share of literal pages among the first ten, bytes, processor time, ranking on the dev set.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { answerQuery } from '../../src/search/answer.ts';
import { bundleBrowser } from '../../src/search/build/bundle-browser.ts';
import { openEngine } from '../../src/search/build/open-engine.ts';
import { openPagefindInNode } from '../../src/search/build/pagefind-in-node.ts';
import { readSite } from '../../src/search/build/read-site.ts';
import { traditionalTable } from '../../src/search/build/traditional-table.ts';
import { loadFromFolder, PORTABLE_FOLDER } from '../../src/search/build/write-portable.ts';
import { toHref } from '../../src/search/literal-scan.ts';
import { pagefindEngine } from '../../src/search/pagefind-engine.ts';
import { openPortableIndex } from '../../src/search/portable-index.ts';
import { portableEngine } from '../../src/search/portable.ts';
import type { SearchEngine } from '../../src/search/result.ts';
import type { SearchPage } from '../../src/search/types.ts';
import { makeCorpus } from './corpus.ts';
import { readDevSet } from './dev-set.ts';
import { scoreKnown } from './known-items.ts';
import { scoreSuggestions } from './suggestion-score.ts';
import {
  bigramPeer,
  flexPeer,
  plainPagefindPeer,
  vitepressPeer,
  type Peer,
} from './search-peers.ts';
import { drawQueries, QUERY_CLASSES, type OracleQuery, type QueryClass } from './search-queries.ts';

/** One line of the report. */
interface Row {
  readonly corpus: string;
  readonly engine: string;
  readonly measure: string;
  readonly value: string;
}

/** Results that count as the first page. */
const TEN = 10;
/** Results the instant box shows. */
const INSTANT = 6;
/** Slow peers answer this many queries of a class. */
const PEER_QUERIES = 25;

/**
 * Run the measurements and print them as a table, or as JSON.
 *
 * @param args - `--dist DIR` (a built site; without one only made-up sites are measured), `--pages` (sizes of the made-up
 * sites), `--queries` (how many of each class), `--peers` for other engines, `--json`.
 * @example
 * await bench(['--pages', '1000', '--queries', '20']); // 语料、引擎、度量、值, one line each
 */
export async function bench(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      dist: { type: 'string', default: process.env['KB_OUT'] ?? 'dist' },
      pages: { type: 'string', default: '1000,10000' },
      queries: { type: 'string', default: '60' },
      peers: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  const queries = Number(values.queries);
  const rows: Row[] = [];
  const say = (corpus: string, engine: string, measure: string, value: string): void => {
    rows.push({ corpus, engine, measure, value });
    process.stderr.write(`${corpus}\t${engine}\t${measure}\t${value}\n`);
  };
  if (existsSync(values.dist)) {
    await benchCorpus('site', values.dist, readSite(values.dist), {
      queries,
      peers: values.peers,
      say,
    });
    await benchRanking(values.dist, say);
  } else process.stderr.write(`没有已构建的网站 ${values.dist}，只测生成的语料。\n`);
  for (const count of values.pages
    .split(',')
    .map(Number)
    .filter((n) => n > 0)) {
    const dist = mkdtempSync(join(tmpdir(), `kb-bench-${count}-`));
    try {
      for (const engine of ['portable', 'pagefind']) {
        const cost = measureIndexing(count, dist, engine);
        say(`${count}`, engine, '索引 CPU 秒', cost.cpuSeconds.toFixed(1));
        say(`${count}`, engine, '索引内存峰值 MB', String(cost.peakMB));
      }
      await bundleBrowser(dist);
      await benchCorpus(`${count}`, dist, makeCorpus(count), { queries, peers: values.peers, say });
    } finally {
      rmSync(dist, { recursive: true, force: true });
    }
  }
  process.stdout.write(values.json ? `${JSON.stringify(rows)}\n` : toTable(rows));
}

function measureIndexing(
  count: number,
  dist: string,
  engine: string,
): { cpuSeconds: number; peakMB: number } {
  const script = join(import.meta.dirname, 'index-corpus.ts');
  const output = execFileSync(process.execPath, [script, String(count), dist, engine], {
    encoding: 'utf8',
    maxBuffer: 1 << 24,
  });
  return JSON.parse(output) as { cpuSeconds: number; peakMB: number };
}

interface BenchOptions {
  readonly queries: number;
  readonly peers: boolean;
  readonly say: (corpus: string, engine: string, measure: string, value: string) => void;
}

async function benchCorpus(
  corpus: string,
  dist: string,
  pages: readonly SearchPage[],
  { queries, peers, say }: BenchOptions,
): Promise<void> {
  const simplified = traditionalTable();
  const drawn = new Map<QueryClass, OracleQuery[]>(
    QUERY_CLASSES.map((kind) => [
      kind,
      drawQueries(pages, kind, kind === 'r1' ? Math.min(20, queries) : queries, simplified),
    ]),
  );
  const characters = pages.reduce(
    (sum, page) =>
      sum + page.sections.reduce((n, { body, heading }) => n + body.length + heading.length, 0),
    0,
  );
  const perPage = (bytes: number): string => `${Math.round((bytes / characters) * 800)} B`;
  say(
    corpus,
    'portable',
    '索引（每 800 字，压缩）',
    perPage(folderBytes(dist, /^(?:p\d|manifest)/)),
  );
  say(corpus, 'portable', '文本（每 800 字，压缩）', perPage(folderBytes(dist, /^d\d/)));

  const index = await openPortableIndex(loadFromFolder(dist));
  const engines: SearchEngine[] = [
    portableEngine(index),
    pagefindEngine(await openPagefindInNode(dist), index),
  ];
  for (const engine of engines) {
    const times: number[] = [];
    for (const [kind, list] of drawn) {
      const score = await scoreLiteral(engine, list);
      say(corpus, engine.name, `召回 ${kind}`, score.recall.toFixed(4));
      say(corpus, engine.name, `前十逐字 ${kind}`, score.firstTen.toFixed(4));
      say(corpus, engine.name, `与逐字扫描一致 ${kind}`, `${score.same}/${list.length}`);
      if (score.zero > 0) say(corpus, engine.name, `零结果 ${kind}`, String(score.zero));
      if (kind !== 'r1') times.push(...(await warmTimes(engine, list)));
    }
    say(
      corpus,
      engine.name,
      '热查询 CPU p50/p95 ms',
      `${quantile(times, 0.5)}/${quantile(times, 0.95)}`,
    );
  }
  const bytes = await coldBytes(
    dist,
    [...(drawn.get('r2') ?? []), ...(drawn.get('r4') ?? [])].slice(0, 80),
  );
  say(
    corpus,
    'portable',
    '即时框首次字节 平均/p95 KB',
    `${(mean(bytes) / 1000).toFixed(1)}/${(Number(quantile(bytes, 0.95)) / 1000).toFixed(1)}`,
  );
  if (peers) await benchPeers(corpus, pages, { drawn, say, dist });
}

async function scoreLiteral(
  engine: SearchEngine,
  queries: readonly OracleQuery[],
): Promise<{ recall: number; firstTen: number; same: number; zero: number }> {
  let recall = 0;
  let firstTen = 0;
  let same = 0;
  let zero = 0;
  for (const { query, sections, pages } of queries) {
    const list = await engine.find(query, { sections: Infinity });
    const hits = await list.take(Infinity);
    const found = new Set(
      hits.flatMap((hit) =>
        hit.sections.filter(({ exact }) => exact).map(({ id }) => toHref(hit.url, id)),
      ),
    );
    const first = hits.slice(0, TEN).filter(({ url }) => pages.has(url)).length;
    recall += [...sections].filter((href) => found.has(href)).length / sections.size;
    firstTen += first / Math.min(TEN, pages.size);
    if (found.size === sections.size && [...found].every((href) => sections.has(href))) same += 1;
    if (hits.length === 0) zero += 1;
  }
  const share = (sum: number): number => sum / queries.length;
  return { recall: share(recall), firstTen: share(firstTen), same, zero };
}

/** Processor milliseconds of each query, asked a second time: shards are loaded, ten results are made. */
async function warmTimes(engine: SearchEngine, queries: readonly OracleQuery[]): Promise<number[]> {
  const times: number[] = [];
  for (const { query } of queries) {
    await (await engine.find(query)).take(TEN);
    const before = process.cpuUsage();
    await (await engine.find(query)).take(TEN);
    const used = process.cpuUsage(before);
    times.push((used.user + used.system) / 1000);
  }
  return times;
}

/** Compressed bytes from nothing to the first answer of the instant box: code, manifest, shards, texts. */
async function coldBytes(dist: string, queries: readonly OracleQuery[]): Promise<number[]> {
  const assets = join(dist, 'assets');
  const code = ['search-loader.js', 'instant-box.js']
    .map((file) => gzipSync(readFileSync(join(assets, file))).length)
    .reduce((sum, bytes) => sum + bytes, 0);
  const sizes: number[] = [];
  for (const { query } of queries) {
    let bytes = code;
    const load = loadFromFolder(dist);
    const index = await openPortableIndex((name, build) => {
      bytes += gzipSync(readFileSync(join(dist, PORTABLE_FOLDER, `${name}.js`))).length;
      return load(name, build);
    });
    const { list } = await answerQuery(portableEngine(index), index, query, { sections: 1 });
    await list.take(INSTANT);
    sizes.push(bytes);
  }
  return sizes;
}

interface PeerOptions {
  readonly drawn: ReadonlyMap<QueryClass, OracleQuery[]>;
  readonly say: BenchOptions['say'];
  readonly dist: string;
}

async function benchPeers(
  corpus: string,
  pages: readonly SearchPage[],
  { drawn, say, dist }: PeerOptions,
): Promise<void> {
  const simplified = traditionalTable();
  const makers: (() => Peer | Promise<Peer>)[] = [
    () => plainPagefindPeer(pages, join(dist, '.plain-pagefind')),
    () => vitepressPeer(pages),
    () => bigramPeer(pages, simplified),
    () => flexPeer(pages),
  ];
  for (const make of makers) {
    const peer = await make();
    say(corpus, peer.name, '索引（压缩）KB', String(Math.round(peer.indexBytes / 1000)));
    const times: number[] = [];
    for (const [kind, list] of drawn) {
      const some = list.slice(0, PEER_QUERIES);
      let recall = 0;
      let firstTen = 0;
      let precision = 0;
      let zero = 0;
      for (const { query, pages: truth } of some) {
        const before = process.cpuUsage();
        const found = await peer.search(query);
        const used = process.cpuUsage(before);
        if (kind !== 'r1') times.push((used.user + used.system) / 1000);
        const right = found.filter((url) => truth.has(url)).length;
        recall += right / truth.size;
        precision += found.length === 0 ? 0 : right / found.length;
        firstTen +=
          found.slice(0, TEN).filter((url) => truth.has(url)).length / Math.min(TEN, truth.size);
        if (found.length === 0) zero += 1;
      }
      const share = (sum: number): string => (sum / some.length).toFixed(3);
      say(corpus, peer.name, `召回 ${kind}`, share(recall));
      say(corpus, peer.name, `前十逐字 ${kind}`, share(firstTen));
      say(corpus, peer.name, `精确率 ${kind}`, share(precision));
      if (zero > 0) say(corpus, peer.name, `零结果 ${kind}`, String(zero));
    }
    say(
      corpus,
      peer.name,
      '热查询 CPU p50/p95 ms',
      `${quantile(times, 0.5)}/${quantile(times, 0.95)}`,
    );
  }
}

async function benchRanking(dist: string, say: BenchOptions['say']): Promise<void> {
  const dev = readDevSet();
  for (const name of ['portable', 'pagefind'] as const) {
    const site = await openEngine(dist, name);
    for (const group of ['title', 'content', 'question'] as const) {
      const score = await scoreKnown(site, dev[group]);
      say('site', name, `${group} MRR`, score.mrr.toFixed(3));
      say('site', name, `${group} 第一/前五`, `${score.first.toFixed(3)}/${score.five.toFixed(3)}`);
    }
    if (name === 'portable')
      for (const [measure, value] of await scoreSuggestions(site))
        say('site', name, measure, value);
  }
}

function folderBytes(dist: string, names: RegExp): number {
  const folder = join(dist, PORTABLE_FOLDER);
  return readdirSync(folder)
    .filter((file) => names.test(file) && statSync(join(folder, file)).isFile())
    .reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length, 0);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

function quantile(values: readonly number[], share: number): string {
  const sorted = [...values].sort((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return value.toFixed(1);
}

function toTable(rows: readonly Row[]): string {
  const lines = rows.map(
    ({ corpus, engine, measure, value }) => `| ${corpus} | ${engine} | ${measure} | ${value} |`,
  );
  return `| 语料 | 引擎 | 项目 | 值 |\n|---|---|---|---|\n${lines.join('\n')}\n`;
}
