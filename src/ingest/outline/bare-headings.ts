import { endsSentence } from '../lines.ts';
import type { Line } from '../lines.ts';
import type { Heading } from './find-headings.ts';
import { opensWithKnownHeading } from './known-headings.ts';
import { readOrdinal } from './ordinals.ts';

/** An unnumbered line is a heading up to this length (code units). */
const LONGEST = 40;

/** 引言 and 结语 stand beside the highest headings of an article. */
const NAMED_RANK = -1;

/** The part of a form that holds the numbered minutes. */
const FORM_PART = /^(?:会议|活动|学习|主要)(?:内容|议程|记录|情况)$/u;
const FORM_RANK = 4.5;

/** A question of a question-and-answer page, and a word in 【】, head what follows. */
const BLOCK_RANK = 5.5;

/** Unnumbered lines divide a text that has no numbers, and stand under numbers where there are some. */
const BARE_RANK = 9;

/** 一、 heads a section by itself. */
const CHINESE_RANK = 5.5;

/** Lines that name a part of a paper by itself. */
const NAMED =
  /^(?:引\s*言|前\s*言|导\s*言|绪\s*论|结\s*语|结束语|结\s*论|小\s*结|余\s*论|[\[［【〔]?参考文献[\]］】〕]?|附\s*录|附\s*件\d*|致\s*谢|(?:同志们|各位(?:领导|同志|代表|委员)|尊敬的.{1,20})[：:]?)[：:]?$/u;

/**
 * The heading that a line without an ordinal is: a named part (引言), a word in 【】, a question above its answer, or a
 * short line without a full stop above a paragraph. Undefined for any other line.
 *
 * @param index - Where the line stands in `lines`.
 * @param headed - Starts of the lines that are headings already.
 * @param paired - Starts of the lines that {@link pairedHeadings} found.
 * @example
 * bareHeading(lines, 0, new Set())?.style; // 'named' for 引言
 */
export function bareHeading(
  lines: readonly Line[],
  index: number,
  headed: ReadonlySet<number>,
  paired: ReadonlySet<number> = new Set(),
): Heading | undefined {
  const line = lines[index];
  if (line === undefined || headed.has(line.start) || line.text === '') return undefined;
  if (readOrdinal(line.text) !== undefined) return undefined;
  const common = {
    start: line.start,
    end: line.start + line.text.length,
    form: 'line' as const,
    depth: 1,
    sure: true,
  };
  if (NAMED.test(line.text)) return { ...common, rank: NAMED_RANK, style: 'named' };
  if (/^【[^】]{2,30}】$/u.test(line.text))
    return { ...common, rank: BLOCK_RANK, style: 'bracketed' };
  const next = lines[index + 1];
  if (FORM_PART.test(line.text) && isAboveFirst(lines, index))
    return { ...common, rank: FORM_RANK, style: 'bare-line' };
  if (/^(?:问|Q)[：:]/u.test(line.text) && /^(?:答|A)[：:]/u.test(next?.text ?? ''))
    return { ...common, rank: BLOCK_RANK, style: 'question' };
  if (paired.has(line.start)) return { ...common, rank: BARE_RANK, style: 'bare-line' };
  if (next === undefined || !isShortTitle(line.text)) return undefined;
  const previous = lines[index - 1];
  const follows =
    previous === undefined ||
    endsSentence(previous.text) ||
    headed.has(previous.start) ||
    previous.text.startsWith('|');
  const headsBody =
    next.text.length >= LONGEST
      ? /[，。]/u.test(next.text)
      : opensWithKnownHeading(line.text) || /^第.{1,3}条/u.test(next.text);
  if (follows && headsBody) return { ...common, rank: BARE_RANK, style: 'bare-line' };
  // Right above the first of a series of points stands what the points belong to.
  const first = follows && index > 0 ? readOrdinal(next.text) : undefined;
  return first !== undefined && first.style.rank > CHINESE_RANK && /^[1一]$/u.test(first.value)
    ? { ...common, rank: first.style.rank - 0.2, style: 'bare-line' }
    : undefined;
}

/** The chair's opening words may stand between the name of the part and its 一、. */
const FORM_REACH = 4;

function isAboveFirst(lines: readonly Line[], index: number): boolean {
  const first = lines
    .slice(index + 1, index + FORM_REACH)
    .find(({ text }) => readOrdinal(text) !== undefined);
  return first !== undefined && /^一、/u.test(first.text);
}

/** Two clauses of a heading: 强学习，筑牢“压舱石”. */
const TWO_CLAUSES = /^[\u4e00-\u9fff“”《》、]{2,14}，[\u4e00-\u9fff“”《》、]{2,18}$/u;

/**
 * Starts of unnumbered lines of two clauses that head paragraphs: each below a finished sentence and above one of body
 * length, two at least, for a single one may be a slogan.
 *
 * @example
 * pairedHeadings(lines).size; // 3: 强学习，筑牢“压舱石” …
 */
export function pairedHeadings(lines: readonly Line[]): ReadonlySet<number> {
  const starts = lines.flatMap((line, index) => {
    const next = lines[index + 1];
    const previous = lines[index - 1];
    return previous !== undefined &&
      next !== undefined &&
      TWO_CLAUSES.test(line.text) &&
      endsSentence(previous.text) &&
      next.text.length >= LONGEST &&
      /。/u.test(next.text)
      ? [line.start]
      : [];
  });
  return new Set(starts.length >= 2 ? starts : []);
}

function isShortTitle(line: string): boolean {
  if (line.length < 4 || line.length > LONGEST || !/[\u4e00-\u9fff”》）]$/u.test(line))
    return false;
  return (
    !/[。！？；，：:;,|\t]/u.test(line) &&
    !/^[（(“《>*\-#─—●■◆]/u.test(line) &&
    !/^[〔[［]/u.test(line) &&
    !/(?:年|月|日|[〕\]］）]\s*第?\d{1,4}号)$/u.test(line)
  );
}
