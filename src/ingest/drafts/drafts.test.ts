import { parse } from 'yaml';
import { describe, expect, test } from 'vitest';
import { SCHEMAS } from '../../schema/entry.ts';
import type { OutlineNode, Report, SectionType } from '../types.ts';
import { emitDraft } from './emit-draft.ts';
import { findNumberedSets } from './find-numbered-sets.ts';
import { makeDrafts, type DraftContext } from './make-drafts.ts';
import { toSections } from './sections.ts';
import { compareWith, type KnownEntry } from './similar-entries.ts';
import { shorten, splitPoints } from './split-points.ts';

const KNOWN: KnownEntry[] = [
  {
    id: 'loose-life',
    kind: 'problem',
    title: '组织生活松散',
    text: '组织生活松散，有空就参加，没空就不来',
  },
  {
    id: 'two-skins',
    kind: 'problem',
    title: '党建与业务两张皮',
    text: '党建与业务两张皮，各唱各的调',
  },
  { id: 'duty.01', kind: 'criterion', title: '按时开会', text: '支部大会按季度召开，记录完整' },
];

const context: DraftContext = {
  slug: 'mou-wen',
  source: 'some-source',
  suggest: compareWith(KNOWN),
  taken: new Set(['liu-you-liu-wu']),
};

/** An article from lines; those with a type are headings. */
function toReport(
  lines: readonly (readonly [text: string, level?: number, type?: SectionType])[],
): Report {
  const outline: OutlineNode[] = [];
  let text = '';
  for (const [line, level, type] of lines) {
    if (level !== undefined && type !== undefined) {
      outline.push({ level, heading: line, type, form: 'line', offset: text.length });
    }
    text += `${line}\n`;
  }
  const empty = {
    author: null,
    org: null,
    publication: null,
    ledger: [],
    warnings: [],
    duplicates: [],
  };
  return {
    input: 'a.txt',
    encoding: 'utf-8',
    title: '某文',
    date: '2021-04',
    outline,
    text: text.trim(),
    ...empty,
  };
}

const ARTICLE = toReport([
  ['一、存在的问题', 1, 'problem'],
  ['（一）组织生活不严', 2, 'problem'],
  ['有的党员有空就参加，没空就不来。会议记录{空白}。'],
  ['二、主要做法', 1, 'measure'],
  ['（一）抓实会议', 2, 'measure'],
  ['一是由支部书记每季度召开一次支部大会。二是会后三天内整理记录。'],
  ['三、建设标准', 1, 'standard'],
  [
    '深化“六有六无”（有班子、有产业、有场所、有民约、有组织、有环境；无返贫、无越访、无案件、无事故、无违纪、无脏乱）创建。',
  ],
]);

describe('toSections', () => {
  test('gives each heading its path, its range and its children', () => {
    const sections = toSections(ARTICLE);
    expect(sections.map((section) => section.path.join(' > '))).toEqual([
      '一、存在的问题',
      '一、存在的问题 > （一）组织生活不严',
      '二、主要做法',
      '二、主要做法 > （一）抓实会议',
      '三、建设标准',
    ]);
    expect(sections[1]?.body).toBe('有的党员有空就参加，没空就不来。会议记录{空白}。');
    expect(sections[0]?.children).toEqual([sections[1]]);
    expect(ARTICLE.text.slice(sections[2]?.start, sections[2]?.end)).toMatch(
      /^二、主要做法[^]*整理记录。\n$/,
    );
  });
});

describe('splitPoints', () => {
  test.each([
    { text: '一是强化责任。书记带头。二是持续改进。', points: ['强化责任。书记带头', '持续改进'] },
    { text: '（1）按期换届；（2）交纳党费。', points: ['按期换届', '交纳党费'] },
    { text: '首先，学习。其次，讨论。最后，总结。', points: ['学习', '讨论', '总结'] },
    {
      text: '每月召开一次会议。他说：“要认真。”大家同意。',
      points: ['每月召开一次会议', '他说：“要认真。”大家同意'],
    },
    { text: '完成1.5万元的任务。', points: ['完成1.5万元的任务'] },
  ])('cuts $text', ({ text, points }) => expect(splitPoints(text)).toEqual(points));
});

describe('shorten', () => {
  test('cuts at punctuation, else with an ellipsis that never splits a character', () => {
    expect(shorten('坚持纵向到底，实现党的组织全覆盖', 8)).toBe('坚持纵向到底');
    expect(shorten('𠀀'.repeat(10), 8).isWellFormed()).toBe(true);
  });
});

describe('findNumberedSets', () => {
  test.each([
    { text: '“两有一无”（有场所、有制度；无违纪）创建', sets: [['两有一无', 3]] },
    {
      text: '实施“五创一促”：单位创品牌、支部创方法、党员创标杆、工作创体系、作用创质效，促质量提升。',
      sets: [['五创一促', 6]],
    },
    {
      text: '抓好五个方面的建设，即思想建设；组织建设；作风建设；纪律建设；制度建设。',
      sets: [['五个方面', 5]],
    },
    { text: '落实“三会一课”制度，不走过场，严起来，实起来，长期坚持。', sets: [] },
    { text: '“三亮”（亮身份、亮职责）不全', sets: [] },
    { text: '“三有两无”（有甲、有乙、无丙、无丁、有戊）次序不对', sets: [] },
  ])('in $text', ({ text, sets }) => {
    expect(findNumberedSets(text).map(({ name, items }) => [name, items.length])).toEqual(sets);
  });
});

describe('compareWith', () => {
  test('puts the entry with the rarest common words first and names them', () => {
    const [best] = context.suggest('有的党员没空就不来', 'problem', 3);
    expect(best?.to.id).toBe('loose-life');
    expect(best?.shared[0]).toBe('没空就不来');
    expect(best?.score).toBeGreaterThan(0.2);
  });

  test('suggests nothing where nothing is shared', () => {
    expect(context.suggest('完全不同的话题', 'problem', 3)).toEqual([]);
  });
});

describe('makeDrafts', () => {
  const drafts = makeDrafts(ARTICLE, context);

  test('makes a problem, a measure with steps, and a standard of twelve criteria', () => {
    expect(drafts.map(({ kind, id }) => `${kind} ${id}`)).toEqual([
      'problem zu-zhi-sheng-huo-bu-yan',
      'measure zhua-shi-hui-yi',
      'standard liu-you-liu-wu-2',
    ]);
    const measure = SCHEMAS.measure.parse(drafts[1]?.data);
    expect(measure.steps).toEqual([
      { do: '由支部书记每季度召开一次支部大会', who: '支部书记', when: '每季度', cite: ['a'] },
      { do: '会后三天内整理记录', cite: ['a'] },
    ]);
    const standard = SCHEMAS.standard.parse(drafts[2]?.data);
    expect(standard.criteria).toHaveLength(12);
    expect(standard.criteria[11]).toMatchObject({ id: 'liu-you-liu-wu-2.12', text: '无脏乱' });
  });

  test('says where each comes from, links to what is alike, and stays a draft', () => {
    const problem = SCHEMAS.problem.parse(drafts[0]?.data);
    expect(problem.cites[0]).toMatchObject({
      source: 'some-source',
      at: '一、存在的问题 > （一）组织生活不严',
    });
    expect(problem.notes[0]).toMatch(/《某文》（文库 mou-wen）第 \d+–\d+ 字/);
    expect(problem.related[0]).toMatchObject({ to: 'loose-life', editorial: true });
    expect(problem.related[0]?.note).toMatch(/相似 0\.\d\d，共有：.*没空就不来/);
    expect(problem.year).toBe(2021);
    expect(drafts.every((draft) => draft.data['draft'] === true)).toBe(true);
  });

  test('passes the schema also where nothing exists to link to', () => {
    const alone = makeDrafts(ARTICLE, { ...context, suggest: () => [], taken: new Set() });
    for (const { kind, data } of alone) expect(SCHEMAS[kind].safeParse(data).success).toBe(true);
  });
});

describe('emitDraft', () => {
  test('writes front matter that reads back, and a passage in which nothing is code', () => {
    const [draft] = makeDrafts(ARTICLE, context);
    if (draft === undefined) throw new Error('no draft');
    const mdx = emitDraft({ ...draft, excerpt: 'import x from "y"\n<b>{空白}</b>\n---' });
    const [, yaml = ''] = /^---\n([^]*?)\n---\n/.exec(mdx) ?? [];
    expect(parse(yaml)).toEqual(draft.data);
    expect(mdx.endsWith('> import x from "y"\n>\n> \\<b\\>\\{空白\\}\\</b\\>\n>\n> \\---\n')).toBe(
      true,
    );
  });
});
