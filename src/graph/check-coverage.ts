import { z } from 'astro/zod';
import { entryId } from '../schema/fields.ts';
import type { Entry } from '../schema/entry.ts';
import type { Finding } from '../schema/finding.ts';
import { listAnchors } from './list-anchors.ts';
import { findNearestId } from './nearest-id.ts';
import { readYaml } from './read-yaml.ts';
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

type Coverage = z.infer<typeof coverageSchema>;
type Place = Coverage['places'][string];
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
  const yaml = readYaml(raw);
  if ('message' in yaml) {
    const { line, message, expected } = yaml;
    return [{ rule: 'coverage', place: { file, line }, message, expected }];
  }
  const lineOf: LineOf = (path) => yaml.lineOf(path) ?? 1;
  const result = coverageSchema.safeParse(yaml.data);
  if (!result.success) {
    return toSchemaFindings(file, result.error.issues, lineOf, () => undefined);
  }
  const findings = [
    ...checkFacts(file, result.data, lineOf),
    ...checkPlaces(file, result.data, lineOf, graph),
  ];
  return findings.sort((a, b) => (a.place.line ?? 0) - (b.place.line ?? 0));
}

function checkFacts(file: string, { facts, places }: Coverage, lineOf: LineOf): Finding[] {
  const seen = new Set<string>();
  return Object.entries(facts).flatMap(([kind, ids]) =>
    ids.flatMap((id, index) => {
      const line = lineOf(['facts', kind, index]);
      if (seen.has(id)) return [toFinding(file, line, '盘点事实列了两次', id)];
      seen.add(id);
      if (places[id] !== undefined) return [];
      return [toFinding(file, line, '盘点事实没有着落', id, `places 中写 ${id}: { entry: … }`)];
    }),
  );
}

function checkPlaces(
  file: string,
  { facts, places }: Coverage,
  lineOf: LineOf,
  graph: Graph,
): Finding[] {
  const known = new Set(Object.values(facts).flat());
  return Object.entries(places).flatMap(([id, place]) => {
    const line = lineOf(['places', id]);
    if (!known.has(id)) {
      const nearest = findNearestId(id, known);
      return [toFinding(file, line, '着落写了未列出的盘点事实', id, 'facts 中的 id', nearest)];
    }
    return checkPlace(place, graph).map((fault) => ({ ...fault, place: { file, line } }));
  });
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
