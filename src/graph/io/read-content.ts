import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { KIND_NAMES, KINDS } from '../../schema/kinds.ts';
import type { ContentFile } from '../parse-entry.ts';

/**
 * Read every entry file below a content root. Other files and folders (`library`, `README.md` …) are left alone.
 *
 * @param root - Content root, e.g. `content`.
 * @returns Paths below the root and texts, sorted by path.
 * @throws When the root cannot be read.
 * @example
 * await readContent('content'); // [{ file: 'problems/two-skins.mdx', raw: '---\ntitle: 党建与业务“两张皮”…' }, …]
 */
export async function readContent(root: string): Promise<ContentFile[]> {
  const existing = new Set(await readdir(root));
  const folders = KIND_NAMES.map((kind) => KINDS[kind].folder).filter((folder) =>
    existing.has(folder),
  );
  const files = await Promise.all(
    folders.map(async (folder) => {
      const names = await readdir(join(root, folder));
      return names
        .filter((name) => !name.startsWith('.') && name.endsWith('.mdx'))
        .map((name) => `${folder}/${name}`);
    }),
  );
  return Promise.all(
    files
      .flat()
      .sort()
      .map(async (file) => ({ file, raw: await readFile(join(root, file), 'utf8') })),
  );
}
