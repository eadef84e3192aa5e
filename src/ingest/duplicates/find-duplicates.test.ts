import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findDuplicates } from './find-duplicates.ts';

const HAN =
  '机关党建组织生活会议记录学习教育监督考核评价标准措施问题成效意义程序支部党员群众服务中心建设队伍制度落实责任清单品牌阵地管理规范质量提升';

/** Text of given length that no other seed has. */
function prose(seed: number, length: number): string {
  let state = seed * 7919 + 17;
  return Array.from({ length }, () => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return HAN[(state >>> 8) % HAN.length];
  }).join('');
}

const candidate = (slug: string, text: string) => ({ slug, report: { text } });

describe('findDuplicates', () => {
  test('finds the same article with other punctuation, with the whole range', () => {
    const text = prose(1, 600);
    const spaced = text.replace(/(.{20})/g, '$1，\n');
    const found = findDuplicates([
      candidate('a', text),
      candidate('b', spaced),
      candidate('c', prose(2, 600)),
    ]);
    expect(found.get('a')).toEqual([{ slug: 'b', similarity: 1, ranges: [[0, 600]] }]);
    expect(found.get('b')?.[0]?.ranges).toEqual([[0, spaced.length - 2]]);
    expect(found.has('c')).toBe(false);
  });

  test('finds a copy with a title more and a word changed', () => {
    const text = prose(3, 3000);
    const copy = `标题${text.slice(0, 1000)}异${text.slice(1001)}`;
    const row = findDuplicates([candidate('a', text), candidate('b', copy)]).get('a')?.[0];
    expect(row?.similarity).toBeGreaterThan(0.98);
    expect(row?.ranges).toEqual([
      [0, 1000],
      [1001, 3000],
    ]);
  });

  test('reports a shared passage of 60 and not one of 30', () => {
    const shared = prose(9, 60);
    const found = findDuplicates([
      candidate('a', `${prose(4, 500)}。${shared}。${prose(5, 500)}`),
      candidate('b', `${prose(6, 300)}。${shared}。${prose(7, 100)}`),
      candidate('c', `${prose(8, 300)}。${shared.slice(0, 30)}。${prose(10, 300)}`),
    ]);
    expect(found.get('a')).toMatchObject([{ slug: 'b', ranges: [[501, 561]] }]);
    expect(found.get('b')).toMatchObject([{ slug: 'a', ranges: [[301, 361]] }]);
    expect(found.get('c')).toBeUndefined();
  });

  test('finds very short articles that are the same', () => {
    const found = findDuplicates([
      candidate('a', '按期换届。'),
      candidate('b', '按期换届'),
      candidate('c', '收缴党费'),
    ]);
    expect(found.get('a')).toEqual([{ slug: 'b', similarity: 1, ranges: [[0, 4]] }]);
    expect(found.has('c')).toBe(false);
  });

  test('passes over a formula that more than fifty articles have', () => {
    const formula = prose(11, 100);
    const many = Array.from({ length: 60 }, (_, at) =>
      candidate(`n${at}`, `${prose(100 + at, 200)}${formula}`),
    );
    expect(findDuplicates(many).size).toBe(0);
  });

  test('never misses a shared passage of 60 code units, wherever it stands', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.nat(400), fc.nat(400), (seed, before, after) => {
        const passage = prose(seed + 5000, 60);
        const found = findDuplicates([
          candidate('a', prose(seed, before) + passage + prose(seed + 1, 100)),
          candidate('b', prose(seed + 2, after) + passage + prose(seed + 3, 50)),
        ]);
        const [start = 0, end = 0] = found.get('a')?.[0]?.ranges[0] ?? [];
        expect(start).toBeLessThanOrEqual(before);
        expect(end).toBeGreaterThanOrEqual(before + 60);
      }),
    );
  });

  test('finds one copy among two thousand articles', () => {
    const articles = Array.from({ length: 2000 }, (_, at) => candidate(`n${at}`, prose(at, 1500)));
    const found = findDuplicates([...articles, candidate('copy', prose(700, 1500))]);
    expect(found.get('copy')).toMatchObject([{ slug: 'n700', similarity: 1 }]);
  });
});
