import { accessSync, constants } from 'node:fs';

/** Where a Chromium usually is, most certain first. */
const CANDIDATES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
] as const;

/**
 * Find a Chromium that can print PDF files: the one named in the environment variable `CHROMIUM_PATH`, else one at a
 * usual place.
 *
 * @returns Path of the program, or undefined when there is none.
 * @throws Error when `CHROMIUM_PATH` names a file that cannot be run.
 * @example
 * findChromium(); // '/usr/bin/chromium'（没有时返回 undefined，清单只出 Word 和 Excel）
 */
export function findChromium(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const named = env['CHROMIUM_PATH'];
  if (named === undefined || named === '') return CANDIDATES.find((path) => canRun(path));
  if (canRun(named)) return named;
  throw new Error(`环境变量 CHROMIUM_PATH 指向的 ${named} 不能运行；改正路径，或删去这个变量。`);
}

function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
