import { readdirSync, readFileSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { findChromium } from '../../src/paper/build/find-chromium.ts';
import { printPdf } from '../../src/paper/build/print-pdf.ts';

/**
 * `npm run bench -- paper [dist]`: what the forms of a built site weigh, and how long printing all of them takes.
 *
 * @throws Error when the site was not built or no Chromium is found.
 * @example
 * await bench(['dist']); // 清单、HTML 字节、gzip … one line a form
 */
export async function bench([dist = 'dist']: readonly string[]): Promise<void> {
  const executable = findChromium();
  if (executable === undefined)
    throw new Error('没有找到 Chromium，无法测打印用时；装上后再运行。');
  const ids = readdirSync(join(dist, 'checklists'), { withFileTypes: true })
    .filter((item) => item.isDirectory())
    .map((item) => item.name);

  console.log('清单\tHTML 字节\tgzip\tdocx\txlsx\tpdf');
  for (const id of ids) {
    const html = readFileSync(join(dist, 'checklists', id, 'index.html'));
    const sizes = ['docx', 'xlsx', 'pdf'].map((extension) =>
      sizeOf(join(dist, 'downloads', `${id}.${extension}`)),
    );
    console.log([id, html.length, gzipSync(html).length, ...sizes].join('\t'));
  }

  console.log('\n脚本和样式\t字节\tgzip');
  const assets = readdirSync(join(dist, 'assets')).filter((name) =>
    /^(?:checklist|meeting|table-sheet|paper|print|document|page-)/u.test(name),
  );
  for (const name of assets) {
    const bytes = readFileSync(join(dist, 'assets', name));
    console.log([name, bytes.length, gzipSync(bytes).length].join('\t'));
  }

  const folder = await mkdtemp(join(tmpdir(), 'kb-bench-'));
  try {
    const jobs = ids.map((id) => ({ url: `/checklists/${id}/`, file: join(folder, `${id}.pdf`) }));
    const started = performance.now();
    await printPdf({ dist, base: '/', executable, jobs });
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(`\n打印 ${String(jobs.length)} 张清单为 PDF：${seconds} 秒（含启动 Chromium）`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Size of a file in bytes, or – where the build made none. */
function sizeOf(file: string): string {
  const found = statSync(file, { throwIfNoEntry: false });
  return found ? String(found.size) : '–';
}
