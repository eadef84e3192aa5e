import { describe, expect, test } from 'vitest';
import { applyEdits, track } from '../tracked.ts';
import { findChrome } from './chrome.ts';
import { readAccountHead, readThread } from './forum.ts';
import { findJammers } from './jammer.ts';
import { findBrokenOrdinals } from '../repair/broken-ordinals.ts';
import { findJoins } from './join-lines.ts';
import { findOrnaments } from './ornaments.ts';
import { findRunningHeads } from './running-heads.ts';

const after = (text: string, edits: Parameters<typeof applyEdits>[1]) =>
  applyEdits(track(text), edits).text;

describe('findJammers', () => {
  test.each([
    [
      'between sentences',
      "有规定无管理。% _; i8 }/ R7 M! c' O2 W支部就不能",
      '有规定无管理。支部就不能',
    ],
    ['on a line of its own', '没有分工。\n, d: ]4 U+ @1 {9 L\n我的做法', '没有分工。\n\n我的做法'],
  ])('takes random marks out %s', (_, text, expected) => {
    expect(after(text, findJammers(text))).toBe(expected);
  });

  test.each([
    ['a formula', 'a + b = c - d + e * f'],
    ['words', 'let x be the sum of it all in 5 or 6 or 7'],
    ['a table', '| 1 | 2 | 3 | a1 | b2 | c3 |'],
    ['figures', '1 2 3 4 5 6 7 8'],
  ])('leaves %s alone', (_, text) => {
    expect(findJammers(text)).toEqual([]);
  });
});

describe('readThread', () => {
  const page = [
    '某某论坛 - Powered by Discuz!',
    '查看: 28|回复: 2',
    '支部工作怎么才能不空转',
    '[复制链接]',
    '老党务',
    '312主题　18帖子',
    '发表于 2020-9-16 21:43:07 | 只看该作者',
    '说说我的做法。',
    '本帖最后由 老党务 于 2020-9-17 08:12 编辑',
    '沙发',
    '发表于 2020-9-16 22:05:51 | 只看该作者',
    '顶！写得实在',
  ].join('\n');

  test('keeps the subject and the first post, and learns who wrote it and when', () => {
    const { edits, fields } = readThread(page);
    expect(after(page, edits)).toBe('支部工作怎么才能不空转\n说说我的做法。\n');
    expect(fields).toEqual({ author: '老党务', date: '2020-9-16 21:43:07' });
  });

  test('leaves a text alone that only quotes such a line', () => {
    const text = '网上有人说：\n发表于 2020-9-16 21:43:07 | 只看该作者\n这样的格式要删。';
    expect(readThread(text).edits).toEqual([]);
  });
});

describe('findChrome', () => {
  test.each([
    '网页　资讯　视频　图片　知道　文库',
    '人民网>>中国共产党新闻网>>党建',
    '点击播报本文，约 8分钟',
    '原标题：走好第一方阵',
  ])('removes %s at the edge of a page', (line) => {
    expect(after(`${line}\n正文第一段。`, findChrome(`${line}\n正文第一段。`))).toBe(
      '正文第一段。',
    );
  });

  test.each(['首页内容要党员自己提供', '知道为什么学，才学得进', '党员>群众>社会，层层带动'])(
    'leaves the sentence %s',
    (line) => {
      expect(findChrome(`${line}\n正文第一段。`)).toEqual([]);
    },
  );

  test('a watermark of a scanner goes wherever it stands', () => {
    const text = `${'正文一段。\n'.repeat(30)}扫描全 能王 创建\n${'正文一段。\n'.repeat(30)}`;
    expect(after(text, findChrome(text))).toBe('正文一段。\n'.repeat(60));
  });
});

describe('findRunningHeads', () => {
  test.each([
    [
      'journal and issue on facing pages',
      '职责边界不够清\n机关党建理论与实践　　　　　　2021年第4期\n第4期　　　周立民等：弱化的表现、成因与对策　　　47\n晰，',
    ],
    [
      'the journal in pinyin capitals beside a page number',
      '停留在传\n· 46 ·\nJIGUAN DANGJIAN LILUN YU SHIJIAN\n达文件',
    ],
    ['a page number whose dashes were read as 一', '原原本本学\n一 1 一\n习'],
  ])('removes %s', (_, text) => {
    const [first = '', last = ''] = [text.split('\n')[0], text.split('\n').at(-1)];
    expect(after(text, findRunningHeads(text).edits)).toBe(`${first}\n${last}`);
  });

  test('learns the journal and its issue from them', () => {
    const text = '清\n机关党建理论与实践　　　　　　2021年第4期\n晰';
    expect(findRunningHeads(text).facts).toMatchObject({
      journals: ['《机关党建理论与实践》'],
      issues: ['2021年第4期'],
    });
  });
});

test('neither the number of a paper nor a salutation is joined in hard-wrapped text', () => {
  const body = '各级党组织要把会前准备做实提前三天发给每名党\n'.repeat(8);
  const text = `临水党字〔2023〕3号\n关于开好民主生活会的实施方案和有关要求的通知\n各科室党支部、局属各单位党组织：\n${body}`;
  const joined = after(text, findJoins(text)).split('\n');
  expect(joined.slice(0, 3)).toEqual(text.split('\n').slice(0, 3));
});

describe('findOrnaments', () => {
  test('takes the drawn numbers above sections away', () => {
    const text = '引子。\n01\n主题由党员定\n正文。\n02\n小事不出支部\n正文。';
    expect(after(text, findOrnaments(text))).toBe(
      '引子。\n主题由党员定\n正文。\n小事不出支部\n正文。',
    );
  });

  test.each(['01\n正文。', '1\n党员大会\n2\n支委会', '02\n甲\n01\n乙'])(
    'leaves %j alone',
    (text) => {
      expect(findOrnaments(text)).toEqual([]);
    },
  );
});

describe('findBrokenOrdinals', () => {
  test.each([
    ['`一、会议主题', '一、会议主题'],
    ['(三〕开展谈心谈话', '(三）开展谈心谈话'],
    ['〔三）开展谈心谈话', '（三）开展谈心谈话'],
  ])('%s', (text, expected) => {
    expect(after(`正文。\n${text}`, findBrokenOrdinals(`正文。\n${text}`))).toBe(
      `正文。\n${expected}`,
    );
  });

  test.each(['〔三〕号文', '《一》', '“一、二、三”', '见（三）〕'])('leaves %s alone', (text) => {
    expect(findBrokenOrdinals(text)).toEqual([]);
  });
});

describe('readAccountHead', () => {
  const page =
    '滨江机关党建\n2022-05-31 17:45 发表于江苏\n以下文章来源于滨江政法 ，作者林晓\n滨江政法.\n一个支部的逆袭之路\n正文。';

  test('a copy from WeChat says account, time and author above its title', () => {
    const { edits, fields } = readAccountHead(page);
    expect(after(page, edits)).toBe('一个支部的逆袭之路\n正文。');
    expect(fields).toEqual({
      author: '林晓',
      publication: '滨江机关党建',
      date: '2022-05-31 17:45',
    });
  });

  test('other texts have none', () => {
    expect(readAccountHead('一个支部的逆袭之路\n2022年5月31日\n正文。').edits).toEqual([]);
  });
});

describe('headings that large print breaks in hard-wrapped text', () => {
  const body =
    '　　这几年，全市各级机关党组织做了大量工作，成绩值得\n肯定，党员到社区报到，在文明城市创建和防汛抢险一线\n都有党员冲锋在前的身影，群众看在眼里记在心里都说好。\n';
  const joined = (text: string) => after(text, findJoins(text)).split('\n');

  test('are joined where an indented paragraph begins below', () => {
    const text = `${body}一、认清形势，切实增强做好新时代机\n关党建工作的责任感和紧迫感\n${body}`;
    expect(joined(text)).toContain('一、认清形势，切实增强做好新时代机关党建工作的责任感和紧迫感');
  });

  test('are left alone where the next line is indented itself', () => {
    const text = `${body}一、认清形势，切实增强做好新时代机关\n　　党建工作的责任\n${body}`;
    expect(joined(text)).toContain('一、认清形势，切实增强做好新时代机关');
  });
});
