import { strToU8, zipSync, type Zippable } from 'fflate';

export { strToU8, zipSync };

/**
 * Pack files on the page's own thread, in the place of fflate's `zip`: that one makes workers of text for files over
 * 160 kB, and the page's policy allows workers from files of the site only.
 *
 * @param done - Gets the archive; called at once.
 * @example
 * zip({ 'xl/workbook.xml': strToU8('<workbook/>') }, (error, archive) => archive.length); // 一份 Excel 文件的字节数
 */
export function zip(files: Zippable, done: (error: null, archive: Uint8Array) => void): void {
  done(null, zipSync(files));
}
