import { expect, test } from 'vitest';
import { findDuplicates } from './find-duplicates.ts';

/** A text of sentences that no other seed repeats. */
function textOf(seed: number, sentences: number): string {
  const words = '支部党员学习制度会议记录责任清单考核评议联系群众服务中心发展质量问题整改作风纪律';
  let state = seed;
  const next = (): number =>
    (state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff) >>> 8;
  return Array.from(
    { length: sentences },
    () => `${Array.from({ length: 24 }, () => words.charAt(next() % words.length)).join('')}。`,
  ).join('');
}

const article = (slug: string, text: string): { slug: string; report: { text: string } } => ({
  slug,
  report: { text },
});

test('the same article with other punctuation and breaks is found, whole', () => {
  const text = textOf(1, 30);
  const copy = text.replace(/。/gu, '；\n');
  const found = findDuplicates([
    article('a', text),
    article('b', textOf(2, 30)),
    article('c', copy),
  ]);
  expect(found.get('a')).toEqual([{ slug: 'c', similarity: 1, ranges: [[0, text.length - 1]] }]);
  expect(found.get('c')?.[0]?.slug).toBe('a');
  expect(found.has('b')).toBe(false);
});

test('a long shared passage is found with its place, in both', () => {
  const passage = textOf(7, 8);
  const a = `${textOf(3, 20)}${passage}${textOf(4, 20)}`;
  const b = `${passage}${textOf(5, 20)}`;
  const found = findDuplicates([article('a', a), article('b', b)]);
  const [row] = found.get('a') ?? [];
  const [start, end] = row?.ranges[0] ?? [0, 0];
  expect(a.slice(start, end)).toBe(passage.slice(0, -1));
  expect(row?.similarity).toBeGreaterThan(0.1);
  expect(row?.similarity).toBeLessThan(0.5);
  expect(found.get('b')?.[0]?.ranges[0]?.[0]).toBe(0);
});

test('a set phrase that both quote is no duplicate', () => {
  const phrase = '党的基层组织是确保党的路线方针政策和决策部署贯彻落实的基础。';
  expect(
    findDuplicates([article('a', textOf(8, 10) + phrase), article('b', phrase + textOf(9, 10))])
      .size,
  ).toBe(0);
});

test('empty and short articles do no harm', () => {
  expect(findDuplicates([article('a', ''), article('b', '短'), article('c', '')]).size).toBe(0);
});
