import { isHan } from './han.ts';

/** A text reduced to what two printings of it share, with the way back. */
export interface Skeleton {
  /** Letters, digits and Han only. */
  readonly text: string;
  /** For each code unit of `text`, where it stands in the original (code units). */
  readonly at: Uint32Array;
}

/**
 * Drop everything but letters, digits and Han: punctuation, spaces and line breaks differ between printings of one
 * article.
 *
 * @example
 * skeletonOf('抓实、抓细。').text; // '抓实抓细'
 */
export function skeletonOf(text: string): Skeleton {
  const at = new Uint32Array(text.length);
  const kept: string[] = [];
  let length = 0;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (!isHan(unit) && !isWordUnit(unit)) continue;
    kept.push(text.charAt(index));
    at[length] = index;
    length += 1;
  }
  return { text: kept.join(''), at: at.slice(0, length) };
}

/**
 * The set of all runs of `size` code units of a text (the whole text where it is shorter).
 *
 * @param size - Length of a shingle; 12 tells copies from texts that merely share set phrases.
 * @example
 * shinglesOf('两学一做', 3); // Set { '两学一', '学一做' }
 */
export function shinglesOf(text: string, size = 12): ReadonlySet<string> {
  const shingles = new Set<string>();
  if (text.length > 0 && text.length < size) shingles.add(text);
  for (let at = 0; at + size <= text.length; at += 1) shingles.add(text.slice(at, at + size));
  return shingles;
}

/**
 * Jaccard similarity of two sets, 0–1; two empty sets are 0, because emptiness is no likeness.
 *
 * @example
 * jaccard(new Set(['两学', '学一']), new Set(['两学'])); // 0.5
 */
export function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const item of small) if (large.has(item)) shared += 1;
  const union = a.size + b.size - shared;
  return union === 0 ? 0 : shared / union;
}

function isWordUnit(unit: number): boolean {
  return (
    (unit >= 0x30 && unit <= 0x39) ||
    (unit >= 0x41 && unit <= 0x5a) ||
    (unit >= 0x61 && unit <= 0x7a)
  );
}
