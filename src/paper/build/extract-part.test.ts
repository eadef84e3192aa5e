import { describe, expect, test } from 'vitest';
import { extractPart } from './extract-part.ts';

const form = `<main><h1>主题党日六步清单</h1><form class="checklist paper paper-landscape" data-part="check-theme-day">
<div class="toolbar">下载填好的 Word</div>
<div class="blank"><label for="a-unit">党组织名称</label><input id="a-unit" name="head.unit"><span class="ink"></span></div>
<table><tbody><tr id="a.01" data-item="a.01"><td><a href="/standards/a/">第一条</a></td></tr></tbody></table></form></main>`;

describe('the part of a page that goes into a pack', () => {
  test('is the form, without controls, links, ids and data', () => {
    const part = extractPart(form, 'check-theme-day');
    expect(part).toMatchObject({
      id: 'check-theme-day',
      title: '主题党日六步清单',
      as: 'form',
      orientation: 'landscape',
    });
    expect(part.html).toContain('<label>党组织名称</label>');
    expect(part.html).toContain('<span>第一条</span>');
    expect(part.html).not.toMatch(/input|toolbar|href|\bid=|data-|<form/u);
  });

  test('is the article of any other entry', () => {
    const page =
      '<h1>三会一课</h1><article class="entry"><p>党员大会等</p><nav class="prev-next">上一条</nav></article>';
    const part = extractPart(page, 'san-hui-yi-ke');
    expect(part).toMatchObject({ as: 'document', title: '三会一课' });
    expect(part.html).toBe('<article class="entry"><p>党员大会等</p></article>');
  });

  test('is missed with a message that names the page', () => {
    expect(() => extractPart('<p>空</p>', 'zhu-ti-dang-ri')).toThrow(
      '页面 zhu-ti-dang-ri 里没有可以打印的内容',
    );
  });
});
