import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyMarks } from './apply-marks.ts';
import { decodeMarkdown } from './decode-markdown.ts';

const decode = (source: string) => decodeMarkdown('a.md', new TextEncoder().encode(source));
const read = (source: string) => applyMarks(decode(source));
const structures = (source: string) => {
  const { text, marks } = decode(source);
  return marks
    .filter(({ kind }) => kind !== 'markup' && kind !== 'table')
    .map(({ kind, level, start, end }) => [kind, level, text.slice(start, end)]);
};

describe('decodeMarkdown', () => {
  test.each([
    { name: 'headings', source: '## 一、总则 ##\n\n正文。', text: '一、总则\n正文。' },
    {
      name: 'emphasis next to Han',
      source: '**注意：**按*时*开会`会议`。',
      text: '注意：按时开会会议。',
    },
    {
      name: 'links',
      source: '见[条例](http://a.cn "t")和<http://b.cn>。',
      text: '见条例和http://b.cn。',
    },
    { name: 'pictures and comments', source: '前![图](a.png)后<!-- 注 -->', text: '前后' },
    {
      name: 'escapes and entities',
      source: '1\\. \\*党建\\* &ldquo;学&rdquo; A&amp;B &c',
      text: '1. *党建* “学” A&B &c',
    },
    {
      name: 'ordered lists keep their numbers',
      source: '1. 甲\n2. 乙\n\n- 丙\n- 丁',
      text: '1. 甲\n2. 乙\n丙\n丁',
    },
    { name: 'quotations', source: '> 甲\n> 乙\n\n丙', text: '甲\n乙\n丙' },
    {
      name: 'tables',
      source: '前\n\n|项目|分|\n|:-|-:|\n|**组织**|2\\|0|\n\n后',
      text: '前\n| 项目 | 分 |\n| --- | --- |\n| 组织 | 2\\|0 |\n后',
    },
    {
      name: 'HTML stays text',
      source: '<script>a</script>\n\n甲<b>乙</b>',
      text: '<script>a</script>\n甲<b>乙</b>',
    },
    { name: 'rules', source: '甲\n\n---\n\n乙', text: '甲\n乙' },
    { name: 'CRLF', source: '# 甲\r\n\r\n乙\r\n', text: '甲\n乙' },
    {
      name: 'plain Chinese text',
      source: '一、甲\n（一）乙\n    1.丙',
      text: '一、甲\n（一）乙\n1.丙',
    },
  ])('$name', ({ source, text }) => expect(read(source)).toBe(text));

  test('marks the only first-level heading as title, others as headings', () => {
    expect(structures('# 意见\n## 一、**总则**\n- 甲\n  - 乙')).toEqual([
      ['title', 1, '意见'],
      ['heading', 2, '一、**总则'],
      ['list-item', 1, '甲\n  - 乙'],
      ['list-item', 2, '乙'],
    ]);
    expect(structures('# 甲\n# 乙').map(([kind]) => kind)).toEqual(['heading', 'heading']);
  });

  test('turns front matter into the lines an article has', () => {
    const source =
      '---\ntitle: "工作意见"\ntags: [a, b]\nauthor: 张三\ndate: 2024-05-06\n---\n\n# 一、总则\n正文。';
    expect(read(source)).toBe('工作意见\n作者：张三\n日期：2024-05-06\n一、总则\n正文。');
    expect(structures(source)).toEqual([
      ['title', 1, '工作意见'],
      ['heading', 1, '一、总则'],
    ]);
  });

  test('takes a rule at the start for a rule', () => {
    expect(read('---\n正文没有字段\n---\n后文')).toBe('正文没有字段\n后文');
  });

  test('gives marks in order that never overlap, for any text', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '# ',
        '- ',
        '1. ',
        '> ',
        '\n',
        '\n\n',
        '**',
        '`',
        '|a|b|\n|-|-|\n',
        '[x](y)',
        '<b>',
        '<!--',
        '&amp;',
        '\\',
        '党建',
        '---\n',
        'a: b\n',
      ),
      fc.string({ unit: 'grapheme', maxLength: 4 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 25 }), (pieces) => {
        const source = `党${pieces.join('').replaceAll('\0', '')}`;
        let last = 0;
        for (const mark of decode(source).marks) {
          expect(mark.end).toBeLessThanOrEqual(source.length);
          expect(mark.start).toBeLessThan(mark.end);
          if (mark.kind !== 'markup' && mark.kind !== 'table') continue;
          expect(mark.start).toBeGreaterThanOrEqual(last);
          last = mark.end;
        }
      }),
      { numRuns: 500 },
    );
  });
});
