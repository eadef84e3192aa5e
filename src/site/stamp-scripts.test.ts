import { expect, test } from 'vitest';
import { stampScripts } from './stamp-scripts.ts';

const CASES = [
  {
    name: 'a script of the site',
    html: '<script src="/kb/assets/display.js" defer></script>',
    expected: '<script src="/kb/assets/display.js?v=3f9c" defer></script>',
  },
  {
    name: 'a script in a folder, whose own version is replaced',
    html: '<script defer src="/kb/assets/checklists/check-a.js?v=2026-11-22"></script>',
    expected: '<script defer src="/kb/assets/checklists/check-a.js?v=3f9c"></script>',
  },
  {
    name: 'a script elsewhere',
    html: '<script src="/kb/pagefind/pagefind.js"></script>',
    expected: '<script src="/kb/pagefind/pagefind.js"></script>',
  },
  {
    name: 'words that only look like one',
    html: '<p>写作 &lt;script src="/kb/assets/a.js"</p><a href="/kb/assets/a.js">清单</a>',
    expected: '<p>写作 &lt;script src="/kb/assets/a.js"</p><a href="/kb/assets/a.js">清单</a>',
  },
];

test.each(CASES)('$name', ({ html, expected }) => {
  expect(stampScripts(html, '/kb/', '3f9c')).toBe(expected);
});
