import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A site built for a test file. */
export interface FixtureSite {
  /** Folder of the built pages. */
  readonly dist: string;
  readonly remove: () => Promise<void>;
}

/**
 * Build a site from a small content folder into a temporary folder.
 *
 * @param content - Content root, relative to the project.
 * @throws When the build fails, with what it printed.
 * @example
 * const site = await buildFixtureSite('tests/fixtures/content-paper'); // 三张样例清单
 */
export async function buildFixtureSite(content: string): Promise<FixtureSite> {
  const dist = await mkdtemp(join(tmpdir(), 'kb-site-'));
  const astro = resolve('node_modules/astro/bin/astro.mjs');
  await run(process.execPath, [astro, 'build'], {
    maxBuffer: 1 << 26,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      KB_CONTENT: content,
      KB_LIBRARY: join(dist, 'no-library'),
      KB_OUT: dist,
      KB_BASE: '/',
    },
  });
  return { dist, remove: () => rm(dist, { recursive: true, force: true }) };
}
