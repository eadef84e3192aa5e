import { describe, expect, test } from 'vitest';
import { fold } from '../fold.ts';
import { sectionText } from '../section-text.ts';
import { extractPage } from './extract-page.ts';

const main = (body: string, attributes = ''): string =>
  `<html><head><title>站名</title></head><body><nav>导航</nav><main id="main" data-kind="term" data-title="三会一课" ${attributes}>${body}</main><footer>页脚</footer></body></html>`;

function sections(body: string): Record<string, string> {
  const page = extractPage(main(body), 'terms/a/');
  return Object.fromEntries(
    (page?.sections ?? []).map((section) => [section.id, sectionText(section)]),
  );
}

describe('extractPage', () => {
  test('cuts at headings with an id', () =>
    expect(
      sections('<h1>三会一课</h1><p>引言</p><h2 id="a">由来</h2><p>正文</p><h5>小标题</h5>'),
    ).toEqual({
      '': '三会一课\n引言',
      a: '由来\n正文\n小标题',
    }));

  test('cuts at rows with data-section and goes back after them', () =>
    expect(
      sections(
        '<h1>标准</h1><table><tr id="s.01" data-section="第一条"><td>按期换届</td><td>查记录</td></tr></table><p>表后</p>',
      ),
    ).toEqual({ '': '标准\n表后', 's.01': '按期换届\n查记录' }));

  test('reads forms, labels, tables and closed details', () =>
    expect(
      sections(
        '<h1>清单</h1><form><label>会议时间<input value="x"></label><details><summary>更多</summary>里面</details></form>',
      )[''],
    ).toBe('清单\n会议时间\n更多\n里面'));

  test('leaves out what nobody sees or wants found', () =>
    expect(
      sections(
        '<h1>题</h1><nav data-search="skip">上一页</nav><script>代码</script><p hidden>藏</p><template>模</template>正',
      ),
    ).toEqual({ '': '题\n正' }));

  test('keeps words in one line together and blocks apart', () =>
    expect(
      sections('<h1>题</h1><p>党<b>支部</b>\n会议<br>第二行</p><ul><li>甲</li><li>乙</li></ul>')[
        ''
      ],
    ).toBe('题\n党支部 会议\n第二行\n甲\n乙'));

  test('signs the edges of tags and what names the next block, without a letter more once folded', () => {
    const text = sections(
      '<h1>题</h1><p><span class="item">按期换届</span><span class="tag">编者</span>，<span>照办</span></p><dl><dt>年份</dt><dd>2020</dd></dl>',
    )[''];
    expect(text).toBe('题\n按期换届\u200b编者\u200b，照办\n年份\u2060\n2020');
    expect(fold(text ?? '').text).toBe('题\n按期换届编者,照办\n年份\n2020');
  });

  test('a list of links is aside; an entry of a list is not, however many links follow it', () => {
    const links = '<p>措施：<a href="/a/">党建业务四个一起</a>、<a href="/b/">融合党建行动</a></p>';
    const page = extractPage(
      main(
        `<h1>题</h1><ul><li id="s.01" data-section="按期换届">按期换届${links}</li></ul><h2 id="l">相关</h2>${links}`,
      ),
      'terms/a/',
    );
    expect(page?.sections.map(({ id, aside }) => [id, aside === true])).toEqual([
      ['', false],
      ['s.01', false],
      ['l', true],
    ]);
  });

  test('reads what the filters need', () =>
    expect(
      extractPage(
        main(
          '<h1>题</h1>',
          'data-audience="机关|国企" data-year="2019" data-wuhua="zhibu" data-source="a|b" data-validity="现行有效" data-aliases="三会"',
        ),
        'terms/a/',
      ),
    ).toMatchObject({
      audience: ['机关', '国企'],
      year: 2019,
      wuhua: ['zhibu'],
      sources: ['a', 'b'],
      validity: '现行有效',
      aliases: ['三会'],
    }));

  test('marks lists of links', () => {
    const page = extractPage(
      main(
        '<h1>题</h1><h2 id="links">相关条目</h2><ul><li><a href="/a/">甲条目</a> 说明</li></ul>',
      ),
      'terms/a/',
    );
    expect(page?.sections[1]?.aside).toBe(true);
  });

  test.each([
    { name: 'no kind', html: '<main id="main"><h1>题</h1></main>' },
    { name: 'search off', html: main('<h1>题</h1>', 'data-search="off"') },
    { name: 'no main', html: '<h1>题</h1>' },
  ])('does not index a page with $name', ({ html }) =>
    expect(extractPage(html, 'a/')).toBeUndefined(),
  );
});
