import { describe, expect, test } from 'vitest';
import { applyEdits, track } from '../tracked.ts';
import { findChrome } from './chrome.ts';
import { findHtmlRemnants } from './html-remnants.ts';
import { findJoins } from './join-lines.ts';
import { findCitationMarks, findReferences } from './references.ts';
import { findRunningHeads } from './running-heads.ts';
import type { Edit } from '../tracked.ts';

const after = (text: string, edits: readonly Edit[]): string => applyEdits(track(text), edits).text;

describe('lines', () => {
  test.each([
    { name: 'joins behind a comma', input: '各级党组，\n织要', expected: '各级党组，织要' },
    {
      name: 'keeps a numbered item on its own line',
      input: '要求\n一、总则',
      expected: '要求\n一、总则',
    },
    {
      name: 'joins a bare ordinal to its heading',
      input: '（二）\n贯彻决定',
      expected: '（二）贯彻决定',
    },
    { name: 'joins a letter-spaced label', input: '摘\n要：本文', expected: '摘要：本文' },
    { name: 'joins a label to its value', input: '作者：\n李晓萍', expected: '作者：李晓萍' },
    {
      name: 'keeps a heading above a paragraph',
      input: '目标融合\n年初分解任务。',
      expected: '目标融合\n年初分解任务。',
    },
    { name: 'keeps sentences apart', input: '第一段。\n第二段。', expected: '第一段。\n第二段。' },
    {
      name: 'a sentence cut at a page, whose rest is cut again, in an article too short to show its width',
      input:
        '第五条　会议讨论应当充分发扬民主，主要负责人末位表态。表决可以采用口\n头、举手、无记名投票等方式，赞成人数超过半数为通过。缺席委员的',
      expected:
        '第五条　会议讨论应当充分发扬民主，主要负责人末位表态。表决可以采用口头、举手、无记名投票等方式，赞成人数超过半数为通过。缺席委员的',
    },
    {
      name: 'an article of a regulation, cut in its first sentence',
      input:
        '第六条　党委决定的事项，由委员按照分工负责落实，办公室负\n责督办，并在下次会议上报告情况。',
      expected:
        '第六条　党委决定的事项，由委员按照分工负责落实，办公室负责督办，并在下次会议上报告情况。',
    },
  ])('$name', ({ input, expected }) => expect(after(input, findJoins(input))).toBe(expected));
});

describe('running heads', () => {
  test.each([
    {
      name: 'a folio inside a sentence',
      input: '党的组\n- 5 -\n织生活',
      expected: '党的组\n织生活',
    },
    { name: 'a page of pages', input: '甲\n第3页 共10页\n乙', expected: '甲\n乙' },
    { name: 'an address with its page', input: '完。www.example.com|45', expected: '完。' },
    {
      name: 'a journal with dot leaders',
      input: `科学。\n12Journal\nof\nStudies${'.'.repeat(30)}正文`,
      expected: '科学。\n正文',
    },
    {
      name: 'an editor foot with column and page before a numbered heading',
      input: '12工作研究正文。Editor/王小明2018·工作研究132.加强建设',
      expected: '正文。2.加强建设',
    },
  ])('$name', ({ input, expected }) =>
    expect(after(input, findRunningHeads(input).edits)).toBe(expected),
  );

  test.each([
    '2020年第9期我们办了培训班。',
    '2017年度统计公报',
    '共5人\n其中\n3人',
    '一、\n12\n二、',
  ])('leaves %j alone', (text) => {
    expect(findRunningHeads(text).edits).toEqual([]);
  });
});

describe('page furniture', () => {
  test('a link farm goes, a table row stays', () => {
    const farm = '甲县| 乙县| 丙县| 丁县| 戊县| 己县| 庚县| 辛县| 壬县| 癸县|';
    expect(after(`正文。\n${farm}`, findChrome(`正文。\n${farm}`))).toBe('正文。\n');
    const row = '| 项目 | 频次 |';
    expect(findChrome(row)).toEqual([]);
  });

  test('a copyright notice goes from inside a sentence', () => {
    const text = '不同Copyright?某网www.example.com.AllRightsReserved.程度';
    expect(after(text, findChrome(text))).toBe('不同程度');
  });

  test('a tail marker early in the text drops only its own line', () => {
    const text = `相关阅读\n${'正文很长的一段话。'.repeat(30)}`;
    expect(after(text, findChrome(text))).toBe('正文很长的一段话。'.repeat(30));
  });
});

describe('HTML remnants', () => {
  test.each([
    { input: '硬杠杠。</p>', expected: '硬杠杠。' },
    { input: '<p>甲</p><p>乙</p>', expected: '甲\n乙\n' },
    { input: '三会&nbsp;一课', expected: '三会 一课' },
    { input: '网页用<p>标签分段', expected: '网页用<p>标签分段' },
    { input: '<script>alert(1)</script>', expected: '<script>alert(1)</script>' },
    { input: '甲\n$(function(){ init(); })\n乙', expected: '甲\n\n乙' },
  ])('$input', ({ input, expected }) =>
    expect(after(input, findHtmlRemnants(input))).toBe(expected),
  );
});

describe('references', () => {
  const text = `${'正文论述党建工作。'.repeat(6)}“提高质量。”[1]这是要求⑵。\n参考文献\n[1]甲.书[M].\n⑵乙.文[N].`;

  test('are parted into entries', () => {
    expect(findReferences(text).items).toEqual(['[1]甲.书[M].', '⑵乙.文[N].']);
  });

  test('citation numbers go from the body only', () => {
    const clean = after(text, findCitationMarks(text, findReferences(text).start));
    expect(clean).toContain('“提高质量。”这是要求。\n参考文献\n[1]甲');
  });

  test('without a list a number in brackets stays', () => {
    expect(findCitationMarks('按照要求[1]执行', -1)).toEqual([]);
  });
});
