import type { Edit } from '../tracked.ts';

/**
 * Question marks that stand for a glyph the converter did not know (◎, ／, ©, bullets), by what they follow. A real
 * question mark follows a word, never another mark.
 */
const ROWS: readonly { pattern: RegExp; reason: string; sample: string }[] = [
  { pattern: /(?<=[◎●○◆■□★※])\?+/gu, reason: '项目符号后的问号是空字形', sample: '◎??穆春江' },
  {
    pattern: /(?<=[,，、；;。])\?+(?=[\u4e00-\u9fff])/gu,
    reason: '标点后不会再有问号',
    sample: '决心,?引导',
  },
  { pattern: /(?<=^|\n)>\?+/gu, reason: '行首的栏目图标', sample: '>?关键' },
];

/** The slash of a byline (文/作者) that became a question mark. */
const BYLINE = /(?<=(?:^|[^\u4e00-\u9fff]|[\u4e00-\u9fff]{2})[文图])\?(?=[\u4e00-\u9fff]{2,4})/gu;

/** How far from the start of the text a byline may stand (code units). */
const HEAD = 200;

/**
 * Remove question marks that stand for lost glyphs, and give a byline its slash back.
 *
 * @param isArticleStart - Whether a place is near the start of an article, where bylines stand.
 * @example
 * findLostGlyphs('决心,?引导党员', () => false); // removes the '?'
 */
export function findLostGlyphs(text: string, isArticleStart: (offset: number) => boolean): Edit[] {
  const lost = ROWS.flatMap(({ pattern }) =>
    Array.from(text.matchAll(pattern), (match): Edit => ({
      start: match.index,
      end: match.index + match[0].length,
      fixed: '',
      rule: 'lost-glyph',
    })),
  );
  const slashes = Array.from(text.matchAll(BYLINE))
    .filter(({ index }) => isArticleStart(index))
    .map(({ index }): Edit => ({ start: index, end: index + 1, fixed: '/', rule: 'lost-glyph' }));
  return [...lost, ...slashes];
}

/**
 * Whether a place stands within the first units of one of the articles that start at `starts`.
 *
 * @example
 * nearStart([0, 5000])(5120); // true: 篇二 starts at 5000
 */
export function nearStart(starts: readonly number[]): (offset: number) => boolean {
  return (offset) => starts.some((start) => offset >= start && offset - start < HEAD);
}
