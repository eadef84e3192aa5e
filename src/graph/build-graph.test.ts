import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { formatFinding } from '../schema/finding.ts';
import { buildGraph } from './build-graph.ts';
import { groupLinks } from './link-groups.ts';
import type { ContentFile } from './parse-entry.ts';
import { toCsv, toKb } from './to-kb.ts';

const ROOT = join(import.meta.dirname, '../../tests/fixtures/content-small');

function readSmallContent(): ContentFile[] {
  return readdirSync(ROOT).flatMap((folder) =>
    readdirSync(join(ROOT, folder)).map((name) => ({
      file: `${folder}/${name}`,
      raw: readFileSync(join(ROOT, folder, name), 'utf8'),
    })),
  );
}

/** The small content with one edit: the text must occur, so that a case cannot pass by missing its target. */
function withFault(file: string, from: string, to: string): ContentFile[] {
  return readSmallContent().map((item) => {
    if (item.file !== file) return item;
    expect(item.raw).toContain(from);
    return { file, raw: item.raw.replace(from, to) };
  });
}

const MEASURE = 'measures/plan-together.mdx';
const PROBLEM = 'problems/two-skins.mdx';
const TERM = 'terms/san-hui-yi-ke.mdx';
const CHECKLIST = 'checklists/check-plan.mdx';

const FAULTS = [
  {
    name: 'a measure that treats a missing problem',
    edit: [MEASURE, 'to: two-skins', 'to: two-skin'],
    expected: [
      `${MEASURE}:9  [dangling-target] “解决的问题”指向的条目不存在（现为 two-skin；应为 问题条目的 id；最接近的是 two-skins）`,
    ],
  },
  {
    name: 'a measure that treats a missing problem, no id being near',
    edit: [MEASURE, 'to: two-skins', 'to: overload'],
    expected: [
      `${MEASURE}:9  [dangling-target] “解决的问题”指向的条目不存在（现为 overload；应为 问题条目的 id，即 problems/ 里的文件名）`,
    ],
  },
  {
    name: 'a measure that treats something that is no problem',
    edit: [MEASURE, 'to: two-skins', 'to: five-ones'],
    expected: [
      `${MEASURE}:9  [wrong-kind] “解决的问题”指向的条目类别不对（现为 five-ones（标准）；应为 问题）`,
    ],
  },
  {
    name: 'a criterion that does not exist',
    edit: [CHECKLIST, 'wuhua.zhidu.01', 'wuhua.zhidu.02'],
    expected: [
      `${CHECKLIST}:17  [dangling-criterion] “核对的标准条目”引用的标准条目不存在（现为 wuhua.zhidu.02；应为 某个标准或五化页 criteria 中的 id；最接近的是 wuhua.zhidu.01）`,
    ],
  },
  {
    name: 'a citation key that is not declared',
    edit: [
      MEASURE,
      '每年一次, evidence: 年度计划, cite: [a]',
      '每年一次, evidence: 年度计划, cite: [b]',
    ],
    expected: [`${MEASURE}:13  [dangling-cite] 引用的出处没有在 cites 中声明（现为 b；应为 a）`],
  },
  {
    name: 'a citation key in the body that is not declared',
    edit: [PROBLEM, '<Cite id="a" />', '<Cite id="x" />'],
    expected: [`${PROBLEM}:20  [dangling-cite] 引用的出处没有在 cites 中声明（现为 x；应为 a）`],
  },
  {
    name: 'a field that the model does not know',
    edit: [TERM, 'members:', 'member:'],
    expected: [
      `${TERM}:11  [schema] 字段 member：没有这个字段（现为 [{"text":"支部党员大会","cite":["a"]}]）`,
    ],
  },
  {
    name: 'a missing title',
    edit: [TERM, 'title: 三会一课\n', ''],
    expected: [`${TERM}:1  [schema] 字段 title：缺少（应为 文字）`],
  },
  {
    name: 'an audience outside the list',
    edit: [PROBLEM, 'audience: [机关]', 'audience: [衙门]'],
    expected: [
      `${PROBLEM}:5  [schema] 字段 audience[1]：不在允许的取值之内（现为 "衙门"；应为 机关、事业单位、国企、科研院所、铁路、施工企业、农垦、农村、社区、非公企业和社会组织、高校、通用）`,
    ],
  },
  {
    name: 'YAML that cannot be read',
    edit: [TERM, 'aliases: [三会一课制度]', 'aliases: [三会一课制度'],
    expected: [new RegExp(`^${TERM}:\\d+ {2}\\[front-matter\\] YAML 写法有误`, 'u')],
  },
  {
    name: 'a body link to a missing page',
    edit: [PROBLEM, '/terms/san-hui-yi-ke/#definition', '/terms/san-hui-yi-che/'],
    expected: [
      `${PROBLEM}:20  [dangling-target] 站内链接指向的条目不存在（现为 /terms/san-hui-yi-che/；应为 /terms/<id>/；最接近的是 san-hui-yi-ke）`,
    ],
  },
  {
    name: 'a body link to an anchor that no heading has',
    edit: [PROBLEM, '#definition', '#defnition'],
    expected: [
      new RegExp(`^${PROBLEM}:20 {2}\\[dangling-anchor\\].*最接近的是 definition）$`, 'u'),
    ],
  },
  {
    name: 'a body link whose anchor has a stray percent sign',
    edit: [PROBLEM, '#definition', '#100%'],
    expected: [new RegExp(`^${PROBLEM}:20 {2}\\[dangling-anchor\\].*（现为 .*#100%；`, 'u')],
  },
  {
    name: 'an expression in the body',
    edit: [PROBLEM, '**注意：**', '{1 + 1}'],
    expected: [
      new RegExp(`^${PROBLEM}:20 {2}\\[body-syntax\\] 正文里有不允许的写法（现为 \\{ \\}`, 'u'),
    ],
  },
  {
    name: 'a criterion id that belongs to another page',
    edit: ['standards/five-ones.mdx', 'id: five-ones.02', 'id: six-haves.02'],
    expected: [
      'standards/five-ones.mdx:9  [id-format] 条目号应以所在页面的 id 开头（现为 six-haves.02；应为 five-ones.01）',
    ],
  },
  {
    name: 'a criterion id used twice',
    edit: ['standards/five-ones.mdx', 'id: five-ones.02', 'id: five-ones.01'],
    expected: [
      'standards/five-ones.mdx:9  [duplicate-id] id 已被 standards/five-ones.mdx:8 使用（现为 five-ones.01；应为 全站唯一的 id）',
    ],
  },
  {
    name: 'a relation declared on both sides',
    edit: [TERM, 'notes:', 'related:\n  - { to: two-skins }\nnotes:'],
    expected: [
      `${TERM}:15  [redundant-link] 这两个条目已有更确切的关系，不必再写“相关”（现为 two-skins；应为 删去这条 related）`,
    ],
  },
] as const;

describe('a content folder with one fault', () => {
  test.each(FAULTS)('$name', ({ edit, expected }) => {
    const findings = buildGraph(withFault(edit[0], edit[1], edit[2])).findings.map((finding) =>
      formatFinding(finding),
    );
    expect(findings).toHaveLength(expected.length);
    for (const line of expected) {
      expect(findings).toContainEqual(
        typeof line === 'string' ? line : expect.stringMatching(line),
      );
    }
  });

  test.each(['#phase-before', '#check-plan.01', '#wuhua.zhidu.01'])(
    'a body link to %s of a checklist is none',
    (anchor) => {
      const files = withFault(
        PROBLEM,
        '/terms/san-hui-yi-ke/#definition',
        `/checklists/check-plan/${anchor}`,
      );
      expect(buildGraph(files).findings).toEqual([]);
    },
  );

  test('an entry nothing links to, and a source nothing cites', () => {
    const lone = readSmallContent().map((item) =>
      item.file === TERM
        ? {
            ...item,
            raw: item.raw
              .replace(/see:[\s\S]*?notes:/u, 'notes:')
              .replaceAll('reg-sample', 'sample-article'),
          }
        : item.file === CHECKLIST
          ? { ...item, raw: item.raw.replaceAll('reg-sample', 'sample-article') }
          : item,
    );
    const rules = buildGraph(lone).findings.map(({ rule, place }) => `${rule} ${place.file}`);
    expect(rules).toEqual(['unused-source sources/reg-sample.mdx', `orphan ${TERM}`]);
  });

  test('a file that was not saved as UTF-8, with the line', () => {
    const raw = Buffer.from(readFileSync(join(ROOT, TERM))).toString('latin1');
    const broken = Buffer.from(raw.replace('summary: ', 'summary: \xb5\xb3\xbf\xce'), 'latin1');
    const files = readSmallContent().map((item) =>
      item.file === TERM ? { file: TERM, raw: broken.toString('utf8') } : item,
    );
    expect(buildGraph(files).findings.map((finding) => formatFinding(finding))).toContain(
      `${TERM}:3  [front-matter] 文件不是 UTF-8 编码，这里有读不出的字（应为 在编辑器里另存为 UTF-8）`,
    );
  });

  test('a byte-order mark and Windows line ends are no fault', () => {
    const files = readSmallContent().map(({ file, raw }) => ({
      file,
      raw: `\uFEFF${raw.replaceAll('\n', '\r\n')}`,
    }));
    expect(buildGraph(files).findings).toEqual([]);
  });

  test('an alias that two terms claim without 易混', () => {
    const other = readSmallContent().find((item) => item.file === TERM);
    const files = [
      ...readSmallContent(),
      {
        file: 'terms/san-hui.mdx',
        raw: other?.raw.replace('title: 三会一课', 'title: 三会') ?? '',
      },
    ];
    expect(buildGraph(files).findings.map((finding) => formatFinding(finding))).toContain(
      'terms/san-hui.mdx:4  [alias-clash] 名称“三会一课制度”已被 terms/san-hui-yi-ke.mdx 使用，两处都没有写明易混（现为 三会一课制度；应为 confusable 中写 to: san-hui-yi-ke 和区别）',
    );
  });

  test('several faults are all listed, in file order', () => {
    const files = withFault(MEASURE, 'to: two-skins', 'to: nothing-like-it').map((item) =>
      item.file === TERM
        ? { ...item, raw: item.raw.replace('to: two-skins', 'to: nowhere') }
        : item,
    );
    expect(buildGraph(files).findings.map((finding) => finding.place.file)).toEqual([
      MEASURE,
      TERM,
    ]);
  });
});

describe('the small content', () => {
  const { graph, findings } = buildGraph(readSmallContent());

  test('is without findings', () => {
    expect(findings).toEqual([]);
    expect(graph.entries).toHaveLength(8);
  });

  test('drafts are left out', () => {
    const files = withFault(TERM, 'definition:', 'draft: true\ndefinition:');
    expect(buildGraph(files).graph.byId.has('san-hui-yi-ke')).toBe(false);
  });

  test('a relation declared once shows on both pages, with its editorial mark', () => {
    const ofProblem = groupLinks(graph, 'two-skins').map(({ rel, links }) => [
      rel,
      links.map(({ entry, editorial }) => `${entry.id}${editorial ? ' 编者关联' : ''}`),
    ]);
    expect(ofProblem).toEqual([
      ['treatedBy', ['plan-together']],
      ['guardedBy', ['five-ones 编者关联']],
      ['seenFrom', ['san-hui-yi-ke 编者关联']],
      ['cites', ['sample-article']],
    ]);
    expect(groupLinks(graph, 'zhidu').map(({ rel }) => rel)).toEqual([
      'metBy',
      'checkedBy',
      'cites',
    ]);
  });

  test('kb.json holds every entry and criterion, and every link in it leads somewhere', () => {
    const kb = toKb(graph, '/kb/');
    const known = new Set([...kb.entries.map(({ id }) => id), ...kb.criteria.map(({ id }) => id)]);
    expect(kb.entries.find(({ id }) => id === 'san-hui-yi-ke')?.url).toBe(
      '/kb/terms/san-hui-yi-ke/',
    );
    expect(kb.criteria[0]).toEqual({
      id: 'five-ones.01',
      standard: 'five-ones',
      text: '有一本工作台账',
      url: '/kb/standards/five-ones/#five-ones.01',
    });
    expect(kb.entries.flatMap(({ links }) => links).filter(({ to }) => !known.has(to))).toEqual([]);
    expect(kb.entries.find(({ id }) => id === 'two-skins')?.links).toContainEqual({
      rel: 'treatedBy',
      to: 'plan-together',
      editorial: false,
    });
  });

  test('a CSV cell that a spreadsheet would run as a formula stays text', () => {
    const kb = toKb(graph, '/');
    const hostile = { ...kb, entries: [{ ...kb.entries[0]!, title: '=HYPERLINK("x")' }] };
    expect(toCsv(hostile).split('\r\n')[1]).toContain(`"'=HYPERLINK(""x"")"`);
  });
});
