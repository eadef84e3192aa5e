import type { IngestWarning } from '../types.ts';
import { SUSPECTS } from './suspects.ts';

/** A whole and a part of it that one sentence gives, in the same unit. */
const WHOLE_AND_PART =
  /总(?:量|数|人数|计)(?:为|达|约)?(\d+(?:\.\d+)?)([万亿]?)[人个名户][，,][^。；]{0,20}?其中[^。；\d]{0,12}(\d+(?:\.\d+)?)([万亿]?)[人个名户]/gu;

/**
 * Find damage that no rule can undo: masked names and numbers, numbers that lost digits, likely recognition mistakes,
 * colons between two sentences, doubled words. Places are in the given text; the caller maps them to its input.
 *
 * @example
 * findDamage('已经拥有000多万党员')[0]?.message; // '数字前面丢了位，勿引用'
 */
export function findDamage(text: string): IngestWarning[] {
  const suspects = SUSPECTS.flatMap(({ rule, pattern, message, candidates }) =>
    Array.from(text.matchAll(pattern), ({ index, 0: raw }): IngestWarning => ({
      rule,
      start: index,
      end: index + raw.length,
      message: `${message}：“${raw}”`,
      ...(candidates === undefined ? {} : { candidates: candidates(raw) }),
    })),
  );
  const sums = Array.from(text.matchAll(WHOLE_AND_PART))
    .filter(([, whole, unit, part, partUnit]) => unit === partUnit && Number(part) > Number(whole))
    .map(({ index, 0: raw }): IngestWarning => ({
      rule: 'lost-digits',
      start: index,
      end: index + raw.length,
      message: `部分大于总数，必有丢位，勿引用：“${raw}”`,
    }));
  return [...suspects, ...sums].sort((a, b) => a.start - b.start || a.end - b.end);
}
