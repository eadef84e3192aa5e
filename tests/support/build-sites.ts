import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { runAstro } from './run-astro.ts';

/** Folders with the sites that all tests share. */
export interface BuiltSites {
  /** The shipped content, without a library, at `/`. */
  readonly real: string;
  /** The small fixture content with a library of one article, at `/kb/`. */
  readonly small: string;
  /** Three sample checklists, one of them long and scored, at `/`. */
  readonly paper: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    sites: BuiltSites;
  }
}

const FIXTURES = join(import.meta.dirname, '../fixtures');

/**
 * Build the sites before the first test of this project, and remove them after the last.
 *
 * @throws When a build fails, with its output.
 * @example
 * globalSetup: ['tests/support/build-sites.ts'] // 之后 inject('sites').real 是正式内容的网站
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'kb-sites-'));
  const sites: BuiltSites = {
    real: join(folder, 'real'),
    small: join(folder, 'small'),
    paper: join(folder, 'paper'),
  };
  await build({ KB_OUT: sites.real, KB_LIBRARY: join(folder, 'no-library') });
  await build({
    KB_OUT: sites.small,
    KB_CONTENT: join(FIXTURES, 'content-small'),
    KB_LIBRARY: join(FIXTURES, 'library-small'),
    KB_BASE: '/kb/',
  });
  await build({
    KB_OUT: sites.paper,
    KB_CONTENT: join(FIXTURES, 'content-paper'),
    KB_LIBRARY: join(folder, 'no-library'),
  });
  project.provide('sites', sites);
  return () => rm(folder, { recursive: true, force: true });
}

async function build(env: Record<string, string>): Promise<void> {
  const { code, output } = await runAstro(['build'], env);
  if (code !== 0) throw new Error(`构建失败（${JSON.stringify(env)}）：\n${output}`);
}
