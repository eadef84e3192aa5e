import { inflateRawSync } from 'node:zlib';

/**
 * Read the files of a zip archive (docx, xlsx), as their central directory lists them.
 *
 * @throws When the bytes are no zip archive or a file is packed in an unusual way.
 * @example
 * unzip(bytes).get('word/document.xml')?.toString('utf8'); // 含“党支部”的正文
 */
export function unzip(bytes: Buffer): Map<string, Buffer> {
  const end = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  if (end < 0) throw new Error('不是 zip 文件');
  const count = bytes.readUInt16LE(end + 10);
  const files = new Map<string, Buffer>();
  let at = bytes.readUInt32LE(end + 16);
  for (let file = 0; file < count; file += 1) {
    const method = bytes.readUInt16LE(at + 10);
    const packed = bytes.readUInt32LE(at + 20);
    const nameLength = bytes.readUInt16LE(at + 28);
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
    const local = bytes.readUInt32LE(at + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const content = bytes.subarray(start, start + packed);
    if (method !== 0 && method !== 8)
      throw new Error(`${name} 的压缩方式 ${String(method)} 不认识`);
    files.set(name, method === 8 ? inflateRawSync(content) : content);
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return files;
}
