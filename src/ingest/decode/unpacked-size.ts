import JSZip from 'jszip';

/** The parts that readers unpack; pictures stay packed. */
const READ = /\.(?:xml|rels)$/iu;

/**
 * Whether the XML of an Office document unpacks to at most so many bytes. The sizes that a container states may lie, so
 * every part is unpacked piece by piece, kept nowhere, and given up at the limit.
 *
 * @param bytes - A ZIP container.
 * @param limit - Bytes for all parts together.
 * @throws If the container is damaged.
 * @example
 * await unpacksWithin(bytes, 128 * 1024 * 1024); // false for a ZIP bomb (压缩炸弹)
 */
export async function unpacksWithin(bytes: Uint8Array, limit: number): Promise<boolean> {
  const zip = await JSZip.loadAsync(bytes);
  let left = limit;
  for (const part of zip.filter((path, { dir }) => !dir && READ.test(path))) {
    left -= await sizeOf(part, left);
    if (left < 0) return false;
  }
  return true;
}

/** Bytes that a part unpacks to; more than `limit` as soon as it passes that. */
function sizeOf(part: JSZip.JSZipObject, limit: number): Promise<number> {
  return new Promise((resolve, reject) => {
    let size = 0;
    const stream = part.nodeStream('nodebuffer');
    stream.on('data', (chunk: Uint8Array) => {
      size += chunk.length;
      if (size <= limit) return;
      stream.pause();
      resolve(size);
    });
    stream.on('end', () => {
      resolve(size);
    });
    stream.on('error', reject);
  });
}
