import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const readme = readFileSync('README.md', 'utf8');

/** Rows of the table below a heading, head and rule left out, each cut into trimmed cells. */
function rowsBelow(heading: string): string[][] {
  const [, section = ''] = readme.split(`\n## ${heading}`);
  const lines = section.split('\n## ')[0]?.split('\n') ?? [];
  return lines
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .map((line) => line.split(/(?<!\\)\|/u).slice(1, -1))
    .map((cells) => cells.map((cell) => cell.trim()));
}

function codeIn(text: string): string[] {
  return [...text.matchAll(/`([^`]+)`/gu)].map((match) => match[1] ?? '');
}

test('every dependency has its line with a reason, and every line its dependency', () => {
  const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    dependencies: Record<string, string>;
    devDependencies: Record<string, string>;
  };
  const rows = rowsBelow('依赖，每个一条理由');
  const listed = rows.flatMap(([names = '']) => names.split('、'));
  expect(listed.sort()).toEqual(Object.keys({ ...dependencies, ...devDependencies }).sort());
  expect(rows.filter(([, reason = '']) => reason === '')).toEqual([]);
});

test('every command it names is there', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    scripts: Record<string, string>;
  };
  const named = [...readme.matchAll(/npm (?:run )?([a-z:]+)/gu)].map((match) => match[1] ?? '');
  const known = [...Object.keys(scripts), 'ci', 'install'];
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter((name) => !known.includes(name))).toEqual([]);
});

test('every environment variable that the code reads is named, and no other', () => {
  const code = globSync('{src,scripts}/**/*.ts').map((file) => readFileSync(file, 'utf8'));
  const read = code.flatMap((text) =>
    [...text.matchAll(/(?:env\[|read\()'((?:KB|CHROMIUM)_[A-Z_]+)'/gu)].map((match) => match[1]),
  );
  const [, list = ''] = /\n环境变量：(.*)\n/u.exec(readme) ?? [];
  const named = codeIn(list).filter((name) => /^[A-Z_]+$/u.test(name));
  expect(named.sort()).toEqual([...new Set(read)].sort());
});

test('every folder of the code has its row, and imports only what the row allows', () => {
  const rows = rowsBelow('代码布局').map(([names = '', , allowed = '']) => ({
    folders: codeIn(names).flatMap((name) => /^src\/(\w+)$/u.exec(name)?.[1] ?? []),
    allowed: allowed.split('、'),
  }));
  const folders = readdirSync('src', { withFileTypes: true })
    .filter((item) => item.isDirectory())
    .map(({ name }) => name);
  expect(rows.flatMap((row) => row.folders).sort()).toEqual(folders.sort());

  const layers = rows.filter((row) => row.folders.length === 1);
  const beyond = layers.flatMap(({ folders: [folder = ''], allowed }) =>
    globSync(`src/${folder}/**/*.{ts,astro}`)
      .filter((file) => !file.endsWith('.test.ts'))
      .flatMap((file) => {
        const found = importedFolders(readFileSync(file, 'utf8'), file);
        return found.filter((target) => target !== folder && !allowed.includes(target));
      })
      .map((target) => `${folder} → ${target}`),
  );
  expect(beyond).toEqual([]);
});

/** Folders of `src/` that a file imports from, by the paths of its imports. */
function importedFolders(code: string, file: string): string[] {
  return [...code.matchAll(/(?:from|import\()\s*'(\.[^']*)'/gu)].flatMap((match) => {
    const { pathname } = new URL(match[1] ?? '', `file:///${file}`);
    return /^\/src\/(\w+)\//u.exec(pathname)?.[1] ?? [];
  });
}

test('every word of the glossary is a word of the code', () => {
  const code = globSync('src/**/*.{ts,astro}')
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n')
    .toLowerCase();
  const words = rowsBelow('英文名称对照').flatMap(([, one = '', , other = '']) => [one, other]);
  const missing = words
    .map((word) => word.replace(/\s*\(.*\)$/u, '').toLowerCase())
    .filter((word) => !code.includes(word));
  expect(words.length).toBeGreaterThan(40);
  expect(missing).toEqual([]);
});

test('every file it links to is there', () => {
  const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)\)/gu)].map((match) => match[1] ?? '');
  expect(links.length).toBeGreaterThan(2);
  expect(links.filter((path) => !existsSync(path))).toEqual([]);
});
