/**
 * Whether a line is code or data: its Chinese stands only inside straight quotes, and letters, braces or operators stand
 * outside them. Marks and quotes of such a line are syntax and stay as they are.
 *
 * @example
 * isCodeLine('{"org": "机关党委", "count": 12}'); // true
 * isCodeLine('"三会一课"制度'); // false
 */
export function isCodeLine(line: string): boolean {
  if (!/["']/u.test(line)) return false;
  const outside = line.replace(/"[^"\n]{0,400}"|'[^'\n]{0,400}'/gu, '');
  return (
    outside !== line &&
    !/[\p{Script=Han}，。；：！？（）]/u.test(outside) &&
    /[A-Za-z{}[\]();=<>]/u.test(outside)
  );
}
