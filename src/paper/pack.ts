/** One part of a meeting pack. */
export interface PackPart {
  /** Entry id, or `sign-in`, `ledger`, `notes`. */
  readonly id: string;
  /** Rows of a blank table, or pages of lined paper; left out = as the part comes. */
  readonly count?: number;
}

/** A meeting pack: what stands on its cover and the parts in order. The address of the page holds all of it. */
export interface Pack {
  readonly title: string;
  readonly unit: string;
  readonly date: string;
  readonly place: string;
  readonly parts: readonly PackPart[];
}

/** Lined paper for notes, the one part that is no page of the site. */
export const NOTES_ID = 'notes';

const TEXT_KEYS = ['title', 'unit', 'date', 'place'] as const;
const PART = /^([a-z0-9]+(?:-[a-z0-9]+)*)(?::(\d{1,3}))?$/u;

/**
 * Read a pack from the query of an address. What cannot be read is left out.
 *
 * @param query - With or without `?`.
 * @example
 * readPack('?title=主题党日&parts=check-theme-day,sign-in:40').parts[1]; // { id: 'sign-in', count: 40 }
 */
export function readPack(query: string): Pack {
  const values = new URLSearchParams(query);
  const [title, unit, date, place] = TEXT_KEYS.map((key) => values.get(key) ?? '');
  return {
    title: title ?? '',
    unit: unit ?? '',
    date: date ?? '',
    place: place ?? '',
    parts: (values.get('parts') ?? '').split(',').flatMap(readPart),
  };
}

/**
 * Write a pack as the query of an address, with `?`; an empty pack gives an empty text.
 *
 * Han characters stay readable in the address line of browsers, commas and colons unescaped.
 *
 * @example
 * writePack({ title: '', unit: '', date: '', place: '', parts: [{ id: 'sign-in', count: 40 }] });
 * // '?parts=sign-in:40'（四十行的签到表）
 */
export function writePack(pack: Pack): string {
  const texts = TEXT_KEYS.filter((key) => pack[key] !== '').map(
    (key) => `${key}=${encodeURIComponent(pack[key])}`,
  );
  const parts = pack.parts.map(writePart).join(',');
  const all = parts === '' ? texts : [...texts, `parts=${parts}`];
  return all.length === 0 ? '' : `?${all.join('&')}`;
}

/**
 * Move a part of a list to another place.
 *
 * @param to - Index it has afterwards; outside the list it stays at the nearest end.
 * @example
 * movePart(['签到表', '清单', '标准'], 2, 0); // ['标准', '签到表', '清单']
 */
export function movePart<T>(parts: readonly T[], from: number, to: number): readonly T[] {
  const moved = parts[from];
  if (moved === undefined) return parts;
  const rest = parts.filter((_part, at) => at !== from);
  const place = Math.max(0, Math.min(to, rest.length));
  return [...rest.slice(0, place), moved, ...rest.slice(place)];
}

function readPart(text: string): PackPart[] {
  const match = PART.exec(text.trim());
  const id = match?.[1];
  if (id === undefined) return [];
  const count = Number(match?.[2] ?? 0);
  return [count > 0 ? { id, count } : { id }];
}

function writePart({ id, count }: PackPart): string {
  return count === undefined ? id : `${id}:${String(count)}`;
}
