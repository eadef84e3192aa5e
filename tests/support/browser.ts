import { chromium, type Browser } from 'playwright-core';
import { findChromium } from '../../src/paper/build/find-chromium.ts';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Start the machine's Chromium without a window.
 *
 * @throws When there is none: a browser test must not pass by being left out.
 * @example
 * const page = await (await launchBrowser()).newPage(); // 打开“三会一课”页之前
 */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined) {
    throw new Error('没有找到 Chromium。请先运行 node scripts/test-tools.ts，或设 CHROMIUM_PATH。');
  }
  return chromium.launch({ executablePath, args: FLAGS });
}
