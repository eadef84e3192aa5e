import { findBlankLines } from './clean/blank-lines.ts';
import { findChrome } from './clean/chrome.ts';
import { findContents } from './clean/contents.ts';
import { readAccountHead, readAnswer, readThread } from './clean/forum.ts';
import { findHtmlRemnants } from './clean/html-remnants.ts';
import { findJammers } from './clean/jammer.ts';
import { findJoins } from './clean/join-lines.ts';
import { findCitationMarks, findReferences } from './clean/references.ts';
import { findOrnaments } from './clean/ornaments.ts';
import { findPageFeet } from './clean/page-feet.ts';
import { findRunningHeads, repeatedHeads } from './clean/running-heads.ts';
import { classifySections } from './classify/section-type.ts';
import { readMetadata } from './metadata/read-metadata.ts';
import { findGluedLabels, findLabelled } from './outline/glued-labels.ts';
import { readOutline } from './outline/read-outline.ts';
import { markdownMarks } from './markdown-marks.ts';
import {
  applyMarks,
  statedFields,
  statedHeadings,
  statedItems,
  statedTitle,
  statedTitles,
} from './marks.ts';
import { applyPatches } from './patches/patch.ts';
import type { Patch } from './patches/patch.ts';
import { findBrokenOrdinals } from './repair/broken-ordinals.ts';
import { findLostGlyphs, nearStart } from './repair/lost-glyphs.ts';
import { repairCharacters, repairTypography } from './repair/repair.ts';
import type { Simplify } from './repair/repair.ts';
import { splitArticles } from './split/split-articles.ts';
import type { ArticlePart } from './split/split-articles.ts';
import { applyEdits, ledgerOf, textToInput, track } from './tracked.ts';
import { findDamage } from './damage/find-damage.ts';
import type { Edit, Tracked } from './tracked.ts';
import type { DecodedInput, IngestWarning, LedgerRow, Report } from './types.ts';

/** What the caller may decide. */
export interface IngestOptions {
  /** `auto` (the default) converts documents that are traditional as a whole. */
  readonly simplify?: Simplify;
  /** Corrections to single documents; each applies where its anchors stand. */
  readonly patches?: readonly Patch[];
}

/** One article of an input; most inputs hold one. */
export interface IngestedArticle {
  /** Position in the compilation, from 1; 1 where the input is a single article. */
  readonly part: number;
  /** The report as it goes to disk, `duplicates` still empty. */
  readonly report: Report;
}

/** What one input gives: one article, or several from a compilation. */
export interface IngestResult {
  readonly articles: readonly IngestedArticle[];
  /** What concerns the input as a whole (a patch that found no place). */
  readonly warnings: readonly IngestWarning[];
}

/**
 * Restore the articles of one input: repair what can be proved, remove what is noise, find structure, and account for
 * every code unit.
 *
 * @param source - Text and marks as the decoder gives them.
 * @returns At least one article, in input order. Never throws on any text.
 * @example
 * ingestDocument({ name: 'a.txt', format: 'txt', encoding: 'utf-8', text: '一、总则\n正文。', marks: [] }).articles.length; // 1
 */
export function ingestDocument(source: DecodedInput, options: IngestOptions = {}): IngestResult {
  const input =
    source.format === 'md' && source.marks.length === 0
      ? { ...source, marks: markdownMarks(source.text) }
      : source;
  const marked = applyMarks(track(input.text), input);
  const patched = applyPatches(marked, options.patches ?? []);
  const repaired = repairCharacters(patched.tracked, options.simplify ?? 'auto');
  const repeated = repeatedHeads(repaired.tracked.text);
  const titles = statedTitles(repaired.tracked, input);
  const articles = splitArticles(repaired.tracked, titles).map((part) =>
    ingestArticle(part, input, repeated),
  );
  return { articles: withWarnings(articles, repaired.warnings), warnings: patched.warnings };
}

function ingestArticle(
  { part, tracked, shellTitle }: ArticlePart,
  input: DecodedInput,
  repeated: ReadonlySet<string>,
): IngestedArticle {
  let text = step(tracked, (raw) => findLostGlyphs(raw, nearStart([0])));
  if (input.format !== 'html') text = step(text, findHtmlRemnants);
  text = step(text, findJammers);
  text = step(text, findOrnaments);
  const thread = readThread(text.text);
  const account = readAccountHead(text.text);
  const said = thread.fields ?? account.fields ?? readAnswer(text.text);
  text = applyEdits(text, thread.fields === undefined ? account.edits : thread.edits);
  text = step(text, findChrome);
  text = step(text, findContents);
  const feet = findPageFeet(text.text);
  text = applyEdits(text, feet.edits);
  const { edits, facts } = findRunningHeads(text.text, repeated);
  text = applyEdits(text, edits);
  text = step(text, findBrokenOrdinals);
  text = step(text, findJoins);
  text = repairTypography(text);
  text = step(text, findGluedLabels);
  const { tracked: body, metadata } = readMetadata(text, {
    heads: facts,
    shellTitle,
    statedTitle: statedTitle(text, input) ?? shellTitle,
    fields: [...statedFields(input), ...(said === undefined ? [] : [said])],
  });
  text = step(body, findBlankLines);
  text = step(text, (raw) => findCitationMarks(raw, findReferences(raw).start));
  const outlined = readOutline(text, {
    stated: (current) => statedHeadings(current, input),
    title: metadata.title,
    listed: (current) => statedItems(current, input),
  });
  text = outlined.tracked;
  const nodes = outlined.nodes.map(({ level, heading }) => ({ level, heading }));
  const types = classifySections(nodes, metadata.title);
  const labelled = findLabelled(text.text);
  const abstract = labelled.find(({ label }) => /摘\s?要|提要|导读/u.test(label))?.value;
  const keywords = labelled.find(({ label }) => /关键/u.test(label))?.value;
  const references = findReferences(text.text).items;
  const notes = [...metadata.notes, ...feet.notes];
  const report: Report = {
    input: input.name,
    encoding: input.encoding,
    title: metadata.title,
    author: metadata.author,
    org: metadata.org,
    publication: metadata.publication,
    date: metadata.date,
    ...(abstract === undefined ? {} : { abstract }),
    ...(keywords === undefined
      ? {}
      : { keywords: keywords.split(/[；;，,、\s]+/u).filter((word) => word !== '') }),
    ...(references.length === 0 ? {} : { references }),
    ...(notes.length === 0 ? {} : { notes }),
    outline: outlined.nodes.map((node, index) => ({ ...node, type: types[index] ?? 'other' })),
    text: text.text,
    ledger: ledgerOf(text, input.text, 'other-article'),
    warnings: [...untitled(metadata.title), ...outlined.warnings, ...damageIn(text)],
    duplicates: [],
  };
  return { part, report };
}

function untitled(title: string | null): IngestWarning[] {
  return title === null
    ? [{ rule: 'untitled', start: 0, end: 0, message: '文中没有题名，请补' }]
    : [];
}

function damageIn(tracked: Tracked): IngestWarning[] {
  const toInput = textToInput(tracked);
  return findDamage(tracked.text).map((one) => ({
    ...one,
    start: toInput(one.start),
    end: toInput(one.end - 1) + 1,
  }));
}

function step(tracked: Tracked, find: (text: string) => readonly Edit[]): Tracked {
  return applyEdits(tracked, find(tracked.text));
}

/** Warnings of the whole input go to the article that keeps the place. */
function withWarnings(
  articles: readonly IngestedArticle[],
  warnings: readonly IngestWarning[],
): IngestedArticle[] {
  if (warnings.length === 0) return [...articles];
  return articles.map(({ part, report }) => {
    const own = warnings.filter(
      ({ start }) => rowAt(report.ledger, start)?.rule !== 'other-article',
    );
    return { part, report: { ...report, warnings: [...own, ...report.warnings] } };
  });
}

/** The row that covers a unit of the input. */
function rowAt(ledger: readonly LedgerRow[], offset: number): LedgerRow | undefined {
  let low = 0;
  let high = ledger.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ledger[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return ledger[low];
}
