import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerQuery } from '../../src/search/answer.ts';
import { buildSearchIndex } from '../../src/search/build/build-search-index.ts';
import { openEngine, type OpenedSite } from '../../src/search/build/open-engine.ts';
import { readSite } from '../../src/search/build/read-site.ts';
import { traditionalTable } from '../../src/search/build/traditional-table.ts';
import { scanLiterally, toHref } from '../../src/search/literal-scan.ts';
import { pagefindEngine } from '../../src/search/pagefind-engine.ts';
import type { SearchPage } from '../../src/search/types.ts';
import { makeCorpus } from './corpus.ts';
import { drawQueries, QUERY_CLASSES } from './search-queries.ts';
import { toHtml, writeSite } from './write-site.ts';

const ENGINES = ['portable', 'pagefind'] as const;
const SIMPLIFIED = traditionalTable();
const NAMED: SearchPage = {
  url: 'terms/shyk/',
  title: '三会一课',
  kind: 'term',
  audience: ['机关'],
  year: 2020,
  wuhua: ['zuzhi'],
  sources: ['lianxi'],
  validity: '现行有效',
  aliases: ['三课制'],
  sections: [
    {
      id: '',
      heading: '三会一课',
      headingVisible: true,
      body: '支部党员大会、支委会、党小组会和党课。',
    },
    {
      id: 's1',
      heading: '繁體',
      headingVisible: true,
      body: '機關黨建工作要求。学习八项规定实施细则。',
    },
  ],
};
const RULES: SearchPage = {
  ...NAMED,
  url: 'sources/rules/',
  title: '中央八项规定及其实施细则',
  kind: 'source',
  aliases: [],
  sections: [
    { id: '', heading: '中央八项规定及其实施细则', headingVisible: true, body: '改进作风的规定。' },
  ],
};

let dist = '';
let pages: SearchPage[] = [];
const sites = new Map<string, OpenedSite>();

beforeAll(async () => {
  dist = mkdtempSync(join(tmpdir(), 'kb-engines-'));
  writeSite(dist, [...makeCorpus(80, 5), NAMED, RULES]);
  await buildSearchIndex({
    dist,
    base: '/kb/',
    // Several bundles even for so small a site: what is merged must be whole.
    bundleUnits: 25_000,
    lexicon: [
      { title: '三会一课', url: '/kb/terms/shyk/', kind: 'term', aliases: ['三课制', '民评'] },
    ],
  });
  pages = readSite(dist);
  for (const name of ENGINES) sites.set(name, await openEngine(dist, name));
});
afterAll(() => rmSync(dist, { recursive: true, force: true }));

function siteOf(name: string): OpenedSite {
  const site = sites.get(name);
  if (site === undefined) throw new Error(`${name} is not open`);
  return site;
}

async function literalHrefs(name: string, query: string): Promise<string[]> {
  const list = await siteOf(name).engine.find(query, { sections: Infinity });
  const hits = await list.take(Infinity);
  return hits
    .flatMap((hit) =>
      hit.sections.filter(({ exact }) => exact).map(({ id }) => toHref(hit.url, id)),
    )
    .sort();
}

describe.each(ENGINES)('%s', (name) => {
  test.each(QUERY_CLASSES)('finds what a plain scan finds: %s', async (kind) => {
    for (const { query } of drawQueries(pages, kind, 15, SIMPLIFIED))
      expect({ query, found: await literalHrefs(name, query) }).toEqual({
        query,
        found: scanLiterally(pages, query, SIMPLIFIED).sort(),
      });
  });

  test.each(['機關黨建', '机关党建', '支委会、党小组', '工作要求。'])('finds %s', async (query) => {
    const found = await literalHrefs(name, query);
    expect(found).toEqual(scanLiterally(pages, query, SIMPLIFIED).sort());
    expect(found.length).toBeGreaterThan(0);
  });

  test('puts the page with the name first, for title and alias', async () => {
    for (const query of ['三会一课', '三课制', '民评']) {
      const [hit] = await (await siteOf(name).engine.find(query)).take(1);
      expect(hit).toMatchObject({ url: 'terms/shyk/', match: 'named' });
    }
  });

  test('narrows by facets and counts them', async () => {
    const { engine } = siteOf(name);
    const all = await engine.find('党建');
    const counts = await all.facets();
    const kinds = new Map<string, number>();
    const hits = await all.take(Infinity);
    hits.forEach(({ kind }) => kinds.set(kind, (kinds.get(kind) ?? 0) + 1));
    expect(new Map([...counts.kind].filter(([, pages]) => pages > 0))).toEqual(kinds);
    const filtered = await (
      await engine.find('党建', { filters: { kind: ['term'] } })
    ).take(Infinity);
    expect(filtered.map(({ url }) => url).sort()).toEqual(
      hits
        .filter(({ kind }) => kind === 'term')
        .map(({ url }) => url)
        .sort(),
    );
  });

  test('sorts by year and drops nothing', async () => {
    const { engine } = siteOf(name);
    const byYear = await (await engine.find('一是', { sort: 'year' })).take(Infinity);
    const years = byYear.map(({ year }) => year ?? 0);
    expect(years).toEqual([...years].sort((a, b) => b - a));
    const byRank = await (await engine.find('一是')).take(Infinity);
    expect(byYear.map(({ url }) => url).sort()).toEqual(byRank.map(({ url }) => url).sort());
  });

  test('all words, excluded words and quotes are as a scan says', async () => {
    const { engine } = siteOf(name);
    const text = (page: SearchPage): string =>
      page.sections.map(({ heading, body }) => heading + body).join('\n');
    const cases: [string, (text: string) => boolean][] = [
      ['一是 二是', (body) => body.includes('一是') && body.includes('二是')],
      ['一是 -两张皮', (body) => body.includes('一是') && !body.includes('两张皮')],
      ['“一是” -“两张皮”', (body) => body.includes('一是') && !body.includes('两张皮')],
    ];
    for (const [query, wanted] of cases) {
      const list = await engine.find(query);
      const found = (await list.take(Infinity)).map(({ url }) => url).sort();
      expect(found).toEqual(
        pages
          .filter((page) => wanted(text(page)))
          .map(({ url }) => url)
          .sort(),
      );
    }
  });

  test('understands pinyin, initials and a slip of sound', async () => {
    const { engine, index } = siteOf(name);
    const ask = (query: string) => answerQuery(engine, index, query);
    expect(await ask('sanhuiyike')).toMatchObject({ instead: '三会一课' });
    expect(await ask("san hui'yi ke")).toMatchObject({ instead: '三会一课' });
    expect(await ask('shyk')).toMatchObject({ instead: '三会一课' });
    const slip = await ask('三会一刻');
    expect(slip.instead).toBeUndefined();
    expect(slip.suggestions[0]).toEqual({ text: '三会一课', reason: 'homophone' });
  });

  test('puts titles of nearly the same words behind the only page with the words', async () => {
    const { engine, index } = siteOf(name);
    const { list } = await answerQuery(engine, index, '八项规定实施细则');
    const hits = await list.take(10);
    expect(hits.map(({ url, match }) => `${url} ${match}`)).toEqual([
      'terms/shyk/ section',
      'sources/rules/ partial',
    ]);
  });

  test('never comes back with nothing at all for a query that is nowhere', async () => {
    const { engine, index } = siteOf(name);
    const { list } = await answerQuery(engine, index, '党小组会怎么开才不走过场');
    expect(list.partial).toBe(true);
    expect(list.count().pages).toBeGreaterThan(0);
  });

  test.each([
    '<script>alert(1)</script>',
    '"',
    '“”',
    '-',
    '\\',
    '()*+?',
    '\u0000党',
    '💡',
    '%E4%BA',
    '党'.repeat(10_000),
  ])('stays calm about %j', async (query) => {
    const { engine, index } = siteOf(name);
    const { list } = await answerQuery(engine, index, query);
    await list.take(3);
  });
});

test.each(['党建', '三课制', '一是', '工作 要求', '两张皮 -国企', '八项规定实施细则'])(
  'both engines give the same pages of “%s” in the same order',
  async (query) => {
    const [one, other] = await Promise.all(
      ENGINES.map(async (name) => {
        const { engine, index } = siteOf(name);
        const { list } = await answerQuery(engine, index, query);
        return (await list.take(Infinity)).map(({ url, match }) => `${url} ${match}`);
      }),
    );
    expect(one).toEqual(other);
    expect(one?.length).toBeGreaterThan(0);
  },
);

test('indexes of different builds are not searched together', () => {
  const { index } = siteOf('portable');
  const search = () => Promise.reject(new Error('not asked'));
  expect(() => pagefindEngine({ pages: 3, search }, index)).toThrow(/有 3 页.*npm run build/);
});

describe('Pagefind as we rely on it', () => {
  // A new Pagefind that cuts what we give it, or words it, would break the engine silently; this says where.
  test('leaves our tokens whole in a language it has no segmenter for', async () => {
    const list = await siteOf('pagefind').engine.find('三会一课');
    expect(scanLiterally(pages, '三会一课')).toEqual(['terms/shyk/']);
    expect(list.count()).toEqual({ pages: 1, approximate: false });
    const entry = JSON.parse(readFileSync(join(dist, 'pagefind/pagefind-entry.json'), 'utf8')) as {
      languages: Record<string, unknown>;
    };
    expect(Object.keys(entry.languages)).toEqual(['zxx']);
  });

  test('counts exactly before any page is read', async () => {
    const holding = pages.filter(({ sections }) =>
      sections.some(({ heading, body }) => `${heading}\n${body}`.includes('一是')),
    );
    const list = await siteOf('pagefind').engine.find('一是');
    expect(list.count()).toEqual({ pages: holding.length, approximate: false });
    expect(holding.length).toBeGreaterThan(10);
  });
});

test('a site without pages to index is an error that says what is missing', async () => {
  const empty = mkdtempSync(join(tmpdir(), 'kb-empty-'));
  writeFileSync(join(empty, 'index.html'), toHtml(NAMED).replace('data-kind="term"', ''));
  await expect(buildSearchIndex({ dist: empty, base: '/', lexicon: [] })).rejects.toThrow(
    'data-kind',
  );
  rmSync(empty, { recursive: true, force: true });
});
