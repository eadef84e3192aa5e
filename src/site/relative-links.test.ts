import { expect, test } from 'vitest';
import { toRelativeLinks } from './relative-links.ts';

const CASES = [
  {
    name: 'a folder gets its index file, the anchor stays',
    html: '<a href="/terms/dang-ke/#members">党课</a>',
    expected: '<a href="../../terms/dang-ke/index.html#members">党课</a>',
  },
  {
    name: 'a query stays',
    html: '<form action="/search/?kind=term">',
    expected: '<form action="../../search/index.html?kind=term">',
  },
  { name: 'home', html: '<a href="/">首页</a>', expected: '<a href="../../index.html">首页</a>' },
  {
    name: 'a file keeps its name',
    html: '<link href="/assets/a.css">',
    expected: '<link href="../../assets/a.css">',
  },
  {
    name: 'anchors of the page stay',
    html: '<a href="#main">正文</a>',
    expected: '<a href="#main">正文</a>',
  },
  {
    name: 'other hosts stay',
    html: '<a href="//example.org/">外站</a>',
    expected: '<a href="//example.org/">外站</a>',
  },
  { name: 'text stays', html: '<p>href="/a/"</p>', expected: '<p>href="/a/"</p>' },
];

test.each(CASES)('$name', ({ html, expected }) => {
  expect(toRelativeLinks(html, 'problems/two-skins/index.html', '/')).toBe(expected);
});

test('a prefix is taken off, and links outside it stay', () => {
  const html = '<a href="/kb/az/">索引</a><a href="/other/">别处</a>';
  expect(toRelativeLinks(html, 'index.html', '/kb/')).toBe(
    '<a href="az/index.html">索引</a><a href="/other/">别处</a>',
  );
});
