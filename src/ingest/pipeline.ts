import { applyEdits, ledgerOf, track } from './tracked.ts';
import type { Edit, Tracked } from './tracked.ts';
import type { DecodedInput, IngestWarning, Report } from './types.ts';

/** What the caller may decide. */
export interface IngestOptions {
  /** `auto` (the default) converts documents that are traditional as a whole. */
  readonly simplify?: 'auto' | 'always' | 'never';
}

/** One article of an input; most inputs hold one. */
export interface IngestedArticle {
  /** Position in the compilation, from 1; 1 where the input is a single article. */
  readonly part: number;
  /** The report as it goes to disk, `duplicates` still empty. */
  readonly report: Report;
}

export interface IngestResult {
  readonly articles: readonly IngestedArticle[];
  /** What concerns the input as a whole (a patch that found no place). */
  readonly warnings: readonly IngestWarning[];
}

/**
 * Restore the articles of one input: repair what can be proved, remove what is noise, find structure, and account for
 * every code unit.
 *
 * @param input - Text and marks as the decoder gives them.
 * @returns At least one article, in input order. Never throws on any text.
 * @example
 * ingestDocument({ name: 'a.txt', format: 'txt', encoding: 'utf-8', text: '一、总则\n正文。', marks: [] }).articles.length; // 1
 */
export function ingestDocument(input: DecodedInput, options: IngestOptions = {}): IngestResult {
  void options;
  const marked = applyMarks(track(input.text), input);
  const report: Report = {
    input: input.name,
    encoding: input.encoding,
    title: null,
    author: null,
    org: null,
    publication: null,
    date: null,
    outline: [],
    text: marked.text,
    ledger: ledgerOf(marked, input.text, 'other-article'),
    warnings: [],
    duplicates: [],
  };
  return { articles: [{ part: 1, report }], warnings: [] };
}

function applyMarks(tracked: Tracked, input: DecodedInput): Tracked {
  const edits = input.marks.flatMap((mark): Edit[] => {
    if (mark.kind === 'chrome')
      return [{ start: mark.start, end: mark.end, fixed: '', rule: 'chrome' }];
    if (mark.kind !== 'markup') return [];
    return [{ start: mark.start, end: mark.end, fixed: mark.fixed ?? '', rule: 'markup' }];
  });
  return applyEdits(tracked, edits);
}
