/** Where progress goes: standard error, a terminal or not. */
export interface ProgressStream {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
  write(text: string): unknown;
}

/** Without a terminal one line is written for so many files. */
const LINE_EVERY = 500;

/** A terminal is redrawn at most this often (ms). */
const REDRAW_MS = 80;

/**
 * Show how far a run is: one line redrawn on a terminal, a line for every 500 files elsewhere.
 *
 * @param stream - Usually `process.stderr`.
 * @param now - Clock in ms.
 * @returns A function to call before each file, and once with `done === total` at the end.
 * @example
 * const show = showProgress(process.stderr, Date.now);
 * show(0, 5, '通知.docx');
 */
export function showProgress(
  stream: ProgressStream,
  now: () => number,
): (done: number, total: number, name: string) => void {
  let drawn = Number.NEGATIVE_INFINITY;
  return (done, total, name) => {
    if (stream.isTTY !== true) {
      if (done > 0 && done % LINE_EVERY === 0) stream.write(`已读 ${done}/${total} 个文件\n`);
      return;
    }
    if (done === total) {
      stream.write('\r\x1b[K');
      return;
    }
    if (now() - drawn < REDRAW_MS) return;
    drawn = now();
    const head = `[${done + 1}/${total}] `;
    // A Chinese character takes two columns; a line that wraps cannot be redrawn.
    const room = Math.max(0, Math.floor(((stream.columns ?? 80) - head.length - 1) / 2));
    stream.write(`\r\x1b[K${head}${Array.from(name).slice(-room).join('')}`);
  };
}
