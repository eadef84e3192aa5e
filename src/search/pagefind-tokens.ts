import { fold, type Simplified } from './fold.ts';
import { splitClauses } from './tokens.ts';

/**
 * Text as Pagefind is fed with it: the pairs of each clause in order, then its last character, which also keeps a phrase
 * from running on into the next clause. Signs are left out: Pagefind indexes none.
 *
 * @param text - Original text.
 * @example
 * toPagefindText('党组织，会'); // '党组 组织 织 会'
 */
export function toPagefindText(text: string, simplified?: Simplified): string {
  const tokens: string[] = [];
  for (const { chars, word } of splitClauses(fold(text, simplified).text)) {
    if (!word) continue;
    for (let i = 0; i + 1 < chars.length; i += 1) tokens.push(`${chars[i]}${chars[i + 1]}`);
    tokens.push(chars[chars.length - 1] ?? '');
  }
  return tokens.join(' ');
}

/**
 * The distinct characters of a text: what a query of one character asks for.
 *
 * @example
 * toPagefindCharacters('党建党课'); // '党 建 课'
 */
export function toPagefindCharacters(text: string, simplified?: Simplified): string {
  const clauses = splitClauses(fold(text, simplified).text).filter(({ word }) => word);
  return [...new Set(clauses.flatMap(({ chars }) => [...chars]))].join(' ');
}

/**
 * The phrases that together say a folded word of a query, one for each clause; none where it has only signs.
 *
 * @param folded - Folded word.
 * @example
 * toPagefindPhrases('制度,建设'); // ['制度', '建设']
 * toPagefindPhrases('党组织'); // ['党组 组织']
 */
export function toPagefindPhrases(folded: string): string[] {
  return splitClauses(folded).flatMap(({ chars, word }) => {
    if (!word) return [];
    if (chars.length === 1) return [chars[0] ?? ''];
    return [
      chars
        .slice(1)
        .map((char, i) => `${chars[i]}${char}`)
        .join(' '),
    ];
  });
}
