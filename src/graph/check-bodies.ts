import type { Finding } from '../schema/finding.ts';
import { findKindOfFolder } from '../schema/kinds.ts';
import { BODY_COMPONENTS, readBodySyntax } from './body-syntax.ts';
import { listAnchors } from './list-anchors.ts';
import { findNearestId } from './nearest-id.ts';
import type { CheckInput, Graph } from './types.ts';

/**
 * Check the MDX bodies: allowed syntax, and internal links with their anchors.
 *
 * @example
 * checkBodies(input);
 * // [{ rule: 'dangling-anchor', actual: '/terms/san-hui-yi-ke/#mebers', nearest: 'members', … }]（三会一课的“组成”）
 */
export function checkBodies({ located, graph, unreadable }: CheckInput): Finding[] {
  return located.flatMap(({ entry }) => {
    const syntax = readBodySyntax(entry.body);
    const at = (line: number) => ({ file: entry.file, line: entry.bodyLine + line - 1 });
    return [
      ...syntax.faults.map(({ line, value }): Finding => ({
        rule: 'body-syntax',
        place: at(line),
        message: '正文里有不允许的写法',
        actual: value,
        expected: `二级及以下标题、表格、列表和 ${BODY_COMPONENTS.map((name) => `<${name}>`).join('、')}`,
      })),
      ...syntax.links.flatMap(({ line, value }) => {
        const fault = checkInternalLink(value, graph, unreadable);
        return fault === undefined ? [] : [{ ...fault, place: at(line) }];
      }),
    ];
  });
}

function checkInternalLink(
  target: string,
  graph: Graph,
  unreadable: ReadonlySet<string>,
): Omit<Finding, 'place'> | undefined {
  const [path = '', anchor = ''] = target.split('#');
  const [, folder = '', id = ''] = path.split('/');
  const kind = findKindOfFolder(folder);
  if (kind === undefined) {
    return {
      rule: 'dangling-target',
      message: '站内链接不指向条目',
      actual: target,
      expected: '如 /terms/san-hui-yi-ke/',
    };
  }
  if (id === '' || unreadable.has(id)) return undefined;
  const entry = graph.byId.get(id);
  if (entry?.kind !== kind) {
    const nearest = findNearestId(id, graph.byId.keys());
    return {
      rule: 'dangling-target',
      message: '站内链接指向的条目不存在',
      actual: target,
      expected: `/${folder}/<id>/`,
      ...(nearest === undefined ? {} : { nearest }),
    };
  }
  const wanted = decodeAnchor(anchor);
  const anchors = listAnchors(entry);
  if (wanted === '' || anchors.includes(wanted)) return undefined;
  const nearest = findNearestId(wanted, anchors);
  return {
    rule: 'dangling-anchor',
    message: '站内链接的锚点不存在',
    actual: target,
    expected: anchors.slice(0, 6).join('、'),
    ...(nearest === undefined ? {} : { nearest }),
  };
}

/** An anchor as the page has it; one whose percent signs encode nothing is taken as it stands. */
function decodeAnchor(anchor: string): string {
  try {
    return decodeURIComponent(anchor);
  } catch {
    return anchor;
  }
}
