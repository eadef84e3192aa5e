import type { Edit } from '../tracked.ts';

const NUMBER = '[一二三四五六七八九十]{1,3}';

/** What recognition makes of ordinals at the start of a line, before lines are joined. */
const ROWS: readonly {
  readonly pattern: RegExp;
  readonly fixed: string;
  readonly sample: string;
}[] = [
  {
    pattern: new RegExp(`(?<=(?:^|\\n)[^\\S\\n]*)[\`'‘’´.·,](?=${NUMBER}、)`, 'gu'),
    fixed: '',
    sample: '`一、会议主题',
  },
  {
    pattern: new RegExp(
      `(?<=(?:^|\\n)[^\\S\\n]*[（(]${NUMBER})[〕\\]】}》](?=[\\u4e00-\\u9fff])`,
      'gu',
    ),
    fixed: '）',
    sample: '(三〕开展谈心谈话',
  },
  {
    // A dash in the brackets of an ordinal is 一, here before lines are joined.
    pattern: /(?<=(?:^|\n)[^\S\n]*[（(])[-—–](?=[）)][\u4e00-\u9fff])/gu,
    fixed: '一',
    sample: '(-)选不优',
  },
  {
    pattern: new RegExp(`(?<=(?:^|\\n)[^\\S\\n]*)[〔[【{《](?=${NUMBER}[）)])`, 'gu'),
    fixed: '（',
    sample: '〔三）开展谈心谈话',
  },
];

/**
 * Mend ordinals whose brackets do not match, and take specks before them away: at the start of a line nothing else can be
 * meant.
 *
 * @example
 * findBrokenOrdinals('(三〕开展谈心谈话'); // [{ start: 2, end: 3, fixed: '）', rule: 'ocr' }]
 */
export function findBrokenOrdinals(text: string): Edit[] {
  const isNumbered = /[(（]二[)）]/u.test(text);
  return ROWS.filter(({ fixed }) => fixed !== '一' || isNumbered).flatMap(({ pattern, fixed }) =>
    Array.from(text.matchAll(pattern), ({ index, 0: raw }): Edit => ({
      start: index,
      end: index + raw.length,
      fixed,
      rule: 'ocr',
    })),
  );
}
