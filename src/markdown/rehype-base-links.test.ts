import { expect, test } from 'vitest';
import { rehypeBaseLinks } from './rehype-base-links.ts';

const CASES = [
  { name: 'a link of the site', href: '/terms/dang-ke/', expected: '/kb/terms/dang-ke/' },
  { name: 'an anchor of the page', href: '#党课', expected: '#党课' },
  { name: 'another host', href: '//example.org/', expected: '//example.org/' },
];

test.each(CASES)('$name', ({ href, expected }) => {
  const link = { type: 'element', tagName: 'a', properties: { href }, children: [] };
  rehypeBaseLinks({ base: '/kb/' })({ type: 'root', children: [link] });
  expect(link.properties.href).toBe(expected);
});
