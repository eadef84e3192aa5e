import { linesOf } from '../lines.ts';
import { ENUM_OPENERS } from './ordinals.ts';
import type { Node } from './read-outline.ts';

/** A point's opening sentence is a heading of its own kind up to this length (code units). */
const LONGEST = 60;

/** A paragraph's opening sentence counts as a run-in heading up to this length. */
const RUN_IN = 40;

/** Run-in headings come in series; a single short opening sentence is prose. */
const SERIES = 2;

/**
 * Find the headings of a second kind: run-in sentences that open paragraphs (坚持纵向到底，实现全覆盖。…), and points
 * inside paragraphs (一是…。二是…。). Their level is one below the formal heading they stand under.
 *
 * @param formal - Formal nodes and labels in reading order, with offsets in the same text.
 * @example
 * findPoints('一是坚持强基固本。通过学习教育抓实基本建设。二是突出问题导向。对照要求找差距。', []).length; // 2
 */
export function findPoints(text: string, formal: readonly Node[]): Node[] {
  const headed = new Set(formal.filter(({ form }) => form !== 'runin').map(({ offset }) => offset));
  const nodes: Node[] = [];
  let index = 0;
  let section: { level: number; runIns: Node[] } = { level: 0, runIns: [] };
  const close = (): void => {
    if (section.runIns.length >= SERIES) nodes.push(...section.runIns);
    section.runIns = [];
  };
  for (const line of linesOf(text)) {
    while (index < formal.length && (formal[index]?.offset ?? 0) <= line.start) {
      close();
      const node = formal[index];
      section = { level: node?.form === 'label' ? 0 : (node?.level ?? 0), runIns: [] };
      index += 1;
    }
    if (headed.has(line.start) || line.text === '' || line.text.startsWith('|')) continue;
    const runIn = runInOf(line.text);
    const level = section.level + 1;
    if (runIn !== undefined)
      section.runIns.push({ level, heading: runIn, form: 'runin', offset: line.start });
    nodes.push(...pointsIn(line.text, line.start, runIn === undefined ? level : level + 1));
  }
  close();
  return nodes;
}

/** The opening sentence of a paragraph that goes on, where it reads as a heading. */
function runInOf(line: string): string | undefined {
  const stop = line.search(/[。！？；：]/u);
  if (stop < 4 || stop > RUN_IN || line.charAt(stop) !== '。' || stop + 10 > line.length)
    return undefined;
  const sentence = line.slice(0, stop + 1);
  if (
    (sentence.match(/，/gu)?.length ?? 0) > 1 ||
    /[“”]$|^(?:同志|因此|所以|但|而|这|那|此外|当前|总之|下面|会议)/u.test(sentence)
  )
    return undefined;
  return sentence;
}

/** Points inside a paragraph; a series needs a second member. */
function pointsIn(line: string, start: number, level: number): Node[] {
  const found: Node[] = [];
  for (const opener of ENUM_OPENERS) {
    const inside = new RegExp(`(?<=^|[。；：！？”])${opener.source.slice(1)}`, 'gu');
    const series = Array.from(line.matchAll(inside)).filter(
      ({ index }) => index > 0 || opener !== ENUM_OPENERS[0] || true,
    );
    if (series.length < 2) continue;
    for (const match of series) {
      const rest = line.slice(match.index, match.index + LONGEST);
      const from = match[0].length;
      const comma = /[，,]$/u.test(match[0]) ? 0 : rest.slice(from).search(/[，]/u);
      const stop = rest.slice(from).search(/[。；！？：]/u);
      const end = stop === -1 ? (comma > 0 ? comma : -1) : stop;
      if (end < 2) continue;
      found.push({
        level,
        heading: rest.slice(0, from + end + (rest.charAt(from + end) === '。' ? 1 : 0)),
        form: 'enum',
        offset: start + match.index,
      });
    }
  }
  return found;
}
