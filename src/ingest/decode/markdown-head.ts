import type { StructureMark } from '../types.ts';

/** Keys of front matter that say what the article's own lines would say, and the words for it. */
const KEYS: Readonly<Record<string, string>> = {
  title: '',
  author: '作者：',
  org: '单位：',
  source: '来源：',
  publication: '来源：',
  date: '日期：',
};

const FRONT_MATTER =
  /^\uFEFF?---[ \t]*\r?\n((?:[\w-]+:.*\r?\n|[ \t]+.*\r?\n|- .*\r?\n|\r?\n)+)(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;
const FIELD = /^([\w-]+):[ \t]*(["']?)(.*?)\2[ \t]*\r?$/gm;

/** The front matter of a Markdown file. */
export interface MarkdownHead {
  /** Where the body starts; 0 without front matter. */
  readonly end: number;
  readonly marks: readonly StructureMark[];
  readonly hasTitle: boolean;
}

/**
 * Read the front matter of a Markdown file: title, author, source and date become lines as an article has them, the
 * rest is markup. Text that only begins with a rule (`---`) has none.
 *
 * @param source - The whole file.
 * @example
 * readMarkdownHead('---\ntitle: 通知\ntags: [a]\n---\n正文').end; // 30
 */
export function readMarkdownHead(source: string): MarkdownHead {
  const match = FRONT_MATTER.exec(source);
  if (match === null) return { end: 0, marks: [], hasTitle: false };
  const marks: StructureMark[] = [];
  const offset = match[0].indexOf(match[1] ?? '');
  let last = 0;
  let hasTitle = false;
  for (const field of (match[1] ?? '').matchAll(FIELD)) {
    const [whole, key = '', quote = '', value = ''] = field;
    const label = KEYS[key];
    if (label === undefined || value === '' || /^(?:null|[[{|>])/.test(value)) continue;
    const start = offset + field.index + whole.indexOf(value, key.length + 1 + quote.length);
    const fixed = (last === 0 ? '' : '\n') + label;
    marks.push({ start: last, end: start, kind: 'markup', ...(fixed === '' ? {} : { fixed }) });
    last = start + value.length;
    if (key === 'title') {
      hasTitle = true;
      marks.push({ start, end: last, kind: 'title', level: 1 });
    }
  }
  const end = match[0].length;
  marks.push({ start: last, end, kind: 'markup', ...(last === 0 ? {} : { fixed: '\n' }) });
  return { end, marks, hasTitle };
}
