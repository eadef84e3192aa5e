import { ideographOfRadical } from '../../text/radicals.ts';
import type { RuleId } from '../rules.ts';
import type { Edit } from '../tracked.ts';

/** Single characters and runs that any text may hold and no reader sees or means. */
const ROWS: readonly { rule: RuleId; pattern: RegExp; fix: (raw: string) => string }[] = [
  // U+FEFF, zero-width characters, soft hyphens and C0/C1 controls come from web pages and converters.
  {
    rule: 'control',
    pattern:
      /[\ufeff\u200b-\u200f\u202a-\u202e\u2060-\u2064\u00ad\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f]+/gu,
    fix: () => '',
  },
  { rule: 'line-end', pattern: /\r\n?|[\u2028\u2029\u0085]/gu, fix: () => '\n' },
  { rule: 'page-break', pattern: /\f/gu, fix: () => '\n' },
  { rule: 'radical', pattern: /[\u2e80-\u2fdf]/gu, fix: (raw) => ideographOfRadical(raw) ?? raw },
  { rule: 'compatibility', pattern: /[\uf900-\ufaff]/gu, fix: (raw) => raw.normalize('NFKC') },
];

/**
 * Repair characters that stand for others wherever they occur: control characters, line ends, radicals and
 * compatibility ideographs.
 *
 * @example
 * findCharacterRepairs('⼯作\r\n'); // ⼯ → 工 (radical), '\r\n' → '\n' (line-end)
 */
export function findCharacterRepairs(text: string): Edit[] {
  return ROWS.flatMap(({ rule, pattern, fix }) =>
    Array.from(text.matchAll(pattern), (match): Edit => {
      const raw = match[0];
      return { start: match.index, end: match.index + raw.length, fixed: fix(raw), rule };
    }),
  ).filter(({ start, end, fixed }) => text.slice(start, end) !== fixed);
}
