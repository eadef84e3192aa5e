import { describe, expect, test } from 'vitest';
import { track } from '../tracked.ts';
import { splitArticles } from './split-articles.ts';

const body =
  '为严肃党内政治生活，结合我局实际，制定本制度。一、适用对象。各支部按照规定执行，每季度报送一次情况，年底汇总通报。\n'.repeat(
    3,
  );
const parts = (text: string) =>
  splitArticles(track(text)).map(({ tracked }) => tracked.text.split('\n')[0]);

describe('a collection with a table of contents', () => {
  const rules = `一、适用对象\n${body}`;

  test('is split where its entries return and number anew', () => {
    const text = `某局机关党建制度汇编\n目　录\n一、议事规则 ........ 1\n二、双重组织生活制度 ........ 4\n\n议事规则\n第一条 ${body}双重组织生活制度\n${rules}`;
    expect(parts(text)).toEqual(['议事规则', '双重组织生活制度']);
  });

  test('is one paper where the entries are its chapters', () => {
    const text = `支部工作办法\n目　录\n第一章 总则 ........ 1\n第二章 任务 ........ 4\n第一章 总则\n第一条 ${body}第二章 任务\n第二条 ${body}`;
    expect(parts(text)).toHaveLength(1);
  });
});

test('an article cut out of a compilation loses the compiler’s line', () => {
  expect(parts(`篇四：机关党支部活动方案大全\n活动吸引力从哪里来\n${body}`)).toEqual([
    '活动吸引力从哪里来',
  ]);
});
