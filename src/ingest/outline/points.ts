import { linesOf } from '../lines.ts';
import { ENUM_OPENERS } from './ordinals.ts';
import type { Node } from './read-outline.ts';

/** A point's opening sentence is a heading of its own kind up to this length (code units). */
const LONGEST = 60;

/** From this length on a point is named by its first clause alone. */
const CLAUSE = 28;

/** A paragraph's opening sentence counts as a run-in heading up to this length. */
const RUN_IN = 40;

/** Run-in headings come in series; a single short opening sentence is prose. */
const SERIES = 2;

/** Sentences of one make that name points without an ordinal. Each pattern matches a whole sentence with its stop. */
const PARALLEL: readonly {
  readonly pattern: RegExp;
  readonly least: number;
  readonly sample: string;
}[] = [
  {
    pattern: /(?<=^|[。！？”])[\u4e00-\u9fff“”]{3,10}化。/gu,
    least: 3,
    sample: '督察全面化。…运行常态化。…业务标准化。',
  },
  {
    pattern: /(?<=^|[。！？”])要[^，。；：“”]{4,14}。/gu,
    least: 2,
    sample: '要强化党性教育。…要增强奋斗精神。',
  },
];

/** What opens prose and no heading. */
const PROSE =
  /^(?:同志|因此|所以|但|而|这|那|此外|当前|总之|下面|会议|为此|其中|同时|我们|他|在此|近年来|一年来|去年|今年|过去|实践证明|.{0,8}指出|.{0,8}强调)/u;

/**
 * Find the headings of a second kind: run-in sentences that open paragraphs (坚持纵向到底，实现全覆盖。…), and points
 * inside paragraphs (一是…。二是…。). Their level is one below what they stand under.
 *
 * @param formal - Formal nodes and labels in reading order, with offsets in the same text.
 * @example
 * findPoints('一是坚持强基固本。通过学习教育抓实基本建设。二是突出问题导向。对照要求找差距。', []).length; // 2
 */
export function findPoints(text: string, formal: readonly Node[]): Node[] {
  const headed = new Set(formal.map(({ offset }) => offset));
  const paragraphs: Paragraph[] = [];
  let index = 0;
  let section = { id: 0, level: 0 };
  for (const line of linesOf(text)) {
    while (index < formal.length && (formal[index]?.offset ?? 0) <= line.start) {
      const node = formal[index];
      index += 1;
      section = { id: index, level: node === undefined || node.form === 'label' ? 0 : node.level };
    }
    if (line.text === '' || line.text.startsWith('|')) continue;
    const isHeaded = headed.has(line.start);
    paragraphs.push({
      ...section,
      text: line.text,
      start: line.start,
      runIn: isHeaded ? undefined : runInOf(line.text),
    });
  }
  const counts = new Map<number, number>();
  const openers = new Map<number, number>();
  for (const { id, runIn } of paragraphs) {
    if (runIn === undefined) continue;
    counts.set(id, (counts.get(id) ?? 0) + 1);
    if (hasOpener(runIn)) openers.set(id, (openers.get(id) ?? 0) + 1);
  }
  return paragraphs.flatMap(({ id, level, text: paragraph, start, runIn }) => {
    // Where a section counts its points, an uncounted sentence among them is prose.
    const isCounted = (openers.get(id) ?? 0) < SERIES || (runIn !== undefined && hasOpener(runIn));
    const isRunIn = runIn !== undefined && isCounted && (counts.get(id) ?? 0) >= SERIES;
    const head: Node[] = isRunIn
      ? [{ level: level + 1, heading: runIn, form: 'runin', offset: start }]
      : [];
    // 一是…。 that opens a paragraph is the first of its points, not what they stand under.
    const isAbove = isRunIn && runIn !== undefined && !hasOpener(runIn);
    const points = pointsIn(paragraph, start, isAbove ? level + 2 : level + 1).filter(
      ({ offset }) => !isRunIn || offset > start,
    );
    return [...head, ...points];
  });
}

function hasOpener(sentence: string): boolean {
  return ENUM_OPENERS.some((opener) => opener.test(sentence));
}

interface Paragraph {
  /** The section it stands in. */
  readonly id: number;
  /** Level of that section's heading. */
  readonly level: number;
  readonly text: string;
  readonly start: number;
  readonly runIn: string | undefined;
}

/** The opening sentence of a paragraph that goes on, where it reads as a heading. */
function runInOf(line: string): string | undefined {
  const stop = line.search(/[。！？；：]/u);
  if (stop < 4 || stop > RUN_IN || line.charAt(stop) !== '。' || stop + 10 > line.length)
    return undefined;
  const sentence = line.slice(0, stop + 1);
  if (
    (sentence.match(/，/gu)?.length ?? 0) > 1 ||
    PROSE.test(sentence) ||
    /取决于|就是/u.test(sentence)
  )
    return undefined;
  return sentence;
}

/** Points inside a paragraph; a series needs a second member. */
function pointsIn(line: string, start: number, level: number): Node[] {
  const nodes: Node[] = [];
  const add = (at: number, heading: string): void => {
    nodes.push({ level, heading, form: 'enum', offset: start + at });
  };
  for (const opener of ENUM_OPENERS) {
    const series = Array.from(
      line.matchAll(new RegExp(`(?<=^|[。；：！？”）])${opener.source.slice(1)}`, 'gu')),
    );
    if (series.length < 2) continue;
    for (const { index, 0: ordinal } of series) {
      const heading = pointHeading(line.slice(index, index + LONGEST), ordinal.length);
      if (heading !== undefined) add(index, heading);
    }
  }
  if (nodes.length > 0) return nodes;
  for (const { pattern, least } of PARALLEL) {
    const series = Array.from(line.matchAll(pattern));
    if (series.length >= least) for (const { index, 0: heading } of series) add(index, heading);
  }
  return nodes;
}

/** The sentence that names a point, or its first clause where the sentence is long. */
function pointHeading(rest: string, from: number): string | undefined {
  const stop = rest.slice(from).search(/[。；！？：]/u);
  const comma = rest.slice(from).indexOf('，');
  if (comma > 1 && (stop === -1 || stop > CLAUSE)) return rest.slice(0, from + comma);
  if (stop < 2) return undefined;
  return rest.slice(0, from + stop + (rest.charAt(from + stop) === '。' ? 1 : 0));
}
