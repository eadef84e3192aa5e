/** What the operating system's refusals mean to the person at the keyboard. */
const SYSTEM_ERRORS: Readonly<Record<string, string>> = {
  EACCES: '没有权限，请换一个位置或改权限',
  EEXIST: '已经存在，请换一个名称',
  EISDIR: '是目录，不是文件',
  ENOENT: '不存在',
  ENOSPC: '磁盘已满，请腾出空间',
  ENOTDIR: '路径里有一段是文件，不是目录',
  EPERM: '没有权限，请换一个位置或改权限',
  EROFS: '所在的盘只能读，请换一个位置',
};

/**
 * Print why a command cannot go on to standard error, and end it with exit code 1. Only for what the user can mend:
 * a fault of our own keeps its stack.
 *
 * @param reason - What is wrong, where, and how to mend it.
 * @example
 * refuse('没有查询词。用法：npm run search -- 查询词');
 */
export function refuse(reason: string): never {
  console.error(reason);
  process.exit(1);
}

/**
 * Say in Chinese why the operating system refused; other errors keep their own words.
 *
 * @param error - What was thrown.
 * @example
 * describeSystemError(error); // '没有权限，请换一个位置或改权限'（EACCES）
 */
export function describeSystemError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? String(error.code) : '';
  return SYSTEM_ERRORS[code] ?? error.message;
}
