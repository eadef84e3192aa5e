import { describe, expect, test } from 'vitest';
import { chooseCopies, type Copy, type KeepRule } from './choose-copies.ts';

/** Copies of one article: name, whether it has a title, whether it is of this run. */
function copies(
  ...list: readonly (readonly [slug: string, titled: boolean, fresh: boolean])[]
): Copy[] {
  return list.map(([slug, titled, fresh]) => ({
    slug,
    title: titled ? '题' : null,
    fresh,
    duplicates: list
      .filter(([other]) => other !== slug)
      .map(([other]) => ({ slug: other, similarity: 0.97, ranges: [] })),
  }));
}

describe('chooseCopies', () => {
  const three = copies(['a', false, true], ['b', true, true], ['c', true, true]);
  test.each<{ name: string; list: Copy[]; keep: KeepRule; dropped: [string, string][] }>([
    {
      name: 'the first one',
      list: three,
      keep: 'first',
      dropped: [
        ['b', 'a'],
        ['c', 'a'],
      ],
    },
    {
      name: 'the first one with a title',
      list: three,
      keep: 'titled',
      dropped: [
        ['a', 'b'],
        ['c', 'b'],
      ],
    },
    { name: 'all', list: three, keep: 'all', dropped: [] },
    {
      name: 'the first where none has a title',
      list: copies(['a', false, true], ['b', false, true]),
      keep: 'titled',
      dropped: [['b', 'a']],
    },
    {
      name: 'an article of an earlier run, for a new one without title',
      list: copies(['old', true, false], ['new', false, true]),
      keep: 'titled',
      dropped: [['new', 'old']],
    },
    {
      name: 'an article of an earlier run beside a better new one',
      list: copies(['old', false, false], ['new', true, true]),
      keep: 'titled',
      dropped: [],
    },
  ])('keeps $name', ({ list, keep, dropped }) => {
    expect(Array.from(chooseCopies(list, keep))).toEqual(dropped);
  });

  test('does not take articles that only share passages for copies', () => {
    const [a, b] = copies(['a', true, true], ['b', true, true]);
    const list = [a, b].flatMap((copy) =>
      copy
        ? [{ ...copy, duplicates: copy.duplicates.map((row) => ({ ...row, similarity: 0.6 })) }]
        : [],
    );
    expect(chooseCopies(list, 'first').size).toBe(0);
  });
});
