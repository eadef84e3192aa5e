import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** Scripts of the paper side that pages load, by file name below `/assets/`. */
export const PAPER_SCRIPTS = {
  'checklist.js': new URL('../browser/checklist.ts', import.meta.url),
  'checklist-docx.js': new URL('../browser/checklist-docx.ts', import.meta.url),
  'meeting.js': new URL('../browser/meeting.ts', import.meta.url),
  'table-sheet.js': new URL('../browser/table-sheet.ts', import.meta.url),
} as const;

export type PaperScript = keyof typeof PAPER_SCRIPTS;

/**
 * Bundle a browser script as one classic script for the oldest browsers we serve (ES2019, no modules).
 *
 * @returns The script's text.
 * @example
 * await bundlePaperScript('checklist.js'); // 清单页填写、保存用的脚本
 */
export async function bundlePaperScript(name: PaperScript): Promise<string> {
  const result = await build({
    entryPoints: [fileURLToPath(PAPER_SCRIPTS[name])],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2019',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'silent',
  });
  const [file] = result.outputFiles;
  if (!file) throw new Error(`打包 ${name} 没有得到结果。`);
  return file.text;
}
