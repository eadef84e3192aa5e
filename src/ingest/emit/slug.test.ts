import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pickFreeSlug, toSlug } from './slug.ts';

describe('toSlug', () => {
  test.each([
    ['机关党建“两张皮”', 'ji-guan-dang-jian-liang-zhang-pi'],
    ['发挥女党员作用', 'fa-hui-nv-dang-yuan-zuo-yong'],
    ['2021年“三会一课”A1', '2021-nian-san-hui-yi-ke-a1'],
    ['ＡＢＣ１２３', 'abc123'],
    ['', 'article'],
    ['——……', 'article'],
    ['../../etc/passwd', 'etc-passwd'],
  ])('names %j %s', (title, expected) => expect(toSlug(title)).toBe(expected));

  test('cuts a long title at a syllable', () => {
    const slug = toSlug('抓基层打基础锻造党的坚强组织体系推动企业高质量发展的实践与思考');
    expect(slug).toBe('zhua-ji-ceng-da-ji-chu-duan-zao-dang-de-jian-qiang-zu');
  });

  test('is a safe folder name for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (title) => {
        expect(toSlug(title)).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
        expect(toSlug(title).length).toBeLessThanOrEqual(56);
      }),
    );
  });
});

describe('pickFreeSlug', () => {
  test('counts up until the name is free, within 60 characters', () => {
    const taken = new Set(['zhi-bu', 'zhi-bu-2']);
    expect(pickFreeSlug('zhi-bu', (name) => taken.has(name))).toBe('zhi-bu-3');
    const long = `${'a'.repeat(60)}`;
    expect(pickFreeSlug(long, (name) => name === long)).toBe(`${'a'.repeat(58)}-2`);
  });
});
