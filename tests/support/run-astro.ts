import { spawn } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

/** What a finished command left behind. */
export interface CommandResult {
  readonly code: number;
  /** Standard output and error, in the order they came. */
  readonly output: string;
}

/**
 * Run a Node program in the project's root and collect what it prints.
 *
 * @param args - Program and arguments, e.g. `['scripts/check.ts']`.
 * @param env - Variables added to the environment.
 * @example
 * (await runNode(['scripts/check.ts'], { KB_CONTENT: '内容目录' })).code; // 1
 */
export function runNode(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<CommandResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: ROOT,
      // Vitest sets NODE_ENV=test and its own flags; a command must see what a person's shell has.
      env: {
        ...process.env,
        NODE_ENV: undefined,
        VITEST: undefined,
        NODE_OPTIONS: undefined,
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const collect = (chunk: string) => {
      output += chunk;
    };
    // Decoded as a stream: a chunk may end inside a character.
    child.stdout.setEncoding('utf8');
    child.stderr.setEncoding('utf8');
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/**
 * Run an Astro command in the project's root and collect what it prints.
 *
 * @example
 * (await runAstro(['build'], { KB_OUT: '网站' })).code; // 0
 */
export function runAstro(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<CommandResult> {
  return runNode(['node_modules/astro/bin/astro.mjs', ...args], env);
}
