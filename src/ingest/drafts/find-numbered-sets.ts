/** A set that a slogan counts, with what it counts. */
export interface NumberedSet {
  /** E.g. `六有六无`. */
  readonly name: string;
  readonly items: readonly string[];
  /** Where the list stands, in code units of the text. */
  readonly start: number;
  readonly end: number;
}

const VALUES: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  十: 10,
};

/** `“六有六无”（有…；无…）`, `“三亮”：…。`, `五个方面的建设，即…。` */
const SET_WITH_LIST =
  /[“"]?((?:[一二两三四五六七八九十](?:个[\p{Script=Han}]{1,2}|[\p{Script=Han}]{1,2})){1,4})[”"]?(?:的?[\p{Script=Han}]{1,6})?(?:[（(]([^（()）]{4,400})[）)]|(?:[，,]?即[：:，,]?|[：:])([^。\n]{8,400}))/gu;

const SEPARATORS = [/[；;]/u, /[；;，,]/u, /[；;、]/u, /[；;、，,]/u];

/**
 * Find counted sets whose list is given: the count tells whether the list was cut rightly, so nothing is guessed.
 *
 * @param text - Clean text of an article.
 * @returns Sets in order, each name once; the number of items always equals what the name counts (6 + 6 = 12).
 * @example
 * findNumberedSets('“两有一无”（有场所、有制度；无违纪）').map((set) => set.items); // [['有场所', '有制度', '无违纪']]
 */
export function findNumberedSets(text: string): NumberedSet[] {
  const found = new Map<string, NumberedSet>();
  for (const match of text.matchAll(SET_WITH_LIST)) {
    const [whole, name = '', bracketed, open] = match;
    const list = bracketed ?? open ?? '';
    const items = splitToCount(list, name);
    if (items === undefined || found.has(name)) continue;
    const start = match.index + whole.lastIndexOf(list);
    found.set(name, { name, items, start, end: start + list.length });
  }
  return Array.from(found.values());
}

function countOf(name: string): number {
  return Array.from(name).reduce((sum, char) => sum + (VALUES[char] ?? 0), 0);
}

function splitToCount(list: string, name: string): string[] | undefined {
  const count = countOf(name);
  if (count < 3) return undefined;
  for (const separator of SEPARATORS) {
    const items = list
      .split(separator)
      .map((item) => item.trim())
      .filter((item) => item !== '');
    if (items.length !== count || items.some((item) => item.length < 2 || item.length > 60))
      continue;
    if (haveWords(items, name)) return items;
  }
  return undefined;
}

/** Where a name counts by single words (`六有六无`), each item has its word: six with 有, then six with 无. */
function haveWords(items: readonly string[], name: string): boolean {
  const parts = Array.from(
    name.matchAll(/([一二两三四五六七八九十])([^一二两三四五六七八九十]+)/gu),
  );
  if (parts.some(([, , word = '']) => word.length !== 1)) return true;
  const wanted = parts.flatMap(([, number = '', word = '']) =>
    Array.from({ length: VALUES[number] ?? 0 }, () => word),
  );
  return items.every((item, index) => item.includes(wanted[index] ?? ''));
}
