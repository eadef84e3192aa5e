/** `npm test`: run every test and end with one line `N passed, N failed`. */
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Counts that vitest's JSON reporter writes. */
interface Counts {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
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

/** What vitest counted; nothing where it stopped before the first test, and said why above. */
async function readCounts(path: string): Promise<Counts | undefined> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  return text === undefined ? undefined : (JSON.parse(text) as Counts);
}

const tools = await run(['scripts/test-tools.ts']);
if (tools !== 0) process.exit(tools);
const folder = await mkdtemp(join(tmpdir(), 'kb-test-'));
try {
  const output = join(folder, 'result.json');
  const code = await run([
    'node_modules/vitest/vitest.mjs',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${output}`,
    ...process.argv.slice(2),
  ]);
  const counts = await readCounts(output);
  const passed = counts?.numPassedTests ?? 0;
  // A file that fails to load has no tests of its own; it must not pass for none failed.
  const failed =
    counts?.success === true ? counts.numFailedTests : Math.max(1, counts?.numFailedTests ?? 0);
  const pending = counts?.numPendingTests ?? 0;
  const skipped = pending > 0 ? `, ${String(pending)} skipped` : '';
  console.log(`${String(passed)} passed, ${String(failed)} failed${skipped}`);
  process.exitCode = code === 0 && failed === 0 && passed > 0 ? 0 : 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}
