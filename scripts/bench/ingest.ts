/** Measures ingest: against gold outlines where a folder with them is given, and its speed and memory in any case. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ingestDocument } from '../../src/ingest/pipeline.ts';
import { loadPatches } from '../../src/ingest/io/load-patches.ts';
import type { OutlineNode, Report } from '../../src/ingest/types.ts';
import { toSimplified } from '../../src/text/traditional.ts';
import { readDamage, readMetadataGold, readOutlines } from './ingest-gold/read-gold.ts';
import type { GoldHeading, GoldMetadata } from './ingest-gold/read-gold.ts';

/** Forms that count as formal headings. */
const FORMAL = /^(?:line|glued|wrapped)/u;

interface Measured {
  readonly article: string;
  readonly report: Report;
}

/**
 * Run the measurement.
 *
 * @param args - `--gold DIR` (outline.json, outline.md, noise.md), `--sources DIR` (default `DIR/../sources`),
 * `--patches DIR` (default `content/patches`), `--verbose` for each heading that is missing or too many.
 * @example
 * await bench(['--gold', '金标准', '--verbose']);
 */
export async function bench(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      gold: { type: 'string' },
      sources: { type: 'string' },
      patches: { type: 'string', default: 'content/patches' },
      verbose: { type: 'boolean', default: false },
    },
  });
  if (values.gold !== undefined) {
    const sources = values.sources ?? join(values.gold, '..', 'sources');
    const measured = await ingestAll(sources, values.patches);
    compareHeadings(measured, readOutlines(values.gold), values.verbose);
    compareMetadata(measured, values.gold);
    compareDamage(measured, values.gold, sources);
    measureSpeed(readdirSync(sources).map((file) => readFileSync(join(sources, file), 'utf8')));
  } else measureSpeed([sampleText()]);
}

async function ingestAll(dir: string, patchDir: string): Promise<Measured[]> {
  const patches = await loadPatches(patchDir);
  return readdirSync(dir)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .flatMap((file) => {
      const text = readFileSync(join(dir, file), 'utf8');
      const { articles } = ingestDocument(
        { name: file, format: 'txt', encoding: 'utf-8', text, marks: [] },
        { patches },
      );
      const number = file.slice(0, 3);
      return articles.map(({ part, report }) => ({
        article: articles.length > 1 ? `${number}-${part}` : number,
        report,
      }));
    });
}

/** Headings compare by their letters: punctuation in the gold was widened by hand. */
function key(heading: string): string {
  return heading.replace(/[^\p{L}\p{N}]/gu, '');
}

function compareHeadings(
  measured: readonly Measured[],
  gold: readonly GoldHeading[],
  verbose: boolean,
): void {
  const totals = { gold: 0, found: 0, text: 0, level: 0, all: 0, allGold: 0, typed: 0, types: 0 };
  console.log('\n文章      标准  找到  文字对  级别对  类型对/比对  全部形态召回');
  for (const { article, report } of measured) {
    const expected = gold.filter((row) => row.article === article);
    const formal = expected.filter(({ form }) => FORMAL.test(form));
    const found = report.outline.filter(({ form }) => FORMAL.test(form));
    const nodes = pairUp(
      expected.filter(({ form }) => form !== 'none'),
      report.outline,
    );
    const formalPairs = pairUp(formal, found);
    const level = formalPairs.filter(([a, b]) => a.level === b.level).length;
    const types = nodes.filter(([a, b]) => a.type === b.type).length;
    totals.gold += formal.length;
    totals.found += found.length;
    totals.text += formalPairs.length;
    totals.level += level;
    totals.typed += nodes.length;
    totals.types += types;
    totals.all += nodes.length;
    totals.allGold += expected.filter(({ form }) => form !== 'none').length;
    console.log(
      [
        article.padEnd(8),
        formal.length,
        found.length,
        formalPairs.length,
        level,
        `${types}/${nodes.length}`,
        `${nodes.length}/${expected.length}`,
      ].join('\t'),
    );
    if (!verbose) continue;
    const matched = new Set<unknown>(formalPairs.flat());
    for (const row of formal)
      if (!matched.has(row)) console.log(`   缺  ${row.level} ${row.heading}`);
    for (const row of found)
      if (!matched.has(row)) console.log(`   多  ${row.level} ${row.heading}`);
    for (const [a, b] of nodes) {
      if (a.type !== b.type) console.log(`   类型 ${b.type}≠${a.type} ${a.heading}`);
      if (a.level !== b.level)
        console.log(`   级别 ${b.level}≠${a.level} {${a.form}} ${a.heading}`);
    }
    const any = new Set<unknown>(nodes.map(([a]) => a));
    for (const row of expected)
      if (!any.has(row) && !FORMAL.test(row.form) && row.form !== 'none')
        console.log(`   缺点 {${row.form}} ${row.heading}`);
  }
  const f1 = (hits: number): string => ((2 * hits) / (totals.gold + totals.found)).toFixed(3);
  console.log(
    `正式标题 F1（文字）${f1(totals.text)}，F1（文字与级别）${f1(totals.level)}；类型 ${(totals.types / totals.typed).toFixed(3)}；全部形态召回 ${(totals.all / totals.allGold).toFixed(3)}`,
  );
}

/** Pair rows with equal heading text, each at most once, in order. */
function pairUp(
  expected: readonly GoldHeading[],
  found: readonly OutlineNode[],
): (readonly [GoldHeading, OutlineNode])[] {
  const free = new Set(found);
  return expected.flatMap((row) => {
    const match = [...free].find((node) => key(node.heading) === key(row.heading));
    if (match === undefined) return [];
    free.delete(match);
    return [[row, match] as const];
  });
}

const FIELDS = ['title', 'author', 'org', 'publication', 'date'] as const;

function compareMetadata(measured: readonly Measured[], dir: string): void {
  const right = new Map<string, number>();
  const wrong: string[] = [];
  const golds = readMetadataGold(dir);
  for (const gold of golds) {
    const report = measured.find(({ article }) => article === gold.article)?.report;
    for (const field of FIELDS) {
      const got = report?.[field] ?? null;
      if (isRight(field, gold, got)) right.set(field, (right.get(field) ?? 0) + 1);
      else
        wrong.push(`   ${gold.article} ${field}：${gold[field] ?? '（无）'} ▸ ${got ?? '（无）'}`);
    }
  }
  const counts = FIELDS.map((field) => `${field} ${right.get(field) ?? 0}/${golds.length}`);
  console.log(`\n元数据：${counts.join('，')}${wrong.length > 0 ? '（标准 ▸ 得到）' : ''}`);
  wrong.forEach((line) => console.log(line));
}

/**
 * The gold adds remarks to its values, so it has to hold what was read, both without punctuation. Organisations and the
 * parts of a publication are lists: each has to be there, and the journal that the gold names.
 */
function isRight(field: (typeof FIELDS)[number], gold: GoldMetadata, got: string | null): boolean {
  const wanted = gold[field];
  // A journal that is not named leaves an issue or a column, or nothing.
  if (wanted === null) return got === null;
  if (got === null) return field === 'publication' && wanted.includes('刊名未载');
  if (field === 'date') return key(wanted).includes(key(got.slice(0, 4)));
  if (field === 'title' || field === 'author') return key(wanted).includes(key(got));
  const stated = key(`${wanted}${field === 'publication' ? (gold.date ?? '') : ''}`);
  // The name of the journal, or the foreign one that its foot shows.
  const [, journal = '', foreign = journal] =
    /《([^》]+)》(?:（页脚 ([^）]+)）)?/u.exec(field === 'publication' ? wanted : '') ?? [];
  return (
    (got.includes(journal) || got.includes(foreign)) &&
    got.split(/[；;、，《》“”]/u).every((part) => stated.includes(key(part.replace(/栏目$/u, ''))))
  );
}

/** The clean text must hold each original, and the ledger a byte-repair row at each damaged place and nowhere else. */
function compareDamage(measured: readonly Measured[], dir: string, sources: string): void {
  const damage = readDamage(dir);
  const rows = measured.flatMap(({ report }) =>
    report.ledger.filter(({ rule }) => /^(?:pinyin-split|lost-byte|lost-pair)$/u.test(rule)),
  );
  const right = damage.filter(({ file, original }) => {
    const clean = toSimplified(
      original.replace(/\([^)]*[^\x20-\x7e区區)][^)]*\)/gu, '').replace(/<\/?p>/gu, ''),
    );
    const text = measured
      .filter(({ article }) => article.startsWith(file))
      .map(({ report }) => key(report.text))
      .join('');
    return text.includes(key(clean));
  });
  console.log(
    `\n编码损坏：标准 ${damage.length} 处，还原正确 ${right.length} 处，台账 ${rows.length} 行（来源 ${readdirSync(sources).length} 份）`,
  );
  for (const one of damage)
    if (!right.includes(one)) console.log(`   错  ${one.file} ${one.seen} → ${one.original}`);
}

function measureSpeed(texts: readonly string[]): void {
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  const run = (text: string): number =>
    ingestDocument({ name: 'bench.txt', format: 'txt', encoding: 'utf-8', text, marks: [] })
      .articles.length;
  let rounds = 0;
  const start = performance.now();
  while (performance.now() - start < 3000) {
    texts.forEach(run);
    rounds += 1;
  }
  const seconds = (performance.now() - start) / 1000;
  console.log(
    `\n小文件：${((bytes * rounds) / 1e6 / seconds).toFixed(2)} MB/s，${((texts.length * rounds) / seconds).toFixed(0)} 份/秒`,
  );
  const longest = [...texts].sort((a, b) => b.length - a.length)[0] ?? '';
  const large = longest.repeat(Math.ceil(1e7 / Buffer.byteLength(longest)));
  const before = performance.now();
  run(large);
  const spent = (performance.now() - before) / 1000;
  console.log(
    `一份 ${(Buffer.byteLength(large) / 1e6).toFixed(1)} MB：${spent.toFixed(1)} 秒，${(Buffer.byteLength(large) / 1e6 / spent).toFixed(2)} MB/s；内存峰值 ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`,
  );
}

/** A text of the usual make, for a measurement without the gold folder. */
function sampleText(): string {
  const paragraph =
    '各级党组织要认真落实组织生活制度，把“三会一课”抓实抓细。一是明确责任。书记负总责。二是注重实效。每季度检查一次。';
  return Array.from(
    { length: 40 },
    (_, index) =>
      `（${'一二三四五六七八九十'.charAt(index % 10)}）加强组织领导\n${paragraph.repeat(4)}`,
  ).join('\n');
}
