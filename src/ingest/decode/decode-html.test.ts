import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyMarks } from './apply-marks.ts';
import { decodeHtml } from './decode-html.ts';
import { encodeWith } from './encode-with.test-support.ts';

const decode = (source: string) => decodeHtml('a.html', new TextEncoder().encode(source));
const read = (source: string) => applyMarks(decode(source));
const P1 = '支部每月召开一次支部委员会，研究党员教育管理和发展党员工作。';
const P2 = '支部每季度召开一次党员大会，讨论决定支部的重要事项。';
const NAV =
  '<a href="/">首页</a> | <a href="/a">要闻</a> | <a href="/b">通知公告</a> | <a href="/c">党建工作</a>';

describe('finding the article', () => {
  test.each([
    {
      name: 'a site with div soup and links around it',
      source: `<div id="top">${NAV}</div><div>您的位置：<a>首页</a> &gt; <a>党建</a></div>
        <div class="con"><h1>支部工作的几点做法</h1><div>来源：机关党委 发布时间：2024-05-06</div>
        <div><p>${P1}</p><p>${P2}</p></div></div>
        <div><ul><li><a>甲局开展主题党日</a></li><li><a>乙处召开会议</a></li><li><a>丙处交流经验</a></li></ul></div>
        <div>版权所有：某单位 ICP备12345号，未经许可不得转载。</div>`,
      expected: ['支部工作的几点做法', '来源：机关党委 发布时间：2024-05-06', P1, P2],
    },
    {
      name: 'an old site laid out with nested tables and breaks',
      source: `<table><tr><td>${NAV}</td></tr><tr><td><table><tr><td width=180>
        <a>栏目一</a><br><a>栏目二</a><br><a>栏目三</a></td><td><center><font size=5>支部工作的几点做法</font></center>
        　　${P1}<br>\n　　${P2}<br></td></tr></table></td></tr></table><title>支部工作的几点做法-某某网</title>`,
      expected: ['支部工作的几点做法', `　　${P1}`, `　　${P2}`],
    },
    {
      name: 'a page whose form wraps everything',
      source: `<body><form id="aspnetForm"><div class="nav">${NAV}</div><p>${P1}</p><p>${P2}</p><input value="搜索"></form>`,
      expected: [P1, P2],
    },
    {
      name: 'furniture by tag, role, style and hidden',
      source: `<header>某某网</header><nav>菜单</nav><main><article><header><h1>题目是这样的</h1></header><p>${P1}</p>
        <div style="display: none">看不见的字，很长很长的一句话。</div><div role="search">搜索</div><p>${P2}</p></article>
        <aside>热点</aside></main><footer>页脚</footer><script>var a = "脚本里的字，不是正文。";</script><style>p{}</style>`,
      expected: ['题目是这样的', P1, P2],
    },
    {
      name: 'an article that is hidden until a script has run',
      source: `<h1>题目是这样的</h1><div id="js_content" style="visibility: hidden;"><p>${P1}</p><p>${P2}</p></div>`,
      expected: ['题目是这样的', P1, P2],
    },
    {
      name: 'a container with an unlucky name',
      source: `<div class="header-content main"><p>${P1}</p><p>${P2}</p></div>`,
      expected: [P1, P2],
    },
    {
      name: 'lists of links inside the article and share buttons',
      source: `<div><h1>题目是这样的</h1><p>${P1}</p><p>${P2}</p><span class="share">分享到微信</span>
        <div><a>相关一相关一</a><a>相关二相关二</a><a>相关三相关三</a></div></div>`,
      expected: ['题目是这样的', P1, P2],
    },
    {
      name: 'a link in a sentence and an attachment stay',
      source: `<div><p>${P1}详见<a href="x">《工作条例》</a>。</p><p>${P2}</p><p>附件：<a href="a.doc">登记表.doc</a></p></div>`,
      expected: [`${P1}详见《工作条例》。`, P2, '附件：登记表.doc'],
    },
    {
      name: 'a short page without prose',
      source: '<h1>支部名单</h1><ul><li>第一党支部</li><li>第二党支部</li></ul>',
      expected: ['支部名单', '第一党支部', '第二党支部'],
    },
  ])('$name', ({ source, expected }) => expect(read(source).split('\n')).toEqual(expected));
});

describe('structure', () => {
  test('entities, breaks and inline tags leave plain text', () => {
    expect(
      read('<p>&ldquo;三会一课&rdquo;&nbsp;每<b>月</b>\n  一次&#x3002;<br>党&amp;建</p>'),
    ).toBe('“三会一课” 每月 一次。\n党&建');
  });

  test('pronunciations of ruby are left out', () => {
    expect(read('<p><ruby>党<rp>(</rp><rt>dǎng</rt><rp>)</rp></ruby>建</p>')).toBe('党建');
  });

  test('ordered lists keep their numbers unless the items have their own', () => {
    expect(read('<ol start=3><li>按期换届<li>交纳党费</ol><ol><li>1、学习<li>2、讨论</ol>')).toBe(
      '3. 按期换届\n4. 交纳党费\n1、学习\n2、讨论',
    );
  });

  test('data tables become Markdown, merged cells and bars included', () => {
    const table =
      '<table><caption>评分</caption><tr><th>项目<th colspan=2>分 值</tr><tr><td rowspan=2>组织<td>党<br>课<td>3|0</tr><tr><td>a<td>b</tr></table>';
    expect(read(`<p>${P1}</p>${table}<p>${P2}</p>`)).toBe(
      `${P1}\n评分\n| 项目 | 分值 |  |\n| --- | --- | --- |\n| 组织 | 党课 | 3\\|0 |\n|  | a | b |\n${P2}`,
    );
  });

  test('titles, headings, paragraphs and items are marked with their text', () => {
    const { text, marks } = decode(
      `<title>工作意见_某某网</title><h1>工作意见</h1><h2>一、<b>总则</b></h2><p>${P1}</p><ul><li>规范<ul><li>细则</ul></ul>`,
    );
    const shown = marks
      .filter(({ kind }) => kind !== 'markup' && kind !== 'chrome')
      .map(({ kind, level, start, end }) => [kind, level, text.slice(start, end)]);
    expect(shown).toEqual([
      ['title', 1, '工作意见'],
      ['heading', 2, '一、<b>总则'],
      ['paragraph', undefined, P1],
      ['list-item', 1, '规范<ul><li>细则'],
      ['list-item', 2, '细则'],
    ]);
  });

  test('the title of the head is kept where the page shows none', () => {
    expect(read(`<title>工作意见</title><p>${P1}</p>`)).toBe(`工作意见\n${P1}`);
  });
});

describe('encodings', () => {
  test.each([
    { declared: 'gb2312', encoding: 'gb18030' },
    { declared: 'big5', encoding: 'big5' },
    { declared: 'utf-8', encoding: 'utf-8' },
  ])('reads a page declared as $declared', ({ declared, encoding }) => {
    const source = `<html><head><meta charset="${declared}"></head><p>組織工作</p>`;
    const input = decodeHtml('a.html', encodeWith(source, encoding));
    expect([input.encoding, applyMarks(input)]).toEqual([encoding, '組織工作']);
  });

  test('believes the bytes where the declaration is wrong', () => {
    const utf8 = decodeHtml('a.html', encodeWith('<meta charset=gb2312><p>党建工作</p>', 'utf-8'));
    expect([utf8.encoding, applyMarks(utf8)]).toEqual(['utf-8', '党建工作']);
    const gbk = decodeHtml('a.html', encodeWith(`<meta charset=utf-8><p>${P1}</p>`, 'gb18030'));
    expect([gbk.encoding, applyMarks(gbk)]).toEqual(['gb18030', P1]);
  });
});

describe('any page', () => {
  const tag = fc.constantFrom(
    'p',
    'div',
    'b',
    'table',
    'tr',
    'td',
    'li',
    'ul',
    'ol',
    'h2',
    'nav',
    'script',
    'title',
    'br',
    'pre',
    'a',
  );
  const piece = fc.oneof(
    tag.map((name) => `<${name}>`),
    tag.map((name) => `</${name}>`),
    fc.constantFrom(
      '党建工作。',
      ' ',
      '\n',
      '&nbsp;',
      '&amp;',
      '<!-- 注 -->',
      '<',
      '&',
      '<p',
      P1,
      NAV,
    ),
    fc.string({ unit: 'grapheme', maxLength: 5 }),
  );

  test('has marks in order that never overlap and lie inside the source', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const { text, marks } = decode(pieces.join(''));
        let last = 0;
        for (const mark of marks) {
          expect(mark.start).toBeLessThan(mark.end);
          expect(mark.end).toBeLessThanOrEqual(text.length);
          if (!['markup', 'chrome', 'table'].includes(mark.kind)) continue;
          expect(mark.start).toBeGreaterThanOrEqual(last);
          last = mark.end;
        }
        expect(marks.map((mark) => mark.start)).toEqual(
          marks.map((mark) => mark.start).toSorted((a, b) => a - b),
        );
      }),
      { numRuns: 500 },
    );
  });

  test('of 5 MB is read whole', () => {
    const source = `<div>${`<p>${P1}<a href="x">《条例》</a></p>\n`.repeat(50_000)}</div>`;
    expect(read(source).length).toBeGreaterThan(1_500_000);
  });

  test('nested 50,000 deep does not exhaust the stack', () => {
    expect(read(`${'<div>'.repeat(50_000)}<p>${P1}</p>`)).toBe(P1);
  });
});
