import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { chromium, type Browser, type Page, type Route } from 'playwright-core';

/** A page of the built site and the PDF file to make of it. */
export interface PrintJob {
  /** Site-relative URL with the base prefix, e.g. `/checklists/check-theme-day/`. */
  readonly url: string;
  /** Absolute path of the PDF file. */
  readonly file: string;
}

/** What to print, and with which browser. */
export interface PrintOptions {
  /** Folder of the built site. */
  readonly dist: string;
  /** URL prefix of the site, e.g. `/` or `/kb/`. */
  readonly base: string;
  /** Path of the Chromium to use. */
  readonly executable: string;
  readonly jobs: readonly PrintJob[];
}

/** The pages are answered from disk under this name; nothing goes over the network. */
const ORIGIN = 'http://kb.invalid';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/** Flags that keep a headless Chromium from calling home. */
const FLAGS = [
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-gpu',
];

/**
 * Print pages of a built site as tagged A4 PDF files with an outline, one after another in one Chromium.
 *
 * @throws Error when the browser does not start, a page is missing or a file cannot be written.
 * @example
 * await printPdf({ dist, base: '/', executable: '/usr/bin/chromium', jobs: [{ url: '/checklists/主题党日/', file }] });
 */
export async function printPdf({ dist, base, executable, jobs }: PrintOptions): Promise<void> {
  const browser = await launchChromium(executable);
  try {
    const context = await browser.newContext({ serviceWorkers: 'block' });
    await context.route('**/*', (route) => answerFromDisk(route, dist, base));
    const page = await context.newPage();
    for (const job of jobs) await printOne(page, job);
  } finally {
    await browser.close();
  }
}

/**
 * Start a headless Chromium that makes no requests of its own.
 *
 * @example
 * const browser = await launchChromium('/usr/bin/chromium'); // 打印“签到表”等页面用
 */
export function launchChromium(executable: string): Promise<Browser> {
  const root = typeof process.getuid === 'function' && process.getuid() === 0;
  return chromium.launch({ executablePath: executable, args: FLAGS, chromiumSandbox: !root });
}

/**
 * Answer a request of the browser with a file of the built site, or with 404.
 *
 * @example
 * await context.route('**\/*', (route) => answerFromDisk(route, 'dist', '/')); // 断网也能打印清单
 */
export async function answerFromDisk(route: Route, dist: string, base: string): Promise<void> {
  const url = new URL(route.request().url());
  const path = decodeURIComponent(url.pathname);
  if (url.origin !== ORIGIN || !path.startsWith(base)) return route.fulfill({ status: 404 });
  const below = path.slice(base.length - 1);
  const file = join(dist, normalize(below.endsWith('/') ? `${below}index.html` : below));
  try {
    const body = await readFile(file);
    await route.fulfill({ body, contentType: TYPES[extname(file)] ?? 'application/octet-stream' });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    await route.fulfill({ status: 404 });
  }
}

/**
 * The address under which `answerFromDisk` serves a page.
 *
 * @example
 * pageAddress('/checklists/check-theme-day/'); // 主题党日清单页在打印时的地址
 */
export function pageAddress(url: string): string {
  return `${ORIGIN}${url}`;
}

async function printOne(page: Page, { url, file }: PrintJob): Promise<void> {
  const response = await page.goto(pageAddress(url), { waitUntil: 'load' });
  if (!response?.ok()) throw new Error(`打印失败：构建结果里没有页面 ${url}。`);
  await page.pdf({
    path: file,
    preferCSSPageSize: true,
    printBackground: true,
    tagged: true,
    outline: true,
  });
}
