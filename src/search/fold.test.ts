import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold } from './fold.ts';

const SIMPLIFIED = new Map([
  ['標', '标'],
  ['準', '准'],
  ['黨', '党'],
]);

describe('fold', () => {
  test.each([
    { name: 'full width to half width', input: 'ＧＢ／Ｔ９７０４', expected: 'gb/t9704' },
    { name: 'enclosed numbers to digits', input: '①②', expected: '12' },
    { name: 'Kangxi radicals to ideographs', input: '⽂件⼯作', expected: '文件工作' },
    { name: 'supplement radicals, which NFKC leaves alone', input: '⻓⻚', expected: '长页' },
    { name: 'traditional to simplified', input: '黨建標準', expected: '党建标准' },
    { name: 'blanks between Han dropped', input: '机 关　党 建', expected: '机关党建' },
    { name: 'blanks next to Han dropped', input: '按 GB 执行', expected: '按gb执行' },
    { name: 'one blank between Latin words', input: 'Open   Source', expected: 'open source' },
    { name: 'line breaks kept', input: '一\n 二', expected: '一\n二' },
    { name: 'zero-width signs dropped', input: '党\u200b建\ufeff', expected: '党建' },
    { name: 'one kind of quotation mark', input: '“两张皮”', expected: '"两张皮"' },
    { name: 'units written out', input: '㎡', expected: 'm2' },
  ])('$name', ({ input, expected }) => expect(fold(input, SIMPLIFIED).text).toBe(expected));

  test('every unit points to its place in the original', () => {
    const { text, at } = fold('Ａ 標㎡準', SIMPLIFIED);
    expect(text).toBe('a标m2准');
    expect([...at]).toEqual([0, 2, 3, 3, 4, 5]);
  });

  const text = fc.string({
    unit: fc.constantFrom(...'党建標準 \n\taＡ１㎡①“”-—𠀀⽂，。\u200b'),
    maxLength: 30,
  });
  test('is idempotent', () => {
    fc.assert(
      fc.property(text, (input) => {
        const once = fold(input, SIMPLIFIED).text;
        expect(fold(once, SIMPLIFIED).text).toBe(once);
      }),
    );
  });
  test('positions never go back and stay inside the original', () => {
    fc.assert(
      fc.property(text, (input) => {
        const { text: folded, at } = fold(input, SIMPLIFIED);
        expect(at).toHaveLength(folded.length + 1);
        at.forEach((place, i) => {
          expect(place).toBeGreaterThanOrEqual(at[i - 1] ?? 0);
          expect(place).toBeLessThanOrEqual(input.length);
        });
      }),
    );
  });
});
