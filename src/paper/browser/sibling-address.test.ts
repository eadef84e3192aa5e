import { expect, test } from 'vitest';
import { siblingAddress } from './sibling-address.ts';

test.each([
  {
    src: 'http://内网.example/kb/assets/meeting.js?v=1a2b3c4d',
    name: 'parts/check-theme-day.js',
    address: 'http://内网.example/kb/assets/parts/check-theme-day.js?v=1a2b3c4d',
  },
  {
    src: 'file:///media/党建/assets/checklist.js',
    name: 'checklist-docx.js',
    address: 'file:///media/党建/assets/checklist-docx.js',
  },
  {
    src: 'http://host/assets/checklist.js?v=a/b',
    name: 'checklist-xlsx.js',
    address: 'http://host/assets/checklist-xlsx.js?v=a/b',
  },
])('$name beside $src', ({ src, name, address }) => {
  expect(siblingAddress(src)(name)).toBe(address);
});
