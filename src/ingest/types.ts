/**
 * The shapes that pass between the stages of ingest, and the report that ingest leaves on disk.
 *
 * All offsets are UTF-16 code units. `DecodedInput.text` is what the ledger points into;
 * `Report.text` is the clean text that the outline points into.
 */

/** A file format, told by magic bytes before the extension. */
export type InputFormat = 'txt' | 'md' | 'html' | 'docx' | 'doc' | 'pdf';

/**
 * A piece of structure that the file format itself states (an HTML heading, a PDF page break).
 *
 * What every decoder promises: marks come sorted by `start`, the longer first; `markup`, `chrome` and `table`
 * pieces never overlap each other. `title`, `heading`, `paragraph` and `list-item` may hold `markup` inside. A line
 * break inside a `paragraph` is the page's, not the author's; between two paragraphs it is the author's.
 * A line break between two blocks is a `markup` piece whose `fixed` is `\n`; a piece without `fixed` stands for nothing.
 */
export interface StructureMark {
  /** Where the piece starts in `DecodedInput.text`. */
  readonly start: number;
  /** Where it ends (exclusive); equal to `start` for a break. */
  readonly end: number;
  readonly kind:
    'title' | 'heading' | 'paragraph' | 'list-item' | 'table' | 'markup' | 'chrome' | 'page-break';
  /** Heading rank (1 = highest) or list depth. */
  readonly level?: number;
  /** What a `markup` or `table` piece stands for in the clean text (a line break, a Markdown table …). */
  readonly fixed?: string;
}

/** One input after its bytes were read: the text the ledger accounts for. */
export interface DecodedInput {
  /** File name without folders, as shown to the editor. */
  readonly name: string;
  readonly format: InputFormat;
  /** WHATWG label of the encoding (`utf-8`, `gb18030`, `big5`, `utf-16le` …); `utf-8` for docx, doc and pdf. */
  readonly encoding: string;
  /** For txt, md and html the whole file as characters; for docx, doc and pdf the text taken out of it. */
  readonly text: string;
  readonly marks: readonly StructureMark[];
  /** What the format holds that could not be read (a scanned page, pictures); passed on to every report. */
  readonly warnings?: readonly IngestWarning[];
}

/** What a section is about, told from its heading. */
export type SectionType =
  'problem' | 'cause' | 'measure' | 'standard' | 'outcome' | 'significance' | 'procedure' | 'other';

/** How a heading stands in the raw text (`inventory` terms: on its own line, glued to the body, opening sentence …). */
export type HeadingForm = 'line' | 'glued' | 'wrapped' | 'runin' | 'enum' | 'label' | 'none';

/** A heading of an article. */
export interface OutlineNode {
  /** 1 for the highest level of the article. */
  readonly level: number;
  readonly heading: string;
  readonly type: SectionType;
  readonly form: HeadingForm;
  /** Where the heading starts in `Report.text`. */
  readonly offset: number;
}

/** What happened to one run of the decoded input. Rows follow each other without gap or overlap. */
export interface LedgerRow {
  readonly start: number;
  readonly end: number;
  readonly action: 'keep' | 'remove' | 'replace';
  /** Id from the closed table of rules. */
  readonly rule: string;
  readonly raw: string;
  /** The replacement, for `replace` only. */
  readonly fixed?: string;
}

/** Something a human should look at. `start`/`end` point into the decoded input. */
export interface IngestWarning {
  readonly rule: string;
  readonly start: number;
  readonly end: number;
  readonly message: string;
  /** What the damaged place may have been, best first. */
  readonly candidates?: readonly string[];
}

/** A passage that another article also has. */
export interface Duplicate {
  readonly slug: string;
  /** Jaccard similarity of 12-character shingles of the clean texts, 0–1. */
  readonly similarity: number;
  /** Shared passages as [start, end) in `Report.text`. */
  readonly ranges: readonly (readonly [number, number])[];
  /** True where this article is the copy that `--keep` left out. */
  readonly dropped?: boolean;
}

/** What ingest writes as `report.json` beside each `article.md`. */
export interface Report {
  readonly input: string;
  readonly encoding: string;
  readonly title: string | null;
  readonly author: string | null;
  readonly org: string | null;
  readonly publication: string | null;
  /** As precise as the text says: `2017-06`, `2021-04-02` or `2019`. */
  readonly date: string | null;
  readonly abstract?: string;
  readonly keywords?: readonly string[];
  readonly references?: readonly string[];
  readonly notes?: readonly string[];
  readonly outline: readonly OutlineNode[];
  readonly text: string;
  readonly ledger: readonly LedgerRow[];
  readonly warnings: readonly IngestWarning[];
  readonly duplicates: readonly Duplicate[];
}
