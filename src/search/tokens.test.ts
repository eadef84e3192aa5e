import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { indexTokens, queryTokens, splitClauses } from './tokens.ts';

describe('indexTokens', () => {
  test.each([
    { name: 'pairs and the last character', input: '党组织', expected: ['党组', '组织', '织'] },
    { name: 'clauses apart', input: '三会,一课', expected: ['三会', '会', ',', '一课', '课'] },
    { name: 'one character', input: '党', expected: ['党'] },
    { name: 'Han and digits in one clause', input: '第3条', expected: ['第3', '3条', '条'] },
    { name: 'characters beyond the BMP', input: '𠀀党', expected: ['𠀀党', '党'] },
    { name: 'nothing', input: ' \n', expected: [] },
  ])('$name', ({ input, expected }) => expect(indexTokens(input)).toEqual(expected));
});

describe('queryTokens', () => {
  test.each([
    { input: '党组织', exact: ['党组', '组织'], prefixes: [], proof: false },
    { input: '党建', exact: ['党建'], prefixes: [], proof: true },
    { input: '党', exact: [], prefixes: ['党'], proof: true },
    { input: '制度,建', exact: ['制度'], prefixes: ['建'], proof: false },
    { input: '、', exact: ['、'], prefixes: [], proof: true },
  ])('$input', ({ input, ...expected }) => expect(queryTokens(input)).toEqual(expected));

  test('asks only for tokens that any text holding the query has', () => {
    const text = fc.string({
      unit: fc.constantFrom(...'党建组织,。a1 '),
      minLength: 1,
      maxLength: 40,
    });
    fc.assert(
      fc.property(text, fc.nat(), fc.integer({ min: 1, max: 30 }), (body, from, length) => {
        const query = body.slice(from % body.length, (from % body.length) + length).trim();
        const held = new Set(indexTokens(body));
        const { exact, prefixes } = queryTokens(query);
        for (const token of exact) expect(held).toContain(token);
        for (const char of prefixes)
          expect([...held].some((token) => token.startsWith(char))).toBe(true);
      }),
    );
  });

  test('uses few pairs of a long query', () => {
    const long = Array.from({ length: 400 }, (_, i) => String.fromCharCode(0x4e00 + i)).join('');
    expect(queryTokens(long).exact.length).toBeLessThanOrEqual(24);
  });
});

test('splitClauses tells words from signs', () => {
  expect(splitClauses('一、二').map(({ word }) => word)).toEqual([true, false, true]);
});
