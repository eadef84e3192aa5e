import { isNode, LineCounter, parseDocument, visit, type Document } from 'yaml';
import { OTHER_FAULT, YAML_FAULTS, type YamlFaultText } from './yaml-faults.ts';

/** A piece of YAML as plain data, with a way back to its lines. */
export interface YamlText {
  readonly data: unknown;
  /** Line of the value at a path, or of its nearest existing ancestor; from 1, within the YAML; undefined for none. */
  readonly lineOf: (path: readonly (string | number)[]) => number | undefined;
}

/** The first thing that keeps a piece of YAML from being read. */
export interface YamlFault extends YamlFaultText {
  /** From 1, within the YAML. */
  readonly line: number;
}

/**
 * Read YAML. Only the first fault is told: the others mostly follow from it.
 *
 * Aliases (`*name`) are refused: nothing of ours needs them, and a value such as `*重点*` is one by mistake.
 *
 * @param raw - The YAML text.
 * @example
 * readYaml('title: 三会一课'); // { data: { title: '三会一课' }, lineOf: … }
 * readYaml('title: 党课: 怎么上'); // { line: 1, message: 'YAML 写法有误：一行里有两个“: ”', expected: … }
 */
export function readYaml(raw: string): YamlText | YamlFault {
  const lines = new LineCounter();
  const document = parseDocument(raw, { lineCounter: lines, prettyErrors: false });
  const fault = findFault(document);
  if (fault !== undefined) {
    const { message, expected } = fault.text;
    return {
      line: lines.linePos(fault.offset).line,
      message: `YAML 写法有误：${message}`,
      expected,
    };
  }
  const data: unknown = document.toJS();
  return { data, lineOf: (path) => findLine(document, lines, path) };
}

function findFault(document: Document): { offset: number; text: YamlFaultText } | undefined {
  // A warning means that part of a value would be dropped (`!重点 …`), which nobody wants either.
  const error = document.errors[0] ?? document.warnings[0];
  if (error !== undefined) {
    const text = YAML_FAULTS[error.code] ?? withReason(error.message);
    return { offset: error.pos[0], text };
  }
  let alias: number | undefined;
  visit(document, {
    Alias: (_key, node) => {
      alias = node.range?.[0] ?? 0;
      return visit.BREAK;
    },
  });
  return alias === undefined
    ? undefined
    : { offset: alias, text: YAML_FAULTS.BAD_ALIAS ?? OTHER_FAULT };
}

function withReason(reason: string): YamlFaultText {
  return {
    ...OTHER_FAULT,
    message: `${OTHER_FAULT.message}（${reason.split('\n')[0] ?? reason}）`,
  };
}

function findLine(
  document: Document,
  lines: LineCounter,
  path: readonly (string | number)[],
): number | undefined {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return undefined;
}
