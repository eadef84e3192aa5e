import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DomUtils } from 'htmlparser2';
import { describe, expect, inject, test } from 'vitest';
import { CONTENT_SECURITY_POLICY } from '../src/site/security.ts';
import type { Kb } from '../src/graph/to-kb.ts';
import {
  allElements,
  elements,
  listFiles,
  readPages,
  type BuiltPage,
} from './support/read-dist.ts';

const sites = inject('sites');

const SITES = [
  { name: 'the shipped site', dist: sites.real, base: '/' },
  { name: 'the small site under a prefix', dist: sites.small, base: '/kb/' },
];

/** Ids of a page, where its links may lead. */
function idsOf(page: BuiltPage): Set<string> {
  return new Set(allElements(page).flatMap((element) => element.attribs['id'] ?? []));
}

describe.each(SITES)('$name', ({ dist, base }) => {
  const pages = readPages(dist);
  const byPath = new Map(pages.map((page) => [page.path, { page, ids: idsOf(page) }]));

  test('has the pages of the contract', () => {
    for (const path of ['', 'search/', 'meeting/', 'map/', 'az/', 'library/', '404.html']) {
      expect([...byPath.keys()]).toContain(path);
    }
    for (const folder of [
      'problems',
      'measures',
      'standards',
      'wuhua',
      'checklists',
      'terms',
      'sources',
    ]) {
      expect([...byPath.keys()]).toContain(`${folder}/`);
    }
  });

  test('kb.json agrees with the pages: every entry has its page, every criterion its anchor', () => {
    const kb = JSON.parse(readFileSync(join(dist, 'data/kb.json'), 'utf8')) as Kb;
    expect(kb.entries.length).toBeGreaterThan(7);
    const missing = [...kb.entries, ...kb.criteria].filter(({ url }) => {
      const [path = '', anchor] = url.slice(base.length).split('#');
      const target = byPath.get(path);
      return target === undefined || (anchor !== undefined && !target.ids.has(anchor));
    });
    expect(missing).toEqual([]);
    const titles = kb.entries.filter(({ url, title }) => {
      const page = byPath.get(url.slice(base.length))?.page;
      return page === undefined || !DomUtils.textContent(elements(page, 'h1')).includes(title);
    });
    expect(titles).toEqual([]);
    expect(existsSync(join(dist, 'data/kb.csv'))).toBe(true);
  });

  test('every link and file reference leads to a page, an anchor or a file of the site', () => {
    const files = new Set(listFiles(dist));
    const broken = pages.flatMap((page) =>
      ['a', 'link', 'script', 'img', 'form'].flatMap((tag) =>
        elements(page, tag).flatMap((element) => {
          const target =
            element.attribs['href'] ?? element.attribs['src'] ?? element.attribs['action'];
          if (target === undefined) return [];
          const [path = '', anchor = ''] = (target.split('?')[0] ?? '').split('#');
          if (/^[a-z]+:/iu.test(path)) return [`${page.file}: ${target} leaves the site`];
          const local =
            path === '' ? page.path : path.startsWith(base) ? path.slice(base.length) : undefined;
          if (local === undefined) return [`${page.file}: ${target} is outside ${base}`];
          const found = byPath.get(local) ?? byPath.get(`${local}index.html`);
          if (found === undefined)
            return files.has(local) ? [] : [`${page.file}: ${target} is missing`];
          if (anchor === '' || found.ids.has(decodeURIComponent(anchor))) return [];
          return [`${page.file}: ${target} has no such anchor`];
        }),
      ),
    );
    // The 404 page is served at any depth, so only its absolute links count; it has no others.
    expect(broken).toEqual([]);
  });

  test('every page is in Chinese, has one h1, a title of its own, and the policy', () => {
    for (const page of pages) {
      const html = elements(page, 'html')[0];
      expect(html?.attribs['lang'], page.file).toBe('zh-CN');
      expect(elements(page, 'h1'), page.file).toHaveLength(1);
      const policy = elements(page, 'meta').find(
        (meta) => meta.attribs['http-equiv'] === 'Content-Security-Policy',
      );
      expect(policy?.attribs['content'], page.file).toBe(CONTENT_SECURITY_POLICY);
    }
    const titles = pages.map((page) => DomUtils.textContent(elements(page, 'title')));
    expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
  });

  test('no page has inline scripts, inline styles or event handlers, which the policy would block', () => {
    const faults = pages.flatMap((page) =>
      allElements(page).flatMap((element) => {
        const inlineScript =
          element.name === 'script' &&
          element.attribs['src'] === undefined &&
          element.attribs['type'] !== 'application/json';
        const handlers = Object.keys(element.attribs).filter(
          (name) => name === 'style' || name.startsWith('on'),
        );
        return inlineScript || element.name === 'style' || handlers.length > 0
          ? [`${page.file}: <${element.name}> ${handlers.join(' ')}`]
          : [];
      }),
    );
    expect(faults).toEqual([]);
  });

  test('scripts do not block the first view', () => {
    const blocking = pages.flatMap((page) =>
      elements(page, 'script')
        .filter(
          (script) =>
            script.attribs['defer'] === undefined && script.attribs['type'] !== 'application/json',
        )
        .map((script) => `${page.file}: ${script.attribs['src'] ?? ''}`),
    );
    expect(blocking).toEqual([]);
  });

  test('every script has an address that changes with the site, the same stamp on all', () => {
    const stamps = new Set(
      pages.flatMap((page) =>
        elements(page, 'script').flatMap(({ attribs: { src } }) =>
          src === undefined ? [] : [/\/assets\/[^?]+\.js\?v=([0-9a-f]{8})$/u.exec(src)?.[1]],
        ),
      ),
    );
    expect([...stamps]).toEqual([expect.stringMatching(/^[0-9a-f]{8}$/u)]);
  });

  test('no Markdown asterisks are left in the text', () => {
    const left = pages.filter(
      (page) =>
        !page.path.startsWith('library/') &&
        DomUtils.innerText(elements(page, 'main')).includes('**'),
    );
    expect(left.map((page) => page.file)).toEqual([]);
  });
});

test('bold before Han text comes out bold', () => {
  const html = readFileSync(join(sites.small, 'problems/two-skins/index.html'), 'utf8');
  expect(html).toContain('<strong>注意：</strong>正文里的加粗要对');
});

test('drafts are in no page and no data file', () => {
  const kb = JSON.parse(readFileSync(join(sites.real, 'data/kb.json'), 'utf8')) as Kb;
  const pages = new Set(readPages(sites.real).map((page) => page.path));
  expect(kb.entries.every(({ url }) => pages.has(url.slice(1)))).toBe(true);
});

describe('an article of the library', () => {
  const page = readFileSync(join(sites.small, 'library/yang-li-wen-zhang/index.html'), 'utf8');

  test('has outline anchors, its table, and its text as text', () => {
    expect(page).toContain('id="s1"');
    expect(page).toContain('<th scope="col">项目</th>');
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt; 与 {1+1} 都是文字。');
    expect(page).not.toContain('<script>alert(1)');
  });

  test('is what citations link to, down to the quoted paragraph', () => {
    const problem = readFileSync(join(sites.small, 'problems/two-skins/index.html'), 'utf8');
    expect(problem).toContain('href="/kb/library/yang-li-wen-zhang/#p1">查看原文段落</a>');
  });
});
