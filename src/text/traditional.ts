import tsCharacters from 'opencc-js/dict/TSCharacters';
import { isHan } from './han.ts';

/** OpenCC's traditional→simplified characters; the few whose simplified form lies outside the BMP are left alone. */
const SIMPLIFIED: ReadonlyMap<string, string> = new Map(
  tsCharacters
    .split('|')
    .map((pair) => pair.split(' '))
    .flatMap(([from, to]) =>
      from !== undefined && to !== undefined && from.length === to.length
        ? [[from, to] as const]
        : [],
    ),
);

/**
 * Characters whose simplified form depends on their neighbours, as words that decide. The first row that fits the
 * place wins; `at` is where the character stands in the word.
 */
const IN_WORDS: Readonly<Record<string, readonly { word: string; to: string }[]>> = {
  // 著 is 着 as a particle and in 着力/着眼; it stays 著 for writings and for what is evident.
  著: [
    ...'力 眼 手 重 陸 陆 想 意 色 實 实 急 落 裝 装 火 迷 魔 涼 凉'
      .split(' ')
      .map((next) => ({ word: `著${next}`, to: '着' })),
    ...(
      '顯著 显著 著名 著作 原著 名著 論著 论著 編著 编著 專著 专著 卓著 昭著 巨著 土著 著稱 著称 著者 著述 ' +
      '合著 譯著 译著 遺著 遗著 拙著 著錄 著录 著書立說 著书立说'
    )
      .split(' ')
      .map((word) => ({ word, to: '著' })),
    { word: '著', to: '着' },
  ],
  乾: [
    { word: '乾坤', to: '乾' },
    { word: '乾隆', to: '乾' },
  ],
};

/**
 * Share of the Han characters above which a document counts as traditional. Traditional documents show about 40 %,
 * simplified ones 0 (a quoted name at most), so the exact figure decides nothing.
 */
export const TRADITIONAL_SHARE = 0.05;

/** Characters that simplified text also uses as they are, so they prove nothing about a document. */
const ALSO_SIMPLIFIED = new Set('乾著於藉瞭麼徵餘鍾');

/**
 * The simplified form of one character, without looking at its neighbours; the character itself where there is none.
 *
 * @example
 * simplifiedOf('黨'); // '党'
 * simplifiedOf('著'); // '著' (only context can tell 着 from 著)
 */
export function simplifiedOf(char: string): string {
  return SIMPLIFIED.get(char) ?? char;
}

/**
 * Which part of the Han characters of a text is traditional only, 0–1.
 *
 * @example
 * traditionalShare('機關黨建工作'); // 0.5
 */
export function traditionalShare(text: string): number {
  let han = 0;
  let traditional = 0;
  for (const char of text) {
    if (!isHan(char.charCodeAt(0))) continue;
    han += 1;
    if (SIMPLIFIED.has(char) && !ALSO_SIMPLIFIED.has(char)) traditional += 1;
  }
  return han === 0 ? 0 : traditional / han;
}

/**
 * Whether a document is written in traditional characters as a whole: conversion is decided per file, because 著 and
 * its like are right as they stand in simplified text (显著, 原著).
 *
 * @example
 * isTraditional('機關基層黨組織建設'); // true
 * isTraditional('效果最显著'); // false
 */
export function isTraditional(text: string): boolean {
  return traditionalShare(text) >= TRADITIONAL_SHARE;
}

/**
 * Convert a traditional document to simplified, character by character and without change of length, so that offsets
 * hold. Word-wise conversion is not wanted: such files come from a converter that worked by characters (干部 and 于
 * are already simplified in them).
 *
 * @example
 * toSimplified('本著原則,成效顯著'); // '本着原则,成效显著'
 */
export function toSimplified(text: string): string {
  let out = '';
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    out += decidedByWord(text, at, char) ?? SIMPLIFIED.get(char) ?? char;
  }
  return out;
}

/**
 * The simplified form at one place where the neighbours decide (著, 乾); `undefined` where no word does.
 */
function decidedByWord(text: string, at: number, char: string): string | undefined {
  const rows = Object.hasOwn(IN_WORDS, char) ? IN_WORDS[char] : undefined;
  return rows?.find(({ word }) => text.startsWith(word, at - word.indexOf(char)))?.to;
}
