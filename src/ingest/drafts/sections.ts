import type { OutlineNode, Report } from '../types.ts';

/** A section of an article: a heading with everything up to the next heading of its level or above. */
export interface Section {
  readonly node: OutlineNode;
  /** Headings from the article's top down to this one. */
  readonly path: readonly string[];
  readonly start: number;
  /** Exclusive, in code units of `Report.text`. */
  readonly end: number;
  /** Text after the heading up to the end, subsections included. */
  readonly body: string;
  readonly children: readonly Section[];
}

/**
 * Cut an article into its sections.
 *
 * @param report - `text` and `outline`.
 * @returns All sections in order, each also among its parent's `children`.
 * @example
 * toSections(report).map((section) => section.path.join(' > ')); // ['一、问题', '一、问题 > （一）制度不严']
 */
export function toSections(report: Pick<Report, 'text' | 'outline'>): Section[] {
  const all: (Section & { children: Section[] })[] = [];
  const open: (Section & { children: Section[] })[] = [];
  report.outline.forEach((node, index) => {
    const rest = report.outline.slice(index + 1);
    const end = rest.find((next) => next.level <= node.level)?.offset ?? report.text.length;
    while ((open.at(-1)?.node.level ?? 0) >= node.level) open.pop();
    const parent = open.at(-1);
    const section = {
      node,
      path: [...(parent?.path ?? []), node.heading],
      start: node.offset,
      end,
      body: report.text.slice(Math.min(node.offset + node.heading.length, end), end).trim(),
      children: [],
    };
    parent?.children.push(section);
    open.push(section);
    all.push(section);
  });
  return all;
}
