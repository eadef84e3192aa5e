import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Counts that vitest's JSON reporter writes. */
interface Counts {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTotalTests: number;
  readonly success: boolean;
}

/** Run a program of this project with the terminal handed through; resolves to its exit code. */
function run(args: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { stdio: 'inherit' });
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

const folder = await mkdtemp(join(tmpdir(), 'kb-test-'));
try {
  const browser = await run(['scripts/test-tools.ts']);
  if (browser !== 0) process.exit(browser);
  const output = join(folder, 'result.json');
  const code = await run([
    'node_modules/vitest/vitest.mjs',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${output}`,
    ...process.argv.slice(2),
  ]);
  const counts = JSON.parse(await readFile(output, 'utf8')) as Counts;
  // A file that fails to load has no tests of its own; it must not pass for none failed.
  const failed = counts.success ? counts.numFailedTests : Math.max(1, counts.numFailedTests);
  const skipped = counts.numPendingTests > 0 ? `, ${String(counts.numPendingTests)} skipped` : '';
  console.log(`${String(counts.numPassedTests)} passed, ${String(failed)} failed${skipped}`);
  process.exitCode = code === 0 && failed === 0 && counts.numTotalTests > 0 ? 0 : 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}
