import { LineCounter, parseDocument, type Document } from 'yaml';
import type { Finding } from '../schema/finding.ts';

/** A content file cut in two, with a way from front-matter paths to lines. */
export interface FrontMatter {
  /** The YAML as plain data. */
  readonly data: unknown;
  readonly body: string;
  /** Line of the file on which the body starts, from 1. */
  readonly bodyLine: number;
  /** Line of the value at a path, or of its nearest existing ancestor; from 1, in the whole file. */
  readonly lineOf: (path: readonly (string | number)[]) => number;
}

const FENCE = /^---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/u;

/**
 * Split an MDX file into YAML front matter and body.
 *
 * @param file - Path shown in findings.
 * @param raw - The whole file.
 * @returns The parts, or a finding that names the line YAML stumbled over.
 * @example
 * splitFrontMatter('terms/a.mdx', '---\ntitle: 三会一课\n---\n正文'); // { data: { title: '三会一课' }, body: '正文', … }
 */
export function splitFrontMatter(file: string, raw: string): FrontMatter | Finding {
  const match = FENCE.exec(raw);
  if (match === null) {
    return {
      rule: 'front-matter',
      place: { file, line: 1 },
      message: '文件应以一段 YAML 信息开头',
      expected: '第一行 ---，末尾再一行 ---',
    };
  }
  const lines = new LineCounter();
  const document = parseDocument(match[1] ?? '', { lineCounter: lines, prettyErrors: false });
  const error = document.errors[0];
  if (error !== undefined) {
    return {
      rule: 'front-matter',
      place: { file, line: lines.linePos(error.pos[0]).line + 1 },
      message: `YAML 写法有误：${error.message.split('\n')[0] ?? ''}`,
      expected: '含“: ”或以特殊符号开头的文字请加引号',
    };
  }
  return {
    data: document.toJS() as unknown,
    body: raw.slice(match[0].length),
    bodyLine: match[0].split('\n').length,
    lineOf: (path) => lineOf(document, lines, path),
  };
}

function lineOf(
  document: Document,
  lines: LineCounter,
  path: readonly (string | number)[],
): number {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    if (hasRange(node)) return lines.linePos(node.range[0]).line + 1;
  }
  return 1;
}

function hasRange(node: unknown): node is { range: [number, number, number] } {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range);
}
