import { encodeNumber, encodeNumbers, frontCode } from './codec.ts';
import { foldPages, type FoldedSection } from './fold-pages.ts';
import { fold, NO_SIMPLIFIED, type Simplified } from './fold.ts';
import {
  CLASS,
  CLASSES,
  FORMAT_VERSION,
  NAME_PREFIX,
  type DocPage,
  type DocShard,
  type FacetShard,
  type Manifest,
  type PostingShard,
} from './index-format.ts';
import { sectionText } from './section-text.ts';
import { indexTokens } from './tokens.ts';
import { FACETS, type FacetName, type SearchPage } from './types.ts';

/** Names of the shards with their data, ready to be written. */
export type IndexFiles = Map<string, unknown>;

/** What an index may be given beside its pages. Without sizes, shards grow with the site. */
export interface IndexOptions {
  /** Conversion table used for the texts; must be given to queries, too. */
  readonly simplified?: Simplified;
  /** The pages' texts folded with that table, where they are at hand. */
  readonly folded?: readonly (readonly FoldedSection[])[];
  /** Pages related to a page (by number): shown with it when it answers a question. */
  readonly related?: ReadonlyMap<number, readonly number[]>;
  /** Names under which a page is found beside its title and its own aliases (by page number). */
  readonly names?: ReadonlyMap<number, readonly string[]>;
  /** Number of Pagefind bundles that go with this index. */
  readonly bundles?: number;
  /** Code units of a postings shard before compression. */
  readonly postingUnits?: number;
  /** Code units of text in a document shard before compression. */
  readonly documentUnits?: number;
}

/** Code units of a postings shard at least and at most. */
const POSTING_UNITS = { least: 1_500, most: 6_000 } as const;
/**
 * How a shard grows with the index: a query reads about three shards, and the manifest names every one of them, so the
 * fewest bytes are read where a shard's size is in proportion to the root of the index's.
 */
const POSTING_GROWTH = 3;
/** About 1 KB compressed. */
const DOCUMENT_UNITS = 600;

/**
 * Build the portable index of a site.
 *
 * @param pages - Pages in the order that breaks ties.
 * @param build - Mark of this build.
 * @returns Every shard by name, see `index-format.ts`.
 * @example
 * buildIndex([{ url: 'terms/a/', title: '三会一课', … }], 'b1').get('manifest');
 */
export function buildIndex(
  pages: readonly SearchPage[],
  build: string,
  options: IndexOptions = {},
): IndexFiles {
  const simplified = options.simplified ?? NO_SIMPLIFIED;
  const folded = options.folded ?? foldPages(pages, simplified);
  const postings = new Map<string, Posting>();
  const lengths: number[] = [];
  const titles: number[] = [];
  let unit = 0;
  pages.forEach((page, number) => {
    let length = 0;
    page.sections.forEach((section, i) => {
      const classes = new Map<string, number>();
      const { heading = '', body = '' } = folded[number]?.[i] ?? {};
      const aside = section.aside === true;
      const headingAs = i === 0 ? CLASS.title : CLASS.heading;
      length += countTokens(classes, heading, aside ? CLASS.aside : headingAs);
      length += countTokens(classes, body, aside ? CLASS.aside : CLASS.once);
      // Other names that the head shows (又称) tell as much as headings.
      if (i === 0)
        shownNames(body, page, simplified).forEach((name) =>
          countTokens(classes, name, CLASS.heading),
        );
      for (const [token, as] of classes) post(postings, token, unit, as);
      unit += 1;
    });
    const head = unit - page.sections.length;
    const title = foldName(page.title, simplified);
    if (title !== '') post(postings, NAME_PREFIX + title, head, CLASS.title);
    const others = [...page.aliases, ...(options.names?.get(number) ?? [])];
    for (const name of new Set(others.map((other) => foldName(other, simplified))))
      if (name !== '' && name !== title) post(postings, NAME_PREFIX + name, head, CLASS.heading);
    lengths.push(length);
    titles.push(new Set(indexTokens(fold(page.title, simplified).text)).size);
  });

  const files: IndexFiles = new Map();
  const terms = addPostingShards(files, postings, options.postingUnits);
  const docs = addDocShards(files, pages, options);
  files.set('facets', facetShard(pages));
  const standings = [...new Set(pages.map(standingOf))];
  const manifest: Manifest = {
    format: FORMAT_VERSION,
    build,
    pages: pages.length,
    units: unit,
    meanLength: lengths.reduce((sum, n) => sum + n, 0) / Math.max(1, lengths.length),
    terms: frontCode(terms),
    docs: encodeNumbers(differences(docs)),
    sections: encodeNumbers(pages.map((page) => page.sections.length)),
    lengths: encodeNumbers(lengths.map(lengthClass)),
    titles: encodeNumbers(titles.map((n) => Math.min(31, n))),
    standing: encodeNumbers(pages.map((page) => standings.indexOf(standingOf(page)))),
    standings,
    bundles: options.bundles ?? 1,
  };
  files.set('manifest', manifest);
  return files;
}

/** Aliases of a page that stand in the text of its head, folded. */
function shownNames(head: string, { aliases }: SearchPage, simplified: Simplified): string[] {
  return aliases
    .map((alias) => foldName(alias, simplified))
    .filter((name) => name !== '' && head.includes(name));
}

interface Posting {
  /** The unit last written. */
  last: number;
  text: string;
}

/** Add the tokens of a text to a section's table; a token seen again in the body counts as repeated. */
function countTokens(classes: Map<string, number>, folded: string, as: number): number {
  if (folded === '') return 0;
  const tokens = indexTokens(folded);
  for (const token of tokens) {
    const before = classes.get(token);
    if (before === undefined || as > before) classes.set(token, as);
    else if (before === CLASS.once && as === CLASS.once) classes.set(token, CLASS.repeated);
  }
  return tokens.length;
}

function post(postings: Map<string, Posting>, token: string, unit: number, as: number): void {
  const posting = postings.get(token);
  if (posting === undefined)
    postings.set(token, { last: unit, text: encodeNumber(unit * CLASSES + as) });
  else {
    posting.text += encodeNumber((unit - posting.last - 1) * CLASSES + as);
    posting.last = unit;
  }
}

function foldName(name: string, simplified: Simplified): string {
  return fold(name, simplified).text.replace(/\n/g, ' ');
}

/** Cut the sorted terms into shards and return the first term of each. */
function addPostingShards(
  files: IndexFiles,
  postings: Map<string, Posting>,
  size = shardUnits(postings),
): string[] {
  const first: string[] = [];
  let terms: string[] = [];
  let texts: string[] = [];
  let units = 0;
  const flush = (): void => {
    const [head] = terms;
    if (head === undefined) return;
    const shard: PostingShard = [frontCode(terms), texts.join(' ')];
    files.set(`p${first.length}`, shard);
    first.push(head);
    terms = [];
    texts = [];
    units = 0;
  };
  for (const term of [...postings.keys()].sort()) {
    const text = postings.get(term)?.text ?? '';
    if (units > 0 && units + text.length > size * 1.3) flush();
    terms.push(term);
    texts.push(text);
    units += unitsOf(term, text);
    if (units >= size) flush();
  }
  flush();
  return first;
}

/** Code units of a term with its postings; a Han character weighs about twice a digit once compressed. */
function unitsOf(term: string, text: string): number {
  return term.length * 2 + text.length;
}

/** Code units of a postings shard for an index of this size. */
function shardUnits(postings: ReadonlyMap<string, Posting>): number {
  let all = 0;
  for (const [term, { text }] of postings) all += unitsOf(term, text);
  const units = Math.sqrt(all * POSTING_GROWTH);
  return Math.min(POSTING_UNITS.most, Math.max(POSTING_UNITS.least, units));
}

/** Write the texts in shards and return the first unit of each. */
function addDocShards(
  files: IndexFiles,
  pages: readonly SearchPage[],
  { documentUnits = DOCUMENT_UNITS, related, simplified = NO_SIMPLIFIED }: IndexOptions,
): number[] {
  const first: number[] = [];
  let shard: DocPage[] = [];
  let size = 0;
  let unit = 0;
  const flush = (): void => {
    const [head] = shard;
    if (head === undefined) return;
    const t2s = pairsIn(shard, simplified);
    const data: DocShard = t2s === '' ? { pages: shard } : { pages: shard, t2s };
    files.set(`d${first.length}`, data);
    first.push(head.n);
    shard = [];
    size = 0;
  };
  pages.forEach((page, number) => {
    let sections: DocPage['s'][number][] = [];
    let start = unit;
    const put = (): void => {
      if (sections.length === 0) return;
      const more = related?.get(number);
      shard.push({
        p: number,
        u: page.url,
        t: page.title,
        k: page.kind,
        y: page.year ?? 0,
        v: page.validity,
        n: start,
        s: sections,
        ...(more === undefined || more.length === 0 ? {} : { r: more }),
      });
      sections = [];
    };
    for (const section of page.sections) {
      const length = sectionText(section).length;
      if (size > 0 && size + length > documentUnits * 1.5) {
        put();
        flush();
        start = unit;
      }
      sections.push([section.id, section.heading, section.headingVisible ? 1 : 0, section.body]);
      size += length;
      unit += 1;
      if (size >= documentUnits) {
        put();
        flush();
        start = unit;
      }
    }
    put();
  });
  flush();
  return first;
}

function pairsIn(pages: readonly DocPage[], simplified: Simplified): string {
  if (simplified.size === 0) return '';
  const pairs = new Set<string>();
  for (const char of JSON.stringify(pages)) {
    const to = simplified.get(char);
    if (to !== undefined) pairs.add(char + to);
  }
  return [...pairs].sort().join('');
}

function facetShard(pages: readonly SearchPage[]): FacetShard {
  const values: Record<string, (readonly [string, string])[]> = {};
  for (const facet of FACETS) {
    const found = new Map<string, number[]>();
    pages.forEach((page, number) => {
      for (const value of facetValues(page, facet)) {
        const list = found.get(value);
        if (list === undefined) found.set(value, [number]);
        else list.push(number);
      }
    });
    values[facet] = [...found].map(([value, list]) => [value, encodeNumbers(differences(list))]);
  }
  return {
    labels: labelsOf(pages),
    values,
    years: encodeNumbers(pages.map(({ year }) => Math.max(0, (year ?? 1900) - 1900))),
  };
}

/** Sources and the 五化 have pages of their own: their titles name the values. */
function labelsOf(pages: readonly SearchPage[]): Record<string, Record<string, string>> {
  const titles = (folder: string): Record<string, string> =>
    Object.fromEntries(
      pages
        .filter(({ url }) => url.startsWith(`${folder}/`) && url.split('/').length === 3)
        .map(({ url, title }) => [url.split('/')[1] ?? '', title]),
    );
  return { source: titles('sources'), wuhua: titles('wuhua') };
}

/**
 * The values a page has in a facet.
 *
 * @example
 * facetValues(page, 'audience'); // ['机关', '国企']
 */
export function facetValues(page: SearchPage, facet: FacetName): readonly string[] {
  switch (facet) {
    case 'kind':
      return [page.kind];
    case 'wuhua':
      return page.wuhua;
    case 'audience':
      return page.audience;
    case 'year':
      return page.year === undefined ? [] : [String(page.year)];
    case 'source':
      return page.sources;
  }
}

function standingOf(page: SearchPage): string {
  return `${page.kind} ${page.validity}`;
}

/** Length on a logarithmic scale: steps of 19 %. */
function lengthClass(length: number): number {
  return Math.round(Math.log2(length + 1) * 4);
}

function differences(sorted: readonly number[]): number[] {
  return sorted.map((value, i) => value - (sorted[i - 1] ?? 0));
}
