import { pinyin } from 'pinyin-pro';

/** Longest slug; with the collision suffix it still fits every file system and URL. */
const MAX_SLUG = 60;

/**
 * Make a folder name from a title: lower-case pinyin syllables joined by hyphens, cut at a syllable.
 *
 * @param title - The article's title, or the file name where there is none.
 * @returns 1–56 characters of `a-z 0-9 -`; `article` where the title has nothing to read aloud.
 * @example
 * toSlug('机关党建“两张皮”'); // 'ji-guan-dang-jian-liang-zhang-pi'
 */
export function toSlug(title: string): string {
  const syllables = pinyin(title.normalize('NFKC'), {
    toneType: 'none',
    type: 'array',
    nonZh: 'consecutive',
    v: true,
  })
    .join(' ')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((part) => part !== '');
  let slug = '';
  for (const syllable of syllables) {
    const longer = slug === '' ? syllable : `${slug}-${syllable}`;
    // Four characters are kept free for a collision suffix.
    if (longer.length > MAX_SLUG - 4) break;
    slug = longer;
  }
  return slug === '' ? (syllables[0]?.slice(0, MAX_SLUG - 4) ?? 'article') : slug;
}

/**
 * Give a slug that is still free: the slug itself, or with `-2`, `-3` … at its end.
 *
 * @param slug - From {@link toSlug}.
 * @param isTaken - Whether another article has the name.
 * @example
 * pickFreeSlug('zhi-bu', (name) => name === 'zhi-bu'); // 'zhi-bu-2', the second article 支部
 */
export function pickFreeSlug(slug: string, isTaken: (name: string) => boolean): string {
  let candidate = slug;
  for (let number = 2; isTaken(candidate); number += 1) {
    const suffix = `-${number}`;
    candidate = `${slug.slice(0, MAX_SLUG - suffix.length)}${suffix}`;
  }
  return candidate;
}
