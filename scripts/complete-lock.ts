import { readFile, writeFile } from 'node:fs/promises';

/*
 * Complete package-lock.json with the optional packages of other platforms.
 *
 * npm leaves an optional package out of the lock when it cannot be fetched where the lock is made, and then `npm ci`
 * refuses that lock everywhere. This adds them by name, version, os, cpu and libc, so that `npm ci` skips what is not
 * for the machine it runs on. Run it after every `npm install`: node scripts/complete-lock.ts
 */

interface LockEntry {
  version?: string;
  optional?: boolean;
  dev?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  optionalDependencies?: Record<string, string>;
}

interface Lock {
  packages: Record<string, LockEntry>;
}

/** Parts of package names and the platform field that each of them means. */
const OS: Readonly<Record<string, string>> = {
  android: 'android',
  darwin: 'darwin',
  freebsd: 'freebsd',
  linux: 'linux',
  netbsd: 'netbsd',
  openbsd: 'openbsd',
  openharmony: 'openharmony',
  sunos: 'sunos',
  win32: 'win32',
  windows: 'win32',
  aix: 'aix',
};
const CPU: Readonly<Record<string, string>> = {
  arm: 'arm',
  arm64: 'arm64',
  ia32: 'ia32',
  loong64: 'loong64',
  mips64el: 'mips64el',
  ppc64: 'ppc64',
  riscv64: 'riscv64',
  s390x: 's390x',
  wasm32: 'wasm32',
  x64: 'x64',
};
const LIBC: Readonly<Record<string, string>> = {
  gnu: 'glibc',
  gnueabihf: 'glibc',
  musl: 'musl',
  musleabihf: 'musl',
};

function platformOf(name: string): Pick<LockEntry, 'os' | 'cpu' | 'libc'> {
  const parts = name.split(/[-/]/u);
  const pick = (table: Readonly<Record<string, string>>) =>
    parts.flatMap((part) => (table[part] === undefined ? [] : [table[part]]));
  const [os, cpu, libc] = [pick(OS), pick(CPU), pick(LIBC)];
  return {
    ...(os.length > 0 ? { os } : {}),
    ...(cpu.length > 0 ? { cpu } : {}),
    ...(os.includes('linux') && libc.length > 0 ? { libc } : {}),
  };
}

/** Paths at which Node would look for a package required by the one at `from`, nearest first. */
function lookups(from: string, name: string): string[] {
  const parents = from
    .split('/node_modules/')
    .map((_, index, parts) => parts.slice(0, parts.length - index).join('/node_modules/'));
  return [...parents.map((parent) => `${parent}/node_modules/${name}`), `node_modules/${name}`];
}

const path = 'package-lock.json';
const lock = JSON.parse(await readFile(path, 'utf8')) as Lock;
const added: string[] = [];
const unknown: string[] = [];
for (const [from, entry] of Object.entries(lock.packages)) {
  for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
    const version = range.replace(/^[\^~]/u, '');
    const present = lookups(from, name).map((place) => lock.packages[place]?.version);
    if (
      present.includes(version) ||
      (range !== version && present.some((found) => found !== undefined))
    )
      continue;
    const platform = platformOf(name);
    if (platform.os === undefined && platform.cpu === undefined) {
      if (present.every((found) => found === undefined)) unknown.push(`${from} → ${name}@${range}`);
      continue;
    }
    const root = `node_modules/${name}`;
    const place = lock.packages[root] === undefined ? root : `${from}/node_modules/${name}`;
    lock.packages[place] = {
      version,
      ...platform,
      ...(entry.dev === true ? { dev: true } : {}),
      optional: true,
    };
    added.push(place);
  }
}
lock.packages = Object.fromEntries(
  Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)),
);
await writeFile(path, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`补全锁文件：${String(added.length)} 个其他平台的可选包。`);
if (unknown.length > 0) console.log(`未能判断平台、未补的可选包：\n${unknown.join('\n')}`);
