import { describe, expect, test } from 'vitest';
import { showProgress } from './progress.ts';

function run(isTTY: boolean, total: number, step: number): string[] {
  const written: string[] = [];
  let clock = 0;
  const show = showProgress(
    { isTTY, columns: 30, write: (text) => written.push(text) },
    () => clock,
  );
  for (let done = 0; done < total; done += 1) {
    show(done, total, `很长的文件夹名字/第${done}号文件.txt`);
    clock += step;
  }
  show(total, total, '');
  return written;
}

describe('showProgress', () => {
  test('redraws one line on a terminal, not longer than the terminal is wide, and clears it at the end', () => {
    const written = run(true, 20, 100);
    expect(written).toHaveLength(21);
    expect(written[0]).toBe('\r\x1b[K[1/20] 字/第0号文件.txt');
    expect(written.at(-1)).toBe('\r\x1b[K');
  });

  test('does not redraw more often than the eye follows', () => {
    expect(run(true, 1000, 1).length).toBeLessThan(20);
  });

  test('writes a line for every 500 files elsewhere', () => {
    expect(run(false, 1200, 1)).toEqual(['已读 500/1200 个文件\n', '已读 1000/1200 个文件\n']);
  });
});
