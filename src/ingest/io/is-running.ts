/**
 * Whether another process of this machine is running; false for the process that asks.
 *
 * @param pid - Process id; anything but a positive whole number names no process.
 * @example
 * isRunning(process.pid); // false: 自己不算
 */
export function isRunning(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0 || pid === process.pid) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // EPERM: the process exists and belongs to someone else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
