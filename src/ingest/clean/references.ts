import type { Edit } from '../tracked.ts';

/** The list of references at the end of an article. */
export interface References {
  /** Where the list's heading starts in the text; -1 where there is none. */
  readonly start: number;
  readonly items: readonly string[];
}

const HEADING =
  /(?:^|\n|(?<=[。」”）]))[\[［【〔]?(?:参考文献|注\s*释|引文注释)[\]］】〕]?\s*[：:]?\s*\n?(?=\s*(?:[[［【〔（(⑴①]|\d|[\u4e00-\u9fff]{2,4}[.．]))/gu;

/** A number that opens an entry: [1], ［1］, ⑴, (1), 1. */
const ENTRY = /(?:[[［〔]\s*\d{1,3}\s*[\]］〕]|[⑴-⒇①-⑳]|(?<=^|\n)\d{1,2}[.．、](?!\d))/u;

/**
 * Find the list of references and part it into entries.
 *
 * @example
 * findReferences('正文。\n参考文献\n[1]某某.某书[M].北京:某社,2017.\n[2]…').items.length; // 2
 */
export function findReferences(text: string): References {
  const last = Array.from(text.matchAll(HEADING)).at(-1);
  if (last === undefined || last.index < text.length * 0.4) return { start: -1, items: [] };
  const start = last.index + (last[0].startsWith('\n') ? 1 : 0);
  const body = text.slice(last.index + last[0].length);
  const parts = body
    .split(new RegExp(`(?=${ENTRY.source})`, 'u'))
    .map((part) => part.replace(/\s*\n\s*/gu, '').trim());
  return { start, items: parts.filter((part) => part.length > 3) };
}

/** Numbers that cite an entry: behind a quotation or a sentence, never at the start of a line. */
const MARKS =
  /(?<=[\u4e00-\u9fff”’》）。，；%])(?:[[［〔]\d{1,3}(?:[-—,，]\d{1,3})*[\]］〕](?:\d{1,3}(?:[-–—]\d{1,3})?(?=[。，；\u4e00-\u9fff]|$))?|[⑴-⒇](?![\u4e00-\u9fff]{1,12}[，。；：]\s*[⑴-⒇]))/gu;

/**
 * Find citation numbers in the body of an article that has a list of references. Without such a list a number in
 * brackets may mean anything, and stays.
 *
 * @example
 * findCitationMarks('指出：“不断提高质量。”[1]这是…', 30); // [{ start: 12, end: 15, fixed: '', … }]
 */
export function findCitationMarks(text: string, referencesStart: number): Edit[] {
  if (referencesStart < 0) return [];
  return Array.from(text.slice(0, referencesStart).matchAll(MARKS), (match): Edit => ({
    start: match.index,
    end: match.index + match[0].length,
    fixed: '',
    rule: 'citation-mark',
  }));
}
