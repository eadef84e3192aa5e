import type { Graph } from '../graph/types.ts';
import type { Entry } from '../schema/entry.ts';
import { otherNamesOf } from '../schema/other-names-of.ts';
import { compareReadings, initialOf, readName, readTitle } from './reading.ts';

/** One name in the index, and the entry it leads to. */
export interface IndexedName {
  readonly name: string;
  readonly entry: Entry;
  /** False for aliases and abbreviations. */
  readonly isTitle: boolean;
}

/** Names that start with one letter. */
export interface NameGroup {
  /** `A`–`Z`, or `#` for digits and others. */
  readonly letter: string;
  readonly names: readonly IndexedName[];
}

/**
 * Index all names of all entries by pinyin: titles, aliases and abbreviations.
 *
 * @returns Groups in the order of their letters, `#` first; names in the order of their readings.
 * @example
 * indexNames(graph).find(({ letter }) => letter === 'S')?.names.map(({ name }) => name); // ['三会一课', …]
 */
export function indexNames(graph: Graph): NameGroup[] {
  const rows = graph.entries
    .flatMap((entry) => [
      { entry, isTitle: true, read: readTitle(entry) },
      ...otherNamesOf(entry).map((name) => ({ entry, isTitle: false, read: readName(name) })),
    ])
    .sort((a, b) => compareReadings(a.read, b.read));
  const groups = new Map<string, IndexedName[]>();
  for (const { entry, isTitle, read } of rows) {
    const letter = initialOf(read);
    const names = groups.get(letter) ?? [];
    names.push({ name: read.name, entry, isTitle });
    groups.set(letter, names);
  }
  return [...groups]
    .map(([letter, names]) => ({ letter, names }))
    .sort((a, b) => (a.letter < b.letter ? -1 : 1));
}
