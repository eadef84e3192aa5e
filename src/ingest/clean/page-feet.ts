import { linesOf } from '../lines.ts';
import type { Line } from '../lines.ts';
import type { Edit } from '../tracked.ts';
import { FOLIO } from './running-heads.ts';

/** A footnote takes at most so many lines at the foot of a page. */
const FOOT_LINES = 8;

/** The article's title stands within the first lines; a running head repeats at least so much of it (code units). */
const TITLE_LINES = 4;
const TITLE = 8;

/** Footnotes of printed pages, and the edits that take them out of the sentences they cut. */
export interface PageFeet {
  readonly edits: readonly Edit[];
  /** Each footnote with its mark, lines joined. */
  readonly notes: readonly string[];
}

/**
 * Find what stands beside the page numbers of a printed article: footnotes (① …) right above a folio, whose mark stands
 * behind a word further up, and running heads that name authors and title (某某，某某：题名). A footnote goes to the notes.
 *
 * @example
 * findPageFeet('正文提到此书①，又说\n①某书第1页。\n- 5 -\n下文。').notes; // ['①某书第1页。']
 */
export function findPageFeet(text: string): PageFeet {
  const lines = linesOf(text).filter((line) => line.text !== '');
  const titles = lines
    .slice(0, TITLE_LINES)
    .map((line) => line.text)
    .filter((line) => line.length >= TITLE && !/[，。：；]/u.test(line));
  const edits: Edit[] = [];
  const notes: string[] = [];
  lines.forEach((line, index) => {
    if (!FOLIO.test(line.text)) return;
    for (const near of [lines[index - 1], lines[index + 1]])
      if (near !== undefined && isAuthorHead(near.text, titles))
        edits.push(lineEdit(near, text, 'running-head'));
    const foot = footAbove(lines, index, text);
    if (foot.length === 0) return;
    edits.push(...foot.map((one) => lineEdit(one, text, 'to-note')));
    notes.push(...splitNotes(foot));
  });
  return { edits: edits.sort((a, b) => a.start - b.start), notes };
}

/** 刘某某，陈某：题名, beside a page number. */
function isAuthorHead(line: string, titles: readonly string[]): boolean {
  const [, title = ''] = /^[\u4e00-\u9fff，、等\s]{2,20}[：:](.{8,60})$/u.exec(line) ?? [];
  return titles.includes(title);
}

/** The lines from the first mark of a footnote to the folio; none where no such mark stands in the text above. */
function footAbove(lines: readonly Line[], folio: number, text: string): Line[] {
  let first = -1;
  for (let at = folio - 1; at >= 0 && folio - at <= FOOT_LINES; at -= 1) {
    const line = lines[at];
    const mark = /^[①-⑳]/u.exec(line?.text ?? '')?.[0];
    if (line === undefined || FOLIO.test(line.text)) break;
    if (mark === undefined) continue;
    if (!isCitedAbove(text, mark, line.start)) break;
    first = at;
  }
  return first === -1 ? [] : lines.slice(first, folio);
}

/** How far above a footnote its mark may stand: a page (code units). */
const PAGE = 4000;

/** A mark behind a word or a stop cites; one that opens a line or a clause numbers an item. */
function isCitedAbove(text: string, mark: string, before: number): boolean {
  const page = text.slice(Math.max(0, before - PAGE), before);
  for (
    let at = page.lastIndexOf(mark);
    at !== -1;
    at = at === 0 ? -1 : page.lastIndexOf(mark, at - 1)
  )
    if (
      /[\u4e00-\u9fff”’》）。，]/u.test(page.charAt(at - 1)) &&
      !/[\u4e00-\u9fff]/u.test(page.charAt(at + 1))
    )
      return true;
  return false;
}

function splitNotes(foot: readonly Line[]): string[] {
  return foot
    .map(({ text }) => text)
    .join('')
    .split(/(?=[①-⑳])/u);
}

function lineEdit(line: Line, text: string, rule: Edit['rule']): Edit {
  return { start: line.start, end: Math.min(line.end + 1, text.length), fixed: '', rule };
}
