/**
 * `npm run bench -- NAME [options]`: run one measurement of `scripts/bench/NAME.ts`, which exports `bench(args)`.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Bench {
  readonly bench: (args: readonly string[]) => void | Promise<void>;
}

const HERE = import.meta.dirname;
const [name, ...args] = process.argv.slice(2);
const names = readdirSync(HERE)
  .filter(
    (file) =>
      file.endsWith('.ts') &&
      /export (?:async )?function bench\(/u.test(readFileSync(join(HERE, file), 'utf8')),
  )
  .map((file) => file.replace(/\.ts$/u, ''));

if (name === undefined || !names.includes(name) || !existsSync(join(HERE, `${name}.ts`))) {
  console.error(`bench：没有名为 ${name ?? '（空）'} 的测量。可用：${names.join('、')}`);
  process.exitCode = 1;
} else {
  const { bench } = (await import(join(HERE, `${name}.ts`))) as Bench;
  await bench(args);
}
