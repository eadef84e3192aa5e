/**
 * A file that cannot become text. `message` is one Chinese line for the editor: what is wrong and how to mend it;
 * the place (the file name) is added by whoever prints it.
 *
 * @example
 * throw new DecodeError('是空文件，请检查是否下载完整');
 */
export class DecodeError extends Error {
  override readonly name = 'DecodeError';
}
