import { expect, test } from 'vitest';
import { rehypeTightCites } from './rehype-tight-cites.ts';

const text = (value: string) => ({ type: 'text', value });
const mark = (name: string) => ({ type: 'mdxJsxTextElement', name, children: [] });

const CASES = [
  {
    name: 'a blank after the mark goes',
    children: [text('在开会之前。'), mark('Cite'), text(' 铁路车间')],
    expected: ['在开会之前。', '铁路车间'],
  },
  {
    name: 'a blank before the mark goes',
    children: [text('在开会之前。 '), mark('Cite')],
    expected: ['在开会之前。'],
  },
  {
    name: 'a line break between two marks goes',
    children: [mark('Cite'), text('\n'), mark('Cite')],
    expected: [''],
  },
  {
    name: 'blanks inside the words stay, and those at other marks',
    children: [text('记录本 A4 '), mark('Undefined'), text(' 一本')],
    expected: ['记录本 A4 ', ' 一本'],
  },
];

test.each(CASES)('$name', ({ children, expected }) => {
  rehypeTightCites()({ type: 'root', children: [{ type: 'element', children }] });
  const texts = children.flatMap((child) => ('value' in child ? [child.value] : []));
  expect(texts).toEqual(expected);
});
