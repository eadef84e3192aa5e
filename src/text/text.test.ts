import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countHan } from './han.ts';
import { normaliseWithPositions } from './normalise.ts';
import { foldRadicals } from './radicals.ts';
import { jaccard, shinglesOf, skeletonOf } from './shingles.ts';
import { isTraditional, toSimplified } from './traditional.ts';
import { fullWidthOf, toHalfWidth } from './width.ts';

describe('toSimplified', () => {
  test.each([
    ['機關黨建', '机关党建'],
    ['成效顯著,本著原則', '成效显著,本着原则'],
    ['理論著力點', '理论着力点'],
    ['讀原著、看著作', '读原著、看著作'],
    ['扭轉乾坤,晾乾', '扭转乾坤,晾干'],
    ['症結、批复、準則', '症结、批复、准则'],
  ])('%s → %s', (input, expected) => expect(toSimplified(input)).toBe(expected));

  test('keeps the length of any text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        (text) => toSimplified(text).length === text.length,
      ),
    );
  });
});

test('a document is traditional as a whole or not at all', () => {
  expect(isTraditional('機關基層黨組織建設存在的問題')).toBe(true);
  expect(isTraditional('效果最显著,读原著,乾隆年间')).toBe(false);
  expect(isTraditional('')).toBe(false);
});

test('radicals of both blocks become ideographs', () => {
  expect(foldRadicals('⼯作⽂件，⻩⻆⻓')).toBe('工作文件，黄角长');
  expect(foldRadicals('工作文件')).toBe('工作文件');
});

test('widths fold both ways', () => {
  expect(toHalfWidth('１＋Ｘ，（试行）　')).toBe('1+X,(试行) ');
  expect(fullWidthOf('(')).toBe('（');
  expect(fullWidthOf('.')).toBeUndefined();
});

test('Han characters are counted', () => {
  expect(countHan('三会一课 3+1，〇')).toBe(5);
});

describe('normaliseWithPositions', () => {
  test('folds width, case, radicals, traditional, and spaces between Han', () => {
    expect(normaliseWithPositions('機 關\u3000黨建 ＡＢ ⼯作').text).toBe('机关党建 ab 工作');
  });

  test('keeps a space beside Latin', () => {
    expect(normaliseWithPositions('党建 App').text).toBe('党建 app');
  });

  test('maps every unit to an original place, in order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { text: normal, at } = normaliseWithPositions(text);
        expect(at.length).toBe(normal.length + 1);
        for (let i = 1; i < at.length; i += 1) expect(at[i]).toBeGreaterThanOrEqual(at[i - 1] ?? 0);
        expect(at[at.length - 1]).toBe(text.length);
      }),
    );
  });
});

describe('shingles', () => {
  test('punctuation makes no difference', () => {
    const a = skeletonOf('强基达标、提质增效。');
    const b = skeletonOf('强基达标提质增效');
    expect(a.text).toBe(b.text);
    expect(a.at[4]).toBe(5);
    expect(jaccard(shinglesOf(a.text, 4), shinglesOf(b.text, 4))).toBe(1);
  });

  test('different texts share little, empty texts nothing', () => {
    expect(jaccard(shinglesOf('组织生活会制度', 3), shinglesOf('民主评议党员', 3))).toBe(0);
    expect(jaccard(new Set(), new Set())).toBe(0);
  });
});
