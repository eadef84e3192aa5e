import type { Edit } from '../tracked.ts';

/** A run of short tokens parted by single spaces. Bars part the cells of tables and are no tokens here. */
const RUN = /(?<![\w])(?:[!-{}~]{1,3} ){3,20}[!-{}~]{1,3}(?![\w|])/gu;

/** A token that no writing has: a mark glued to a letter or digit (h2, H%, .i), in any order. */
const ODD = /^(?:[a-z]\d|\d[a-z]|[^\w\s][a-z\d]|[a-z\d][^\w\s])[^\w\s]?$/iu;

/** So many odd tokens make a run one of noise; formulas and abbreviations (i.e., a + b) have fewer. */
const MOST = 0.4;
const LEAST = 3;

/**
 * Find the strings of random letters and marks that forum software hides in a page so that copies of it are spoilt
 * (Discuz). On screen they are invisible; copied text shows them between sentences.
 *
 * @example
 * findJammers('有规定无管理。% _; i8 }/ R7 M! c\' O2 W支部就不能'); // removes '% _; i8 }/ R7 M! c\' O2 W'
 */
export function findJammers(text: string): Edit[] {
  return Array.from(text.matchAll(RUN)).flatMap(({ index, 0: raw }): Edit[] => {
    const tokens = raw.split(' ');
    const odd = tokens.filter((token) => ODD.test(token)).length;
    if (odd < LEAST || odd < tokens.length * MOST) return [];
    return [{ start: index, end: index + raw.length, fixed: '', rule: 'chrome' }];
  });
}
