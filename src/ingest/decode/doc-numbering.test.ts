import { expect, test } from 'vitest';
import { readDocParagraphs } from './doc-numbering.ts';

test.each([0, 10, 600])('streams cut to %i bytes are refused and never read for ever', (size) => {
  expect(() => readDocParagraphs(new Uint8Array(size), new Uint8Array(size))).toThrow(RangeError);
});
