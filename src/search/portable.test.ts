import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildIndex } from './build-index.ts';
import { scanLiterally, toHref } from './literal-scan.ts';
import { portableEngine } from './portable.ts';
import { openPortableIndex } from './portable-index.ts';
import type { SearchEngine } from './result.ts';
import type { SearchPage } from './types.ts';

const SIMPLIFIED = new Map([
  ['黨', '党'],
  ['機', '机'],
  ['關', '关'],
]);

function makePage(url: string, texts: readonly string[], title = texts[0] ?? url): SearchPage {
  return {
    url,
    title,
    kind: 'term',
    audience: ['机关'],
    year: 2020,
    wuhua: [],
    sources: [],
    validity: '',
    aliases: [],
    sections: texts.map((body, i) => ({
      id: i === 0 ? '' : `s${i}`,
      heading: i === 0 ? title : `第${i}节`,
      headingVisible: true,
      body,
    })),
  };
}

async function openOn(pages: readonly SearchPage[]): Promise<SearchEngine> {
  const files = buildIndex(pages, 'test', {
    simplified: SIMPLIFIED,
    postingUnits: 60,
    documentUnits: 20,
  });
  files.set('t2s', [...SIMPLIFIED].flat().join(''));
  const json = new Map([...files].map(([name, data]) => [name, JSON.stringify(data)]));
  const index = await openPortableIndex((name) => {
    const text = json.get(name);
    return text === undefined
      ? Promise.reject(new Error(`no ${name}`))
      : Promise.resolve(JSON.parse(text));
  });
  return portableEngine(index);
}

async function literalHrefs(engine: SearchEngine, query: string): Promise<string[]> {
  const list = await engine.find(query, { sections: Infinity });
  if (list.partial) return [];
  const hits = await list.take(Infinity);
  return hits
    .flatMap((hit) =>
      hit.match === 'page'
        ? []
        : hit.sections.filter(({ exact }) => exact).map(({ id }) => toHref(hit.url, id)),
    )
    .sort();
}

describe('portableEngine', () => {
  const text = fc.string({
    unit: fc.constantFrom(...'党建组织会课，。“”aB1２ \n黨-'),
    minLength: 1,
    maxLength: 40,
  });

  test('finds exactly what a plain scan finds, whatever the query', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(text, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 5 }),
        fc.nat(),
        fc.nat(),
        fc.integer({ min: 1, max: 8 }),
        async (bodies, which, from, length) => {
          const pages = bodies.map((texts, i) => makePage(`p${i}/`, texts, `题${i}`));
          const all = bodies.flat();
          const body = all[which % all.length] ?? '';
          const query = body.slice(from % body.length, (from % body.length) + length);
          if (/[\s"“”-]/.test(query)) return;
          const engine = await openOn(pages);
          expect(await literalHrefs(engine, query)).toEqual(
            scanLiterally(pages, query, SIMPLIFIED).sort(),
          );
        },
      ),
      { numRuns: 400 },
    );
  });

  const pages = [
    makePage('a/', ['三会一课是基本制度。', '支部每月开一次主题党日。'], '三会一课'),
    makePage('b/', ['党建与业务两张皮的成因。', '国企的做法：三会一课。'], '两张皮'),
    makePage('c/', ['機關党建按ＧＢ/Ｔ 9704执行。'], '公文'),
  ];

  test.each([
    { query: '三会一课', urls: ['a/', 'b/'] },
    { query: '主題黨日', urls: [] },
    { query: '機關黨建', urls: ['c/'] },
    { query: '机关党建', urls: ['c/'] },
    { query: 'gb/t 9704', urls: ['c/'] },
    { query: '970', urls: ['c/'] },
    { query: '课', urls: ['a/', 'b/'] },
    { query: '党建 -国企', urls: ['c/'] },
    { query: '“三会一课” 成因', urls: ['b/'] },
    { query: '“三会 一课”', urls: ['a/', 'b/'] },
    { query: '、', urls: [] },
    { query: '：', urls: ['b/'] },
  ])('answers $query with $urls', async ({ query, urls }) => {
    const engine = await openOn(pages);
    const list = await engine.find(query);
    const hits = list.partial ? [] : await list.take(10);
    expect(hits.map(({ url }) => url)).toEqual(urls);
  });

  test('says openly when words are only on different sections of a page, or only some are there', async () => {
    const engine = await openOn(pages);
    const [hit] = await (await engine.find('成因 国企')).take(1);
    expect(hit?.match).toBe('page');
    const partial = await engine.find('党建业务融合');
    expect(partial.partial).toBe(true);
    expect((await partial.take(1))[0]?.url).toBe('b/');
  });

  test('gives titles that are another wording, where that is asked for', async () => {
    const rules = makePage('r/', ['改进作风的规定。'], '中央八项规定及其实施细则');
    const news = makePage('n/', ['学习八项规定实施细则的通知。'], '简报');
    const other = makePage('o/', ['八项规定和实施办法。'], '其他');
    const engine = await openOn([news, other, rules, ...pages]);
    const list = await engine.find('八项规定实施细则', { partial: 'titles' });
    expect((await list.take(10)).map(({ url }) => url)).toEqual(['r/']);
  });

  test('puts a page first whose alias begins with the query', async () => {
    const one = makePage('e/', ['企业的四位一体与责任。'], '月评季考');
    const two = makePage('f/', ['机关的四位一体与责任。'], '四环相扣');
    const engine = await openOn([one, { ...two, aliases: ['四位一体责任体系'] }, ...pages]);
    const hits = await (await engine.find('四位一体')).take(2);
    expect(hits.map(({ url }) => url)).toEqual(['f/', 'e/']);
  });

  test('keeps excluded words out of partial matches, too', async () => {
    const engine = await openOn(pages);
    const urls = async (query: string) =>
      (await (await engine.find(query, { partial: true })).take(10)).map(({ url }) => url);
    expect(await urls('党建业务融合')).toContain('b/');
    expect(await urls('党建业务融合 -国企')).not.toContain('b/');
  });

  test('counts a name shown at the head like a heading', async () => {
    const page = makePage('h/', ['又称：支部换届选举流程、改选。另有一节说换届选举。'], '选举清单');
    const told = makePage('t/', ['先说换届选举。又说换届选举。'], '会议');
    const shown = { ...page, aliases: ['支部换届选举流程'] };
    const first = async (...those: SearchPage[]) =>
      (await (await (await openOn([...those, ...pages])).find('换届选举')).take(1))[0]?.url;
    expect(await first(told, shown)).toBe('h/');
  });

  test('leads to what says it, not to the list of links at the foot of the page', async () => {
    const page = makePage(
      'a/',
      ['组织生活会怎样开。', '另一节。', '组织生活会议程、党建清单'],
      '会议',
    );
    const sections = page.sections.map((section, i) =>
      i === 2 ? { ...section, aside: true } : section,
    );
    const engine = await openOn([{ ...page, sections }, ...pages]);
    for (const query of ['组织生活会', '组织生活会议程准备']) {
      const [hit] = await (await engine.find(query)).take(1);
      expect(hit?.sections.map(({ id }) => id)).toEqual(['', 's2']);
    }
    const [only] = await (await engine.find('党建清单')).take(1);
    expect(only?.sections.map(({ id }) => id)).toEqual(['s2']);
  });

  test('answers ten thousand characters without hanging', async () => {
    const engine = await openOn(pages);
    const list = await engine.find('三会一课'.repeat(2500));
    expect(list.plan.cut).toBe(true);
  });
});
