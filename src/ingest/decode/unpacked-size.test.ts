import JSZip from 'jszip';
import { describe, expect, test } from 'vitest';
import { decodeDocx } from './decode-docx.ts';
import { unpacksWithin } from './unpacked-size.ts';

const MB = 1024 * 1024;

async function pack(parts: Readonly<Record<string, string>>): Promise<Uint8Array> {
  const zip = new JSZip();
  for (const [path, text] of Object.entries(parts)) zip.file(path, text);
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}

describe('unpacksWithin', () => {
  test('counts all parts together, to the byte', async () => {
    const bytes = await pack({
      'word/document.xml': 'x'.repeat(600),
      'word/styles.xml': 'y'.repeat(400),
    });
    expect(await unpacksWithin(bytes, 1000)).toBe(true);
    expect(await unpacksWithin(bytes, 999)).toBe(false);
  });

  test('leaves pictures out, which nobody unpacks', async () => {
    const bytes = await pack({ 'word/document.xml': 'x', 'word/media/1.png': 'z'.repeat(5000) });
    expect(await unpacksWithin(bytes, 10)).toBe(true);
  });
});

test('a document that unpacks to hundreds of megabytes is refused with what to do about it', async () => {
  const bytes = await pack({
    'word/document.xml': `<w:document>${' '.repeat(200 * MB)}</w:document>`,
  });
  expect(bytes.length).toBeLessThan(MB);
  await expect(decodeDocx('通知.docx', bytes)).rejects.toThrow(/解压后超过 128 MB.*另存为/u);
});
