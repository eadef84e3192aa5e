import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { excerpt } from './excerpt.ts';
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
