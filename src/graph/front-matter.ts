import type { Finding } from '../schema/finding.ts';
import { readYaml } from './read-yaml.ts';

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

/** A byte-order mark in front is what Windows editors write. */
const FENCE = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/u;

/** Lines of the file before the YAML: the opening `---`. */
const OPENING = 1;

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
  // What the decoder put where bytes were no UTF-8.
  const lost = raw.indexOf('\uFFFD');
  if (lost >= 0) {
    return {
      rule: 'front-matter',
      place: { file, line: raw.slice(0, lost).split('\n').length },
      message: '文件不是 UTF-8 编码，这里有读不出的字',
      expected: '在编辑器里另存为 UTF-8',
    };
  }
  const match = FENCE.exec(raw);
  if (match === null) {
    return {
      rule: 'front-matter',
      place: { file, line: 1 },
      message: '文件应以一段 YAML 信息开头',
      expected: '第一行 ---，末尾再一行 ---',
    };
  }
  const yaml = readYaml(match[1] ?? '');
  if ('message' in yaml) {
    const { line, message, expected } = yaml;
    return { rule: 'front-matter', place: { file, line: line + OPENING }, message, expected };
  }
  return {
    data: yaml.data,
    body: raw.slice(match[0].length),
    bodyLine: match[0].split('\n').length,
    lineOf: (path) => (yaml.lineOf(path) ?? 0) + OPENING,
  };
}
