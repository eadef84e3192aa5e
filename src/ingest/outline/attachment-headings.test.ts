import { describe, expect, test } from 'vitest';
import { linesOf } from '../lines.ts';
import { attachmentHeadings } from './attachment-headings.ts';
import { findHeadings } from './find-headings.ts';
import { levelsOf } from './levels.ts';

const outline = (text: string) => {
  const headings = findHeadings(text, []);
  return headings.map(
    ({ start, end }, at) => `${levelsOf(headings)[at] ?? 0} ${text.slice(start, end)}`,
  );
};

describe('attachmentHeadings', () => {
  test('the title under 附件1 heads what is attached', () => {
    expect(
      outline(
        '一、适用范围\n本通知适用于机关。\n附件1\n支部建设实施方案\n一、总体要求\n坚持分类指导，整体推进。',
      ),
    ).toEqual(['1 一、适用范围', '1 支部建设实施方案', '2 一、总体要求']);
  });

  test.each(['附件：1.实施方案', '附件1\n请各单位认真填写，按时报送。', '附件1\n一、总体要求'])(
    '%s has none',
    (text) => {
      expect(attachmentHeadings(linesOf(text)).headings).toEqual([]);
    },
  );
});

describe('findHeadings', () => {
  test('figures that count on from section to section number headings', () => {
    const body = '把政治学习作为重要任务，原原本本学，年底前全部完成。各支部都要落实。';
    expect(
      outline(
        `一、政治建设\n1.开展纪律教育。${body}\n2.完善学习制度。${body}\n二、基层基础\n3.实施分类定级。${body}\n4.配强支部班子。${body}`,
      ),
    ).toEqual([
      '1 一、政治建设',
      '2 1.开展纪律教育。',
      '2 2.完善学习制度。',
      '1 二、基层基础',
      '2 3.实施分类定级。',
      '2 4.配强支部班子。',
    ]);
  });

  test('unnumbered lines stand above the figures under them where nothing else divides the text', () => {
    const body = '每年一月都和支委一起列一张表，写明每个月干什么、谁来牵头、要不要请外人讲课。';
    expect(
      outline(
        `引子。\n我的几点做法\n1. 把全年的账算清楚\n${body}\n2. 每次会只解决一个问题\n${body}`,
      ),
    ).toEqual(['1 我的几点做法', '2 1. 把全年的账算清楚', '2 2. 每次会只解决一个问题']);
  });

  test('questions of a book count on from where the text begins', () => {
    const answer = '一般应当做好以下工作，提前三天把议题发给每名党员，请大家带着想法来。';
    expect(
      outline(`三、组织生活\n174.什么是组织生活会？\n${answer}\n175.会前要做哪些准备？\n${answer}`),
    ).toEqual(['1 三、组织生活', '2 174.什么是组织生活会？', '2 175.会前要做哪些准备？']);
  });
});
