import { expect, test } from 'vitest';
import { pageHref, siteRoot, stampOf } from './site-address.ts';

test.each([
  {
    script: 'http://内网.example/kb/assets/search-page.js?v=1a2b3c4d',
    root: '/kb/',
    stamp: '?v=1a2b3c4d',
  },
  { script: 'https://host/assets/instant-box.js', root: '/', stamp: '' },
  { script: 'file:///media/党建/assets/instant-box.js', root: 'file:///media/党建/', stamp: '' },
])('$script tells the root and the stamp', ({ script, root, stamp }) => {
  expect(siteRoot(script)).toBe(root);
  expect(stampOf(script)).toBe(stamp);
});

test('a folder opened from disk is named by its file', () => {
  expect(pageHref('file:///u/', 'terms/liu-you/', '')).toBe('file:///u/terms/liu-you/index.html');
  expect(pageHref('/', 'terms/liu-you/', '由来')).toBe('/terms/liu-you/#%E7%94%B1%E6%9D%A5');
});
