import type { EditorialKind, ResolvedItem } from './types.ts';

/** How an item of the editors is told from the others. */
export interface EditorialMark {
  readonly kind: EditorialKind;
  /** Sign behind the number on paper and in Word, where the words would take room from the wording. */
  readonly sign: string;
  /** Ending of the class of the item's row; the style sheet of the paper writes the sign by it. */
  readonly name: string;
  readonly meaning: string;
}

const MARKS: readonly EditorialMark[] = [
  { kind: '编者', sign: '*', name: 'own', meaning: '没有出处，由编者提出' },
  { kind: '编者关联', sign: '#', name: 'link', meaning: '没有出处这样安排，由编者归入' },
];

/**
 * Find how an item is marked.
 *
 * @returns Undefined for an item that sources state.
 * @example
 * markOf(item)?.sign; // '*'（本清单自拟、没有出处的项目）
 */
export function markOf({ editorial }: ResolvedItem): EditorialMark | undefined {
  return MARKS.find(({ kind }) => kind === editorial);
}

/**
 * Explain the signs that stand on a form; an empty text where there are none.
 *
 * @example
 * explainMarks(items); // '标*的项目没有出处，由编者提出（编者）。'
 */
export function explainMarks(items: readonly ResolvedItem[]): string {
  return MARKS.filter(({ kind }) => items.some((item) => item.editorial === kind))
    .map(({ sign, kind, meaning }) => `标${sign}的项目${meaning}（${kind}）。`)
    .join('');
}

/**
 * Cut a text before and behind every mark of the editors in brackets, so that a form can keep each on one line.
 *
 * @example
 * cutMarks('届满前六个月（编者建议）'); // [{ text: '届满前六个月', mark: false }, { text: '（编者建议）', mark: true }]
 */
export function cutMarks(
  text: string,
): readonly { readonly text: string; readonly mark: boolean }[] {
  return text
    .split(/(（编者[^（）]{0,6}）)/u)
    .map((part, at) => ({ text: part, mark: at % 2 === 1 }))
    .filter((part) => part.text !== '');
}
