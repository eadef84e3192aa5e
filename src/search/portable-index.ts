import { decodeNumbers, frontDecode } from './codec.ts';
import { fold, NO_SIMPLIFIED, type Simplified } from './fold.ts';
import {
  CLASSES,
  FORMAT_VERSION,
  readPairs,
  type DocPage,
  type DocShard,
  type FacetShard,
  type Manifest,
  type PostingShard,
} from './index-format.ts';
import { sectionText } from './section-text.ts';
import type { SearchSection } from './types.ts';
import { lowerBound, merge, NOWHERE, type Postings } from './unit-sets.ts';

/** Gets a shard by name. Must reject when it cannot, and must not remember failures. */
export type LoadShard = (name: string, build?: string) => Promise<unknown>;

/** A section with its text folded for the literal check. */
export interface LoadedUnit {
  readonly unit: number;
  readonly page: DocPage;
  readonly section: SearchSection;
  readonly folded: string;
  readonly simplified: Simplified;
}

/** The opened index: what is known of every page, and the look-ups. */
export interface PortableIndex {
  readonly manifest: Manifest;
  /** Page of each section. */
  readonly pageOf: Int32Array;
  /** First section of each page, and the number of sections at the end. */
  readonly firstUnit: Int32Array;
  /** Tokens of each page, approximately. */
  readonly lengths: Float64Array;
  /** Distinct tokens of each title (at most 31). */
  readonly titles: readonly number[];
  /** Index into `manifest.standings` of each page. */
  readonly standing: readonly number[];
  term(token: string): Promise<Postings>;
  prefix(char: string): Promise<Postings>;
  units(wanted: readonly number[]): Promise<Map<number, LoadedUnit>>;
  facets(): Promise<FacetShard>;
  load: LoadShard;
}

/**
 * Open a portable index.
 *
 * @param load - Source of shards: a script tag in the browser, files in Node.
 * @throws Error when the manifest is of another format than this code reads, or a shard cannot be had.
 * @example
 * const index = await openPortableIndex(load);
 * (await index.term('党建')).units.length; // sections that hold 党建
 */
export async function openPortableIndex(load: LoadShard): Promise<PortableIndex> {
  const manifest = (await load('manifest')) as Manifest;
  if (manifest.format !== FORMAT_VERSION)
    throw new Error(
      `搜索索引的格式是 ${String(manifest.format)}，本程序读 ${FORMAT_VERSION}：请重新构建网站（npm run build）。`,
    );
  const shardTerms = frontDecode(manifest.terms);
  const docStarts = Int32Array.from(runningSums(decodeNumbers(manifest.docs)));
  const sections = decodeNumbers(manifest.sections);
  const firstUnit = Int32Array.from([0, ...runningSums(sections)]);
  const pageOf = new Int32Array(manifest.units);
  sections.forEach((_, page) => pageOf.fill(page, firstUnit[page], firstUnit[page + 1]));

  const once = rememberSuccess();
  const fetchShard = (name: string): Promise<unknown> => load(name, manifest.build);
  const postingShard = (number: number): Promise<OpenShard> =>
    once(`p${number}`, async () => openShard((await fetchShard(`p${number}`)) as PostingShard));
  const docShard = (number: number): Promise<LoadedUnit[]> =>
    once(`d${number}`, async () => openDocs((await fetchShard(`d${number}`)) as DocShard));

  return {
    manifest,
    pageOf,
    firstUnit,
    lengths: Float64Array.from(decodeNumbers(manifest.lengths), (step) => 2 ** (step / 4)),
    titles: decodeNumbers(manifest.titles),
    standing: decodeNumbers(manifest.standing),
    load: fetchShard,
    async term(token) {
      const shard = await postingShard(shardOf(shardTerms, token));
      return shard.postings(token) ?? NOWHERE;
    },
    async prefix(char) {
      const from = shardOf(shardTerms, char);
      const to = shardOf(shardTerms, `${char}\uffff`);
      const shards = await Promise.all(
        Array.from({ length: to - from + 1 }, (_, i) => postingShard(from + i)),
      );
      return merge(
        shards.flatMap((shard) => shard.startingWith(char)),
        manifest.units,
      );
    },
    async units(wanted) {
      const numbers = new Set(wanted.map((unit) => lowerBound(docStarts, unit + 1) - 1));
      const loaded = await Promise.all([...numbers].map(docShard));
      return new Map(loaded.flat().map((unit) => [unit.unit, unit]));
    },
    facets: () => once('facets', async () => (await fetchShard('facets')) as FacetShard),
  };
}

interface OpenShard {
  postings(term: string): Postings | undefined;
  startingWith(char: string): Postings[];
}

function openShard([terms, texts]: PostingShard): OpenShard {
  const names = frontDecode(terms);
  const lists = texts.split(' ');
  const place = new Map(names.map((name, i) => [name, i]));
  const decoded = new Map<number, Postings>();
  const at = (i: number): Postings => {
    const known = decoded.get(i) ?? decodePostings(lists[i] ?? '');
    decoded.set(i, known);
    return known;
  };
  return {
    postings(term) {
      const i = place.get(term);
      return i === undefined ? undefined : at(i);
    },
    startingWith: (char) =>
      names.flatMap((name, i) => (name.startsWith(char) ? [decodePostings(lists[i] ?? '')] : [])),
  };
}

function decodePostings(text: string): Postings {
  const values = decodeNumbers(text);
  const units = new Int32Array(values.length);
  const classes = new Uint8Array(values.length);
  let unit = -1;
  values.forEach((value, i) => {
    unit += Math.floor(value / CLASSES) + 1;
    units[i] = unit;
    classes[i] = value % CLASSES;
  });
  return { units, classes };
}

function openDocs(shard: DocShard): LoadedUnit[] {
  const simplified = shard.t2s === undefined ? NO_SIMPLIFIED : readPairs(shard.t2s);
  return shard.pages.flatMap((page) =>
    page.s.map(([id, heading, visible, body], i) => {
      const section = { id, heading, headingVisible: visible === 1, body };
      const folded = fold(sectionText(section), simplified).text;
      return { unit: page.n + i, page, section, folded, simplified };
    }),
  );
}

/** The last shard whose first term is not after the given one. */
function shardOf(first: readonly string[], term: string): number {
  let low = 0;
  let high = first.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((first[middle] ?? '') <= term) low = middle;
    else high = middle - 1;
  }
  return low;
}

function runningSums(values: readonly number[]): number[] {
  let sum = 0;
  return values.map((value) => (sum += value));
}

/** Share work that is under way and keep what succeeded; a failure is forgotten, so that the next call tries again. */
function rememberSuccess(): <T>(key: string, work: () => Promise<T>) => Promise<T> {
  const kept = new Map<string, Promise<unknown>>();
  return <T>(key: string, work: () => Promise<T>): Promise<T> => {
    const known = kept.get(key) as Promise<T> | undefined;
    if (known !== undefined) return known;
    const started = work();
    kept.set(key, started);
    started.catch(() => kept.delete(key));
    return started;
  };
}
