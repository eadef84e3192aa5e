import type { Line } from '../lines.ts';
import type { Heading } from './find-headings.ts';
import { readOrdinal } from './ordinals.ts';

/** 附件1, 附件：, 附录二 on a line of its own: a label above the title of what is attached. */
const LABEL = /^附\s*[件录]\s*[一二三四五六七八九十\d]{0,3}\s*[：:]?$/u;

/** The title of an attachment takes at most so many code units. */
const TITLE = 50;

/** An attachment stands above all numbering: its own 一、 begins anew under it. */
const RANK = 0.05;

/**
 * Find the titles of attachments: the short line under 附件1, which heads everything up to the next attachment. The label
 * itself is no heading then.
 *
 * @param lines - Lines with text, in order.
 * @returns The headings, and where the labels start.
 * @example
 * attachmentHeadings(linesOf('附件1\n实施方案\n一、总体要求')).headings.length; // 1
 */
export function attachmentHeadings(lines: readonly Line[]): {
  readonly headings: readonly Heading[];
  readonly labels: ReadonlySet<number>;
} {
  const headings: Heading[] = [];
  const labels = new Set<number>();
  lines.forEach((line, index) => {
    const title = lines[index + 1];
    if (!LABEL.test(line.text) || title === undefined || !isTitle(title.text)) return;
    labels.add(line.start);
    headings.push({
      start: title.start,
      end: title.start + title.text.length,
      form: 'line',
      rank: RANK,
      depth: 1,
      style: 'attachment',
      sure: true,
    });
  });
  return { headings, labels };
}

function isTitle(line: string): boolean {
  return (
    line.length >= 4 &&
    line.length <= TITLE &&
    !/[。；，：！？|\t]/u.test(line) &&
    readOrdinal(line) === undefined
  );
}
