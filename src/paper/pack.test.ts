import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { movePart, readPack, writePack } from './pack.ts';

const id = fc.stringMatching(/^[a-z0-9]{1,8}(?:-[a-z0-9]{1,8}){0,3}$/u);
const part = fc.oneof(
  fc.record({ id }),
  fc.record({ id, count: fc.integer({ min: 1, max: 999 }) }),
);
const text = fc.string({ unit: 'grapheme' });

describe('the address of a pack', () => {
  test('read back gives the pack', () => {
    fc.assert(
      fc.property(
        fc.record({ title: text, unit: text, date: text, place: text, parts: fc.array(part) }),
        (pack) => {
          expect(readPack(writePack(pack))).toEqual(pack);
        },
      ),
    );
  });

  const cases = [
    { name: 'nothing', query: '', parts: [] },
    {
      name: 'parts and rows',
      query: '?parts=check-election,sign-in:40',
      parts: [{ id: 'check-election' }, { id: 'sign-in', count: 40 }],
    },
    { name: 'a part that is no id', query: '?parts=../secret,sign-in', parts: [{ id: 'sign-in' }] },
    { name: 'a count of nought', query: '?parts=sign-in:0', parts: [{ id: 'sign-in' }] },
    {
      name: 'a comma escaped by a mail program',
      query: '?parts=a%2Cb',
      parts: [{ id: 'a' }, { id: 'b' }],
    },
  ];
  test.each(cases)('with $name', ({ query, parts }) => {
    expect(readPack(query).parts).toEqual(parts);
  });
});

describe('moving a part', () => {
  const list = ['签到表', '清单', '标准'];
  const cases = [
    { from: 2, to: 0, expected: ['标准', '签到表', '清单'] },
    { from: 0, to: 1, expected: ['清单', '签到表', '标准'] },
    { from: 0, to: 9, expected: ['清单', '标准', '签到表'] },
    { from: 1, to: -1, expected: ['清单', '签到表', '标准'] },
    { from: 7, to: 0, expected: list },
  ];
  test.each(cases)('from $from to $to', ({ from, to, expected }) => {
    expect(movePart(list, from, to)).toEqual(expected);
  });

  test('keeps every part', () => {
    fc.assert(
      fc.property(fc.array(text), fc.integer(), fc.integer(), (parts, from, to) => {
        expect([...movePart(parts, from, to)].sort()).toEqual([...parts].sort());
      }),
    );
  });
});
