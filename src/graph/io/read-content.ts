import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { KIND_NAMES, KINDS } from '../../schema/kinds.ts';
import type { ContentFile } from '../parse-entry.ts';
import { ContentError } from './content-error.ts';

/**
 * Read every entry file below a content root. Other files and folders (`library`, `README.md` …) are left alone.
 *
 * @param root - Content root, e.g. `content`.
 * @returns Paths below the root and texts, sorted by path.
 * @throws ContentError when the root is no folder that can be read.
 * @example
 * await readContent('content'); // [{ file: 'problems/two-skins.mdx', raw: '---\ntitle: 党建与业务“两张皮”…' }, …]
 */
export async function readContent(root: string): Promise<ContentFile[]> {
  const names = await readdir(root).catch(() => {
    throw new ContentError(
      `找不到内容目录 ${root}。请在项目根目录运行，或用环境变量 KB_CONTENT 指明。`,
    );
  });
  const folders = KIND_NAMES.map((kind) => KINDS[kind].folder).filter((folder) =>
    names.includes(folder),
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
