import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeTextBytes } from './decode-text-bytes.ts';
import { encodeWith } from './encode-with.test-support.ts';

const SIMPLIFIED = '机关党建工作要围绕中心、建设队伍、服务群众，推动党建与业务深度融合。\n';
const TRADITIONAL = '機關黨建工作要圍繞中心、建設隊伍、服務群眾，推動黨建與業務深度融合。\n';

describe('decodeTextBytes', () => {
  test.each([
    { encoding: 'utf-8', text: SIMPLIFIED },
    { encoding: 'gb18030', text: SIMPLIFIED },
    { encoding: 'gb18030', text: TRADITIONAL },
    { encoding: 'big5', text: TRADITIONAL },
    { encoding: 'utf-16le', text: SIMPLIFIED },
    { encoding: 'utf-16be', text: TRADITIONAL },
  ])('reads $encoding without being told: $text', ({ encoding, text }) => {
    expect(decodeTextBytes(encodeWith(text, encoding))).toEqual({ text, encoding });
  });

  test.each([
    { encoding: 'gb18030', text: '党建' },
    { encoding: 'gb18030', text: '三会一课' },
    { encoding: 'big5', text: '黨員大會' },
  ])('reads even a few characters of $encoding: $text', ({ encoding, text }) => {
    expect(decodeTextBytes(encodeWith(text, encoding))).toEqual({ text, encoding });
  });

  test.each([
    { name: 'UTF-8', bom: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
    { name: 'UTF-16LE', bom: [0xff, 0xfe], encoding: 'utf-16le' },
    { name: 'UTF-16BE', bom: [0xfe, 0xff], encoding: 'utf-16be' },
  ])('takes the byte order mark of $name and leaves it out of the text', ({ bom, encoding }) => {
    const bytes = Uint8Array.from([...bom, ...encodeWith('党建', encoding)]);
    expect(decodeTextBytes(bytes)).toEqual({ text: '党建', encoding });
  });

  test('keeps GBK when the last character is cut in half', () => {
    const bytes = encodeWith(SIMPLIFIED.trim(), 'gb18030').slice(0, -1);
    const { text, encoding } = decodeTextBytes(bytes);
    expect(encoding).toBe('gb18030');
    expect(text).toBe(`${SIMPLIFIED.trim().slice(0, -1)}\ufffd`);
  });

  test('keeps UTF-8 when a byte in the middle is damaged', () => {
    const bytes = encodeWith(SIMPLIFIED.repeat(3), 'utf-8');
    bytes[31] = 0xff;
    const { text, encoding } = decodeTextBytes(bytes);
    expect(encoding).toBe('utf-8');
    expect(text.endsWith(SIMPLIFIED.repeat(2))).toBe(true);
  });

  test('follows the editor where the evidence would say otherwise', () => {
    const bytes = encodeWith('一一', 'gb18030');
    expect(decodeTextBytes(bytes, 'big5').encoding).toBe('big5');
    expect(decodeTextBytes(bytes, 'GBK')).toEqual({ text: '一一', encoding: 'gb18030' });
  });

  test.each([
    {
      name: 'an unknown label',
      bytes: encodeWith('党建', 'utf-8'),
      encoding: 'gb99',
      message: /不认识编码“gb99”.*utf-8/,
    },
    {
      name: 'a label that does not fit',
      bytes: encodeWith(SIMPLIFIED, 'gb18030'),
      encoding: 'utf-8',
      message: /按 utf-8 读不通/,
    },
    {
      name: 'random bytes',
      bytes: Uint8Array.from({ length: 4000 }, (_, at) => (at * 7919 + (at >> 3)) % 256),
      encoding: undefined,
      message: /不是文本文件|读不出文字编码/,
    },
    {
      name: 'Latin-1',
      bytes: Uint8Array.from([0x63, 0x61, 0x66, 0xe9, 0x20, 0x63, 0x61, 0x66, 0xe9]),
      encoding: undefined,
      message: /读不出文字编码.*--encoding/,
    },
    {
      name: 'control characters',
      bytes: Uint8Array.from({ length: 300 }, (_, at) => (at % 8) + 1),
      encoding: undefined,
      message: /不是文本文件/,
    },
  ])('refuses $name with one line that says what to do', ({ bytes, encoding, message }) => {
    expect(() => decodeTextBytes(bytes, encoding)).toThrow(message);
  });

  test('gives back any text written in UTF-8', () => {
    const text = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .filter((value) => !value.includes('\0'));
    fc.assert(
      fc.property(text, (value) => {
        expect(decodeTextBytes(new TextEncoder().encode(`党建${value}`)).text).toBe(`党建${value}`);
      }),
    );
  });
});
