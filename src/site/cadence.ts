import type { Graph } from '../graph/types.ts';
import { toUrl } from '../schema/kinds.ts';

/** A beat of the year at which something recurs. */
export interface Cadence {
  /** Anchor on the page of the year. */
  readonly id: string;
  readonly label: string;
  /** Words of a 频次 or 多久一次 that mean this beat. */
  readonly words: RegExp;
}

/**
 * The beats of a branch's year, from the shortest to the longest. 上半年, 验收后半年 and 年内 name a moment, not a
 * beat; what has no beat in the year (随时, 每次会议) stands in none.
 */
export const CADENCES: readonly Cadence[] = [
  { id: 'month', label: '每月', words: /每月|按月/u },
  { id: 'quarter', label: '每季度', words: /每季|按季/u },
  { id: 'half-year', label: '每半年', words: /(?<![上后])半年(?!后)/u },
  { id: 'year-start', label: '年初', words: /年初/u },
  { id: 'year', label: '每年', words: /每年/u },
  { id: 'year-end', label: '年底', words: /年底|年终/u },
  { id: 'term', label: '每届任期', words: /任期|换届|每届/u },
];

/** Something to do or to show at a beat, in the words of its entry. */
export interface RecurringTask {
  readonly text: string;
  /** 频次 as written, the editor's hint included. */
  readonly when: string;
  /** 谁来做, where the entry says so. */
  readonly who?: string;
  /** Why it is not a source's: the editor wrote the step, or put the criterion under this standard. */
  readonly mark?: '编者' | '编者关联';
  /** Address from the root of the site, with the anchor. */
  readonly url: string;
  /** Title of the entry it stands in. */
  readonly title: string;
}

/** What recurs at one beat. */
export interface CadenceGroup {
  readonly cadence: Cadence;
  /** Criteria of standards and 五化: what is looked at. */
  readonly criteria: readonly RecurringTask[];
  /** Steps of measures: what may be done. */
  readonly steps: readonly RecurringTask[];
}

/**
 * Gather what recurs, by beat. Whatever names two beats (“每季度或每半年”) stands at both.
 *
 * No source groups them so: the page says 编者关联.
 *
 * @returns Groups in the order of {@link CADENCES}, those without any left out; tasks in graph order.
 * @example
 * groupByCadence(graph)[0]?.cadence.label; // '每月'
 * groupByCadence(graph)[0]?.criteria[0]?.when; // '一般每月一次'
 */
export function groupByCadence(graph: Graph): CadenceGroup[] {
  const criteria = criterionTasks(graph);
  const steps = stepTasks(graph);
  return CADENCES.flatMap((cadence) => {
    const here = ({ when }: RecurringTask): boolean => cadence.words.test(when);
    const group = { cadence, criteria: criteria.filter(here), steps: steps.filter(here) };
    return group.criteria.length + group.steps.length === 0 ? [] : [group];
  });
}

function criterionTasks(graph: Graph): RecurringTask[] {
  return [...graph.criteria.values()].flatMap(({ criterion, standard }) =>
    criterion.frequency === undefined
      ? []
      : {
          text: criterion.text,
          when: criterion.frequency,
          ...(criterion.editorial ? { mark: '编者关联' as const } : {}),
          url: `${toUrl(standard.kind, standard.id)}#${criterion.id}`,
          title: standard.data.title,
        },
  );
}

function stepTasks(graph: Graph): RecurringTask[] {
  return graph.entries.flatMap((entry) =>
    entry.kind !== 'measure'
      ? []
      : entry.data.steps.flatMap(({ do: text, when, who, cite }) =>
          when === undefined
            ? []
            : {
                text,
                when,
                ...(who === undefined ? {} : { who }),
                ...(cite.length === 0 ? { mark: '编者' as const } : {}),
                url: `${toUrl('measure', entry.id)}#steps`,
                title: entry.data.title,
              },
        ),
  );
}
