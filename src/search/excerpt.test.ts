import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { excerpt, markWhole } from './excerpt.ts';
import { fold } from './fold.ts';

const marked = (
  text: string,
  wanted: readonly string[],
  simplified?: ReadonlyMap<string, string>,
): string =>
  excerpt(text, wanted, simplified === undefined ? {} : { simplified })
    .map(({ text: piece, mark }) => (mark ? `[${piece}]` : piece))
    .join('');

describe('excerpt', () => {
  test.each([
    {
      name: 'marks the query',
      text: '坚持三会一课制度。',
      wanted: ['三会一课'],
      expected: '坚持[三会一课]制度。',
    },
    {
      name: 'marks across blanks',
      text: '坚持三会 一课。',
      wanted: ['三会一课'],
      expected: '坚持[三会 一课]。',
    },
    { name: 'marks full width', text: '按ＧＢ执行', wanted: ['gb'], expected: '按[ＧＢ]执行' },
    { name: 'marks every place', text: '党建与党建', wanted: ['党建'], expected: '[党建]与[党建]' },
    {
      name: 'joins overlapping marks',
      text: '党建工作',
      wanted: ['党建', '建工'],
      expected: '[党建工]作',
    },
    {
      name: 'shows the beginning without a match',
      text: '支部工作',
      wanted: ['无此'],
      expected: '支部工作',
    },
    {
      name: 'keeps HTML as text',
      text: '<b>党建</b>',
      wanted: ['党建'],
      expected: '<b>[党建]</b>',
    },
  ])('$name', ({ text, wanted, expected }) => expect(marked(text, wanted)).toBe(expected));

  test.each([
    {
      name: 'parts blocks and tags',
      text: '记录写明议题，一条不漏[1]\u200b编者关联\n佐证材料：会议记录本\n频次：每次会议',
      wanted: ['议题'],
      expected: '记录写明[议题]，一条不漏[1] · 编者关联 · 佐证材料：会议记录本 · 频次：每次会议',
    },
    {
      name: 'joins a name with what it names, and leaves no name without it at the end',
      text: `术语\n每月一次的党员活动，${'人人'.repeat(24)}到场。\n适用对象\u2060\n机关\n又称\u2060\n${'党日、'.repeat(30)}`,
      wanted: ['党员活动'],
      expected: `每月一次的[党员活动]，${'人人'.repeat(24)}到场。 · 适用对象：机关`,
    },
    {
      name: 'prefers running text to particulars',
      text: '清单\n适用对象\u2060\n通用\n又称\u2060\n党日检查表、党日流程表、党日单\n当天带到现场，党日后一周内核完。',
      wanted: ['党日'],
      expected: '当天带到现场，[党日]后一周内核完。',
    },
    {
      name: 'puts the text before particulars that alone hold the query',
      text: '术语\n每月一次的党员活动，人人到场。\n适用对象\u2060\n通用\n又称\u2060\n主题党日、党日',
      wanted: ['主题党日'],
      expected: '每月一次的党员活动，人人到场。 … 又称：[主题党日]、党日',
    },
    {
      name: 'leaves out what may be ticked, unless it is asked for',
      text: '7\n会上形成决议，逐项表决。\n决议\n是\u200b否\u200b不适用',
      wanted: ['决议'],
      expected: '会上形成[决议]，逐项表决。 · [决议]',
    },
    {
      name: 'shows what may be ticked where it is asked for',
      text: '会上形成决议，逐项表决。\n决议\n是\u200b否\u200b不适用',
      wanted: ['不适用'],
      expected: '会上形成决议，逐项表决。 … 是 · 否 · [不适用]',
    },
    {
      name: 'marks across the edge of a tag',
      text: '组织生活\u200b编者关联，其他从略。',
      wanted: ['生活编者'],
      expected: '组织[生活 · 编者]关联，其他从略。',
    },
  ])('$name', ({ text, wanted, expected }) => expect(marked(text, wanted)).toBe(expected));

  test('ends with a sentence where one ends near', () => {
    const text = `${'支部按月学习'.repeat(3)}三会一课${'制度要落实'.repeat(9)}。${'后'.repeat(60)}`;
    expect(marked(text, ['三会一课']).endsWith('制度要落实。…')).toBe(true);
  });

  test('loses no character of the text but what stands for space', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'党建会，。、：\n\u200b\u2060𠮷1'), maxLength: 60 }),
        fc.string({ unit: fc.constantFrom(...'党建会'), minLength: 1, maxLength: 2 }),
        (text, query) => {
          const plain = (shown: string): string => shown.replace(/[\s·…：\u200b\u2060]/g, '');
          const shown = excerpt(text, [query]).map((piece) => piece.text);
          for (const part of shown.join('').split(/…/)) expect(plain(text)).toContain(plain(part));
          const folded = fold(text).text;
          const marks = excerpt(text, [query]).filter(({ mark }) => mark);
          if (folded.includes(query)) expect(marks.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('marks a title without cutting it', () =>
    expect(markWhole(`${'很长的题名。'.repeat(20)}三会一课`, ['三会一课'])).toEqual([
      { text: '很长的题名。'.repeat(20), mark: false },
      { text: '三会一课', mark: true },
    ]));

  test('marks traditional text for a simplified query', () =>
    expect(marked('機關黨建', ['党建'], new Map([['黨', '党']]))).toBe('機關[黨建]'));

  test('shows the place of a match far inside, from the start of its clause', () => {
    const text = `${'很长的开头。'.repeat(30)}然后是三会一课制度。${'尾'.repeat(200)}`;
    const shown = marked(text, ['三会一课']);
    expect(shown.startsWith('…然后是[三会一课]')).toBe(true);
    expect(shown.endsWith('…')).toBe(true);
  });

  test('marks say exactly the query once folded', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'党建Ａ1 ，㎡'), minLength: 1, maxLength: 30 }),
        fc.string({ unit: fc.constantFrom(...'党建a1m2'), minLength: 1, maxLength: 3 }),
        (text, query) => {
          for (const { text: piece, mark } of excerpt(text, [query]))
            if (mark) expect(fold(piece).text).toContain(query.charAt(0));
        },
      ),
    );
  });
});
