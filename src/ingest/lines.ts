/** One line of a text, without its newline. Offsets are code units of that text. */
export interface Line {
  readonly start: number;
  readonly end: number;
  /** Without white space at its ends. */
  readonly text: string;
}

/**
 * The lines of a text, blank ones too.
 *
 * @example
 * linesOf('一、总则\n  正文'); // [{ start: 0, end: 4, text: '一、总则' }, { start: 5, end: 9, text: '正文' }]
 */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  for (let start = 0; start <= text.length;) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    lines.push({ start, end, text: text.slice(start, end).trim() });
    start = end + 1;
  }
  return lines;
}

/**
 * Whether a line ends a sentence, a closing quote or bracket behind the mark included.
 *
 * @example
 * endsSentence('得到落实。”'); // true
 * endsSentence('党组织领导'); // false
 */
export function endsSentence(line: string): boolean {
  return /[。！？!?；;：:…][”’"』」）)】》]*$/u.test(line) || /——$/u.test(line);
}
