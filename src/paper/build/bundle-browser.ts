import { bundleScript } from '../../bundle/bundle-script.ts';

/** Scripts of the paper side that pages load, by file name below `/assets/`. */
export const PAPER_SCRIPTS = {
  'checklist.js': new URL('../browser/checklist.ts', import.meta.url),
  'checklist-docx.js': new URL('../browser/checklist-docx.ts', import.meta.url),
  'checklist-xlsx.js': new URL('../browser/checklist-xlsx.ts', import.meta.url),
  'meeting.js': new URL('../browser/meeting.ts', import.meta.url),
  'table-sheet.js': new URL('../browser/table-sheet.ts', import.meta.url),
} as const;

/** Packages that our own files stand in for. */
const REPLACED = { fflate: new URL('../browser/zip-here.ts', import.meta.url) } as const;

/** File name of one of {@link PAPER_SCRIPTS}. */
export type PaperScript = keyof typeof PAPER_SCRIPTS;

/**
 * Bundle a browser script of the paper side as one classic script.
 *
 * @returns The script's text.
 * @throws Error with esbuild's messages.
 * @example
 * await bundlePaperScript('checklist.js'); // 清单页填写、保存用的脚本
 */
export function bundlePaperScript(name: PaperScript): Promise<string> {
  return bundleScript(PAPER_SCRIPTS[name], REPLACED);
}
