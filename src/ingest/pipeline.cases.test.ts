import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ingestDocument } from './pipeline.ts';
import type { Report } from './types.ts';

const FIXTURES = join(import.meta.dirname, '..', '..', 'tests', 'fixtures', 'ingest-core');

/** Read a fixture and ingest it; every fixture is a document of a kind that the rules were not written from. */
function ingest(name: string): readonly Report[] {
  const text = readFileSync(join(FIXTURES, name), 'utf8');
  const format = name.endsWith('.md') ? 'md' : 'txt';
  return ingestDocument({ name, format, encoding: 'utf-8', text, marks: [] }).articles.map(
    ({ report }) => report,
  );
}

function only(name: string): Report {
  const [report, ...more] = ingest(name);
  expect(more).toHaveLength(0);
  if (report === undefined) throw new Error(`${name}: no article`);
  return report;
}

/** An outline as lines: indent by level, heading, form. */
function outlineOf(report: Report): string[] {
  return report.outline.map(
    ({ level, heading, form }) => `${'  '.repeat(level - 1)}${heading} {${form}}`,
  );
}

/** The report of a plain text given here. */
function read(text: string): Report {
  const [article] = ingestDocument({
    name: 'a.txt',
    format: 'txt',
    encoding: 'utf-8',
    text,
    marks: [],
  }).articles;
  if (article === undefined) throw new Error('no article');
  return article.report;
}

describe('outlines', () => {
  test('the title of the one paper that a notice issues divides nothing', () => {
    const paper =
      '附件1\n机关党员积分管理办法\n一、积分对象\n机关各党支部所属在职党员，离退休党员自愿参加。\n二、积分构成\n党员积分由基础分、奖励分和扣减分三部分构成。\n';
    const notice =
      '关于印发《机关党员积分管理办法》的通知\n各党支部：\n现将办法印发给你们，请认真抓好贯彻落实。\n';
    expect(outlineOf(read(notice + paper))).toEqual(['一、积分对象 {line}', '二、积分构成 {line}']);
    const other = '附件2\n机关党员积分申报表\n一、填写说明\n每季度末由党员本人填写一次。\n';
    expect(outlineOf(read(notice + paper + other))).toEqual([
      '机关党员积分管理办法 {line}',
      '  一、积分对象 {line}',
      '  二、积分构成 {line}',
      '机关党员积分申报表 {line}',
      '  一、填写说明 {line}',
    ]);
  });

  test('a paragraph numbered （1） is headed by its name, where those beside it are named too', () => {
    const list =
      '组织生活会的准备\n一、会前准备\n（1）确定主题。支部委员会根据党员实际提出会议主题。\n（2）组织学习。采取集中学习和个人自学相结合的方式。\n';
    expect(outlineOf(read(list))).toEqual([
      '一、会前准备 {line}',
      '  （1）确定主题。 {glued}',
      '  （2）组织学习。 {glued}',
    ]);
    const sentences =
      '组织生活会的准备\n一、会前准备\n（1）支部委员会根据党员实际，提出会议主题。\n（2）党员采取集中学习和自学相结合的方式，学习文件。\n';
    expect(outlineOf(read(sentences))).toEqual(['一、会前准备 {line}']);
  });

  test('the part of a form stands above its minutes, the opening words of the chair between them', () => {
    const minutes =
      '第三党支部党员大会记录\n地点：活动室\n会议内容\n主持人：同志们，应到党员23人，实到21人，可以开会。\n一、集中学习\n宣传委员领学了有关文件，党员交流发言。\n二、讨论接收预备党员\n介绍人介绍了发展对象的情况，党员充分讨论。\n';
    expect(outlineOf(read(minutes))).toEqual([
      '会议内容 {line}',
      '  一、集中学习 {line}',
      '  二、讨论接收预备党员 {line}',
    ]);
  });

  test('below the table that a government site sets above a paper stand its title and its line of fields', () => {
    const report = read(
      '| 索引号：| 113700/2024-00132 | 发布机构：| 市发展改革委 |\n| --- | --- | --- | --- |\n市发展改革委机关党委2024年工作要点\n来源：机关党委 浏览次数：1286 字体：【大中小】\n一、总体要求\n各党支部应当按季度自查，年底由机关党委组织考核。\n',
    );
    expect([report.title, report.publication]).toEqual([
      '市发展改革委机关党委2024年工作要点',
      '机关党委',
    ]);
    expect(report.text).not.toMatch(/浏览次数|字体/u);
    expect(report.text).toContain('索引号');
  });

  test('the edition below a title belongs to it, the number of a meeting paper above it does not', () => {
    const body = '一、总体要求\n各党支部应当按季度自查，年底由机关党委组织考核。\n';
    expect(read(`机关党建工作考核评分细则\n（2022年版）\n${body}`).title).toBe(
      '机关党建工作考核评分细则（2022年版）',
    );
    const speech = read(`机关党建工作会议材料之一\n在机关党的建设工作会议上的讲话\n${body}`);
    expect([speech.title, speech.notes]).toEqual([
      '在机关党的建设工作会议上的讲话',
      ['机关党建工作会议材料之一'],
    ]);
  });

  test('a regulation: chapters, sections and articles; items of an article are no headings', () => {
    expect(outlineOf(only('regulation.txt'))).toEqual([
      '第一章 总则 {line}',
      '  第一条 {runin}',
      '  第二条 {runin}',
      '第二章 组织设置 {line}',
      '  第三条 {runin}',
      '  第四条 {runin}',
      '第三章 基本任务 {line}',
      '  第一节 委员会的职责 {line}',
      '    第五条 {runin}',
      '第四章 附则 {line}',
      '  第六条 {runin}',
      '  第七条 {runin}',
    ]);
  });

  test('a text without line breaks: known headings, glued ordinals, headings with a full stop', () => {
    expect(outlineOf(only('lost-line-breaks.txt'))).toEqual([
      '一、指导思想 {glued}',
      '二、工作目标 {glued}',
      '三、主要任务 {glued}',
      '  （一）加强思想建设。 {glued}',
      '  （二）加强组织建设。 {glued}',
      '  （三）加强作风建设。 {glued}',
      '四、保障措施 {glued}',
    ]);
  });

  test('decimal numbers give the depth', () => {
    expect(outlineOf(only('decimal-manual.txt'))).toEqual([
      '1 范围 {line}',
      '2 组织生活 {line}',
      '  2.1 支部党员大会 {line}',
      '    2.1.1 会前准备 {line}',
      '    2.1.2 会议程序 {line}',
      '  2.2 党小组会 {line}',
      '3 档案管理 {line}',
      '  3.1 归档范围 {line}',
    ]);
  });

  test('words in 【】 head sections, numbered sentences with a body head parts of them', () => {
    expect(outlineOf(only('bracket-headings.txt'))).toEqual([
      '【背景】 {line}',
      '【做法】 {line}',
      '  1.建立责任清单。 {glued}',
      '  2.开展述职评议。 {glued}',
      '  3.强化结果运用。 {glued}',
      '【成效】 {line}',
      '【启示】 {line}',
    ]);
  });

  test('questions head their answers', () => {
    const report = only('question-page.txt');
    expect(report.title).toBe('什么是三会一课？');
    expect(outlineOf(report)).toEqual([
      '问：什么是“三会一课”？ {line}',
      '问：支部党员大会多久召开一次？ {line}',
      '问：党课由谁来讲？ {line}',
    ]);
  });

  test('parts, sections and stages; numbered sentences are items', () => {
    expect(outlineOf(only('parts-and-lists.txt'))).toEqual([
      '第一部分 组织设置 {line}',
      '  一、支部设立 {line}',
      '  二、换届选举 {line}',
      '    （一）准备阶段 {line}',
      '    （二）选举阶段 {line}',
      '第二部分 组织生活 {line}',
      '  一、三会一课 {line}',
      '  二、主题党日 {line}',
    ]);
  });

  test('unnumbered lines of a web page', () => {
    expect(outlineOf(only('web-page.txt'))).toEqual([
      '目标融合 {line}',
      '过程融合 {line}',
      '考核融合 {line}',
    ]);
  });

  test('paragraphs that count their points', () => {
    expect(outlineOf(only('counted-paragraphs.txt'))).toEqual([
      '第一，抓常。 {runin}',
      '第二，抓细。 {runin}',
      '第三，抓长。 {runin}',
    ]);
  });

  test('a speech: salutation, numbered parts, points of their own paragraphs', () => {
    expect(outlineOf(only('speech.txt'))).toEqual([
      '同志们： {line}',
      '一、充分肯定成绩，正视存在的问题 {line}',
      '  一是政治建设全面加强。 {runin}',
      '  二是组织建设持续规范。 {runin}',
      '二、突出重点任务，推动工作落实 {line}',
      '  （一）抓学习，筑牢思想根基。 {glued}',
      '  （二）抓支部，建强战斗堡垒。 {glued}',
      '  （三）抓作风，树立良好形象。 {glued}',
      '三、加强组织领导，确保取得实效 {line}',
    ]);
  });

  test('Markdown headings count in Markdown files', () => {
    const report = only('markdown.md');
    expect(report.title).toBe('机关党建工作要点');
    expect(outlineOf(report)).toEqual([
      '一、总体要求 {line}',
      '二、重点任务 {line}',
      '  （一）政治建设 {line}',
      '  （二）组织建设 {line}',
    ]);
    expect(report.text).toContain('坚持围绕中心、建设队伍、服务群众，');
    expect(report.text).toContain('| 支部党员大会 | 每季度一次 |');
  });
});

describe('cleaning and joining', () => {
  test('a hard-wrapped journal: heads, page numbers and breaks go, paragraphs and references stay', () => {
    const report = only('hard-wrapped-journal.txt');
    expect(report).toMatchObject({
      title: '浅析机关党支部标准化建设的难点与对策',
      author: '王建国',
      org: '某省委党校',
      publication: '《机关党建工作研究》，2021年第3期',
      date: '2021',
      keywords: ['机关', '党支部', '标准化'],
      references: [
        '[1]某某某.机关党建工作概论[M].北京:某某出版社,2018.',
        '[2]某某某.标准化建设研究[J].某某学刊,2019（3）：12-15.',
      ],
    });
    expect(report.text).toContain(
      '工作中应付了事，没有把标准化和日常工作结合起来。\n（二）力量不足\n',
    );
    expect(report.text).toContain('标准不是负担。其次要配强力量');
    expect(report.text).not.toMatch(/- 1\d -|第3期/u);
  });

  test('a web page: metadata is read, furniture goes', () => {
    const report = only('web-page.txt');
    expect(report).toMatchObject({
      author: '张三',
      publication: '市直机关工委',
      date: '2021-06-15',
    });
    expect(report.text).not.toMatch(/上一篇|ICP|版权所有|相关新闻|打印|首页/u);
    expect(report.text.endsWith('守土有责。')).toBe(true);
  });

  test('recognition mistakes are mended by context, doubtful ones only reported', () => {
    const report = only('ocr-confusions.txt');
    expect(report.text).toContain('已经成为联系群众的桥梁。但2019年以来');
    expect(report.text).toContain('（一）存在的问题');
    expect(report.text).toContain('深入基层不多');
    expect(report.text).toContain('融入中心、服务大局');
    expect(report.text).toContain('入民群众');
    expect(report.warnings.map(({ rule, candidates }) => [rule, candidates])).toEqual([
      ['ocr-suspect', ['人民']],
    ]);
  });

  test('a compilation whose headings are titles', () => {
    const reports = ingest('titled-compilation.txt');
    expect(reports.map(({ title }) => title)).toEqual(['创新“党员积分”管理', '推行“书记项目”']);
    expect(reports.map(({ text }) => text.includes('汇编'))).toEqual([false, false]);
    expect(reports.map(({ outline }) => outline.map(({ type }) => type))).toEqual([
      ['measure', 'outcome'],
      ['measure', 'outcome'],
    ]);
  });

  test('an official paper: red head, number, signature', () => {
    const report = only('official-notice.txt');
    expect(report).toMatchObject({
      title: '关于开展机关党建质量提升年活动的通知',
      org: '中共某市委市直机关工作委员会',
      date: '2021-03-05',
      notes: ['文号：市直工委〔2021〕12号'],
    });
    expect(outlineOf(report)).toEqual([
      '一、活动主题 {line}',
      '二、活动内容 {line}',
      '  1.开展“对标达标”行动。 {glued}',
      '  2.开展“结对共建”行动。 {glued}',
      '  3.开展“擂台比武”行动。 {glued}',
      '三、工作要求 {line}',
    ]);
    expect(report.text).toContain('附件：1.自查表\n2.问题清单\n');
  });

  test('a traditional text comes out simplified, particles by their neighbours', () => {
    const report = only('traditional.txt');
    expect(report.title).toBe('机关党支部如何开好组织生活会');
    expect(report.text).toContain('广泛征求群众意见，并撰写对照检查材料');
    expect(report.text).toContain('着力解决突出问题');
  });

  test('a hard-wrapped text without indents keeps headings and paragraphs', () => {
    const report = only('hard-wrapped-plain.txt');
    expect(report.text.split('\n')).toHaveLength(7);
    expect(report.text).toContain('不容忽视的问题。本文结合');
    expect(outlineOf(report)).toEqual([
      '1.教育内容要贴近实际 {line}',
      '2.教育方式要灵活多样 {line}',
      '3.教育制度要落到实处 {line}',
    ]);
  });

  test('a table of contents goes, the chapters stay', () => {
    const report = only('regulation-with-contents.txt');
    expect(report.date).toBe('2018-10-28');
    expect(report.text).not.toContain('目录');
    expect(report.outline.filter(({ level }) => level === 1).map(({ heading }) => heading)).toEqual(
      ['第一章 总则', '第二章 基本任务', '第三章 附则'],
    );
  });

  test('a journal page: masthead, numbered authors and their organisations, catalogue numbers', () => {
    const report = only('journal-masthead.txt');
    expect(report).toMatchObject({
      title: '新时代机关党建高质量发展路径研究',
      author: '李晓明、王芳',
      publication: '《某某学院学报》，第3期',
      date: '2020-06',
    });
    expect(report.org).toContain('某某大学马克思主义学院');
    expect(report.references).toHaveLength(3);
    expect(report.notes?.some((note) => note.includes('1980—'))).toBe(true);
    expect(report.text).toContain('政治属性是第一属性。');
    expect(report.text).not.toMatch(/Vol\.|\[3-5\]/u);
  });

  test('code, fences and Markdown in a plain text are that text', () => {
    const report = only('hostile.txt');
    const raw = readFileSync(join(FIXTURES, 'hostile.txt'), 'utf8');
    expect(report.text).toBe(raw.trim());
    expect(report.outline).toEqual([]);
    expect(report.title).toBeNull();
  });
});

describe('running again', () => {
  const names = [
    'regulation.txt',
    'decimal-manual.txt',
    'bracket-headings.txt',
    'speech.txt',
    'hard-wrapped-journal.txt',
    'lost-line-breaks.txt',
    'parts-and-lists.txt',
    'web-page.txt',
  ];

  test.each(names)('on the clean text of %s changes nothing', (name) => {
    const first = only(name);
    const text = `${first.title ?? ''}\n${first.text}`;
    const [second] = ingestDocument({
      name,
      format: 'txt',
      encoding: 'utf-8',
      text,
      marks: [],
    }).articles;
    expect(second?.report.text).toBe(first.text);
    expect(
      second?.report.outline.map(({ level, heading, type }) => [level, heading, type]),
    ).toEqual(first.outline.map(({ level, heading, type }) => [level, heading, type]));
  });
});
