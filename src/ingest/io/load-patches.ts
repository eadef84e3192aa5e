import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parsePatch } from '../patches/patch.ts';
import type { Patch } from '../patches/patch.ts';

/**
 * Read every patch file (`*.yaml`) of a folder, in the order of their names; none where the folder is missing.
 *
 * @throws With file and field, where a file is no patch.
 * @example
 * await loadPatches('content/patches'); // [{ name: '世纪桥-2020-09.yaml', … }]
 */
export async function loadPatches(dir: string): Promise<readonly Patch[]> {
  if (!existsSync(dir)) return [];
  const files = (await readdir(dir)).filter((file) => file.endsWith('.yaml')).sort();
  return Promise.all(
    files.map(async (file) => parsePatch(await readFile(join(dir, file), 'utf8'), file)),
  );
}
