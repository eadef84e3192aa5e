import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer, type AddressInfo } from 'node:net';
import { stripVTControlCharacters } from 'node:util';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from './support/browser.ts';

const ROOT = join(import.meta.dirname, '..');
/** Rewrites are repeated: a watcher that is still starting misses the first. */
const REWRITE_EVERY = 5_000;

let address = '';
let folder = '';
let server: ChildProcess;
let browser: Browser;

/** A port that nothing listens on now. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kb-dev-'));
  await cp(join(import.meta.dirname, 'fixtures/content-small'), join(folder, 'content'), {
    recursive: true,
  });
  server = spawn(
    process.execPath,
    [
      'node_modules/astro/bin/astro.mjs',
      'dev',
      '--port',
      String(await freePort()),
      '--ignore-lock',
    ],
    {
      cwd: ROOT,
      env: {
        ...process.env,
        NODE_ENV: undefined,
        VITEST: undefined,
        KB_CONTENT: join(folder, 'content'),
        KB_LIBRARY: join(folder, 'none'),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  await new Promise<void>((resolve, reject) => {
    let output = '';
    const look = (chunk: Buffer) => {
      output += chunk.toString();
      address = /http:\/\/localhost:\d+/u.exec(stripVTControlCharacters(output))?.[0] ?? '';
      if (address !== '') resolve();
    };
    server.stdout?.on('data', look);
    server.stderr?.on('data', look);
    server.on('exit', (code) =>
      reject(new Error(`astro dev ended with ${String(code)}:\n${output}`)),
    );
  });
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  server.removeAllListeners('exit');
  server.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

test('a link broken while editing shows as an overlay that names file, line and nearest id', async () => {
  const page = await browser.newPage();
  await page.goto(`${address}/problems/two-skins/`);
  await page.locator('h1', { hasText: '两张皮' }).waitFor();
  const file = join(folder, 'content/measures/plan-together.mdx');
  const broken = (await readFile(file, 'utf8')).replace('to: two-skins', 'to: two-skin');
  const overlay = page.locator('vite-error-overlay');
  const seen = async (): Promise<boolean> => {
    await writeFile(file, broken);
    return overlay.waitFor({ state: 'attached', timeout: REWRITE_EVERY }).then(
      () => true,
      () => false,
    );
  };
  await expect.poll(seen, { timeout: 60_000, interval: 0 }).toBe(true);
  const text = await overlay.evaluate((element) => element.shadowRoot?.textContent ?? '');
  expect(text).toContain('measures/plan-together.mdx:9');
  expect(text).toContain('最接近的是 two-skins');
});
