import { glob, readdir, stat } from 'node:fs/promises';
import { extname, join, relative, resolve, sep } from 'node:path';

/** A file to import. */
export interface InputFile {
  /** Absolute path. */
  readonly path: string;
  /** Path from the current folder with `/`: what tells two files of one name apart across runs. */
  readonly place: string;
}

/** What the arguments of a command stand for. */
export interface FoundInputs {
  readonly files: readonly InputFile[];
  /** Files inside folders that are no documents by their extension. */
  readonly skipped: readonly string[];
  /** Arguments that name nothing, each with one line for the editor. */
  readonly missing: readonly { readonly input: string; readonly message: string }[];
}

/** Files with these extensions are taken from a folder; a file named by itself may have any. */
const DOCUMENT_EXTENSIONS = new Set([
  '',
  '.txt',
  '.text',
  '.md',
  '.markdown',
  '.html',
  '.htm',
  '.shtml',
  '.xhtml',
  '.docx',
  '.doc',
  '.wps',
  '.pdf',
]);

/**
 * Expand files, folders (all their documents, however deep) and globs into files, each once.
 *
 * Hidden files are left out of folders. The order is that of the arguments, by name inside a folder or glob.
 *
 * @param args - Paths as typed; a path that exists is taken literally, even with `*` or `[` in it.
 * @param cwd - Folder that relative paths start from.
 * @param library - Where articles are written: nothing below it is an input, even when a folder above it is named.
 * @example
 * await findInputs(['文章/', '通知*.docx'], process.cwd(), 'content/library');
 */
export async function findInputs(
  args: readonly string[],
  cwd: string,
  library: string,
): Promise<FoundInputs> {
  const isOwn = (path: string) => path.startsWith(resolve(cwd, library) + sep);
  const paths = new Set<string>();
  const skipped: string[] = [];
  const missing: { input: string; message: string }[] = [];
  for (const input of args) {
    const path = resolve(cwd, input);
    const kind = await statKind(path);
    if (kind === 'file') {
      paths.add(path);
    } else if (kind === 'folder') {
      const found = await listFolder(path, isOwn);
      found.documents.forEach((file) => paths.add(file));
      skipped.push(...found.others.map((file) => toPlace(file, cwd)));
      if (found.documents.length === 0)
        missing.push({ input, message: '文件夹里没有可导入的文档' });
    } else {
      const matches = /[*?[{]/.test(input)
        ? (await expandGlob(input, cwd)).filter((file) => !isOwn(file))
        : [];
      matches.forEach((file) => paths.add(file));
      if (matches.length === 0)
        missing.push({ input, message: '找不到这个文件，请检查路径和文件名' });
    }
  }
  const files = Array.from(paths, (path) => ({ path, place: toPlace(path, cwd) }));
  return { files, skipped, missing };
}

async function listFolder(
  folder: string,
  isOwn: (path: string) => boolean,
): Promise<{ documents: string[]; others: string[] }> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !isOwn(path))
    .filter(
      (path) =>
        !relative(folder, path)
          .split(sep)
          .some((part) => part.startsWith('.')),
    )
    .sort();
  const isDocument = (path: string) => DOCUMENT_EXTENSIONS.has(extname(path).toLowerCase());
  return { documents: files.filter(isDocument), others: files.filter((path) => !isDocument(path)) };
}

async function expandGlob(pattern: string, cwd: string): Promise<string[]> {
  const matches: string[] = [];
  for await (const match of glob(pattern, { cwd })) {
    const path = resolve(cwd, match);
    if ((await statKind(path)) === 'file') matches.push(path);
  }
  return matches.sort();
}

async function statKind(path: string): Promise<'file' | 'folder' | 'none'> {
  try {
    const found = await stat(path);
    return found.isDirectory() ? 'folder' : 'file';
  } catch (error) {
    if (isMissing(error)) return 'none';
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    (error.code === 'ENOENT' || error.code === 'ENOTDIR')
  );
}

function toPlace(path: string, cwd: string): string {
  return relative(cwd, path).split(sep).join('/');
}
