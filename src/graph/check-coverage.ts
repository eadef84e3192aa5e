import { z } from 'astro/zod';
import { LineCounter, parseDocument, type Document } from 'yaml';
import { entryId } from '../schema/fields.ts';
import type { Entry } from '../schema/entry.ts';
import type { Finding } from '../schema/finding.ts';
import { listAnchors } from './check-bodies.ts';
import { findNearestId } from './nearest-id.ts';
import { toSchemaFindings } from './schema-findings.ts';
import type { Graph } from './types.ts';

const FACT_ID = /^[a-z]+(?:-[a-z0-9]+)+$/u;

/** `coverage.yaml`: the facts that the sources hold, and the place in the content that carries each. */
const coverageSchema = z.strictObject({
  /** Ids of all facts by kind: what must be carried. Nothing is removed here when an entry goes. */
  facts: z.record(z.string(), z.array(z.string().regex(FACT_ID, '应为如 p-two-skins')).min(1)),
  /** Where each fact stands: an entry, and the section, criterion or heading in it. */
  places: z.record(
    z.string(),
    z.strictObject({ entry: entryId, anchor: z.string().min(1).optional() }),
  ),
});

type Place = z.infer<typeof coverageSchema>['places'][string];
type LineOf = (path: readonly (string | number)[]) => number;

/** Sections that are on a page only when the entry has something to put there. */
const SECTION_FIELDS: Readonly<Record<string, readonly string[]>> = {
  signs: ['signs'],
  causes: ['causes'],
  steps: ['steps'],
  outcomes: ['outcomes'],
  limits: ['limits', 'risks'],
  members: ['members'],
  confusable: ['confusable'],
  criteria: ['criteria'],
  damage: ['damage'],
  history: ['history'],
  notes: ['notes'],
};

/**
 * Check that every fact of the coverage table has a place, and that every place is there.
 *
 * @param file - Path shown in findings.
 * @param raw - Text of `coverage.yaml`.
 * @param graph - The content; entries with findings are not in it.
 * @returns Findings in order of their lines: YAML and schema faults, facts without a place or listed twice,
 *   places of unknown facts, and places whose entry, anchor or section does not exist.
 * @example
 * checkCoverage('coverage.yaml', 'facts:\n  problem: [p-two-skins]\nplaces: {}\n', graph);
 * // [{ rule: 'coverage', message: '盘点事实没有着落', actual: 'p-two-skins', … }]（“两张皮”没有条目）
 */
export function checkCoverage(file: string, raw: string, graph: Graph): Finding[] {
  const lines = new LineCounter();
  const document = parseDocument(raw, { lineCounter: lines, prettyErrors: false });
  const error = document.errors[0];
  if (error !== undefined) {
    return [
      {
        rule: 'coverage',
        place: { file, line: lines.linePos(error.pos[0]).line },
        message: `YAML 写法有误：${error.message.split('\n')[0] ?? ''}`,
      },
    ];
  }
  const lineOf: LineOf = (path) => findLine(document, lines, path);
  const data = document.toJS() as unknown;
  const result = coverageSchema.safeParse(data);
  if (!result.success) {
    return toSchemaFindings(file, result.error.issues, lineOf, () => undefined);
  }
  const { facts, places } = result.data;
  const listed = Object.entries(facts).flatMap(([kind, ids]) =>
    ids.map((id, index) => ({ id, line: lineOf(['facts', kind, index]) })),
  );
  const known = new Set(listed.map(({ id }) => id));
  const seen = new Set<string>();
  const findings = [
    ...listed.flatMap(({ id, line }) => {
      const found: Finding[] = [];
      if (seen.has(id)) found.push(toFinding(file, line, '盘点事实列了两次', id));
      else if (places[id] === undefined) {
        found.push(
          toFinding(file, line, '盘点事实没有着落', id, `places 中写 ${id}: { entry: … }`),
        );
      }
      seen.add(id);
      return found;
    }),
    ...Object.entries(places).flatMap(([id, place]) => {
      const line = lineOf(['places', id]);
      if (!known.has(id)) {
        const nearest = findNearestId(id, known);
        return [toFinding(file, line, '着落写了未列出的盘点事实', id, 'facts 中的 id', nearest)];
      }
      return checkPlace(place, graph).map((fault) => ({ ...fault, place: { file, line } }));
    }),
  ];
  return findings.sort((a, b) => (a.place.line ?? 0) - (b.place.line ?? 0));
}

function checkPlace({ entry: id, anchor }: Place, graph: Graph): Omit<Finding, 'place'>[] {
  const entry = graph.byId.get(id);
  if (entry === undefined) {
    const nearest = findNearestId(id, graph.byId.keys());
    return [toFault('着落的条目不存在', id, '条目 id', nearest)];
  }
  if (anchor === undefined) return [];
  const anchors = listAnchors(entry);
  if (!anchors.includes(anchor)) {
    const nearest = findNearestId(anchor, anchors);
    return [toFault('着落的锚点不存在', `${id}#${anchor}`, '小节、标准条目或标题', nearest)];
  }
  if (isEmptySection(entry, anchor)) {
    return [toFault('着落的小节是空的，页面上没有', `${id}#${anchor}`, '有内容的小节')];
  }
  return [];
}

function isEmptySection(entry: Entry, anchor: string): boolean {
  const data: Readonly<Record<string, unknown>> = entry.data;
  const values = (SECTION_FIELDS[anchor] ?? []).map((field) => data[field]);
  const lists = values.filter((value) => Array.isArray(value));
  return lists.length > 0 && lists.every((list) => list.length === 0);
}

function toFault(
  message: string,
  actual: string,
  expected: string,
  nearest?: string,
): Omit<Finding, 'place'> {
  return {
    rule: 'coverage',
    message,
    actual,
    expected,
    ...(nearest === undefined ? {} : { nearest }),
  };
}

function toFinding(
  file: string,
  line: number,
  message: string,
  actual: string,
  expected = '每条一次',
  nearest?: string,
): Finding {
  return { ...toFault(message, actual, expected, nearest), place: { file, line } };
}

function findLine(
  document: Document,
  lines: LineCounter,
  path: readonly (string | number)[],
): number {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    if (typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)) {
      return lines.linePos(Number(node.range[0])).line;
    }
  }
  return 1;
}
