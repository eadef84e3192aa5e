/** What is read of a paragraph or run of mammoth's document model. */
interface Part {
  readonly type: string;
  readonly children?: readonly Part[];
  readonly alignment?: string | null;
  readonly styleName?: string | null;
  readonly styleId?: string | null;
  readonly fontSize?: number | null;
  readonly value?: string;
}

/** Titles of Chinese papers are centred in size 二号 (22 pt, GB/T 9704) or 小二 (18 pt); body is 三号 (16 pt) or smaller. */
const TITLE_POINTS = 18;

/** A title is at most so long (code units). */
const TITLE_LENGTH = 80;

/**
 * Give paragraphs that are set as titles by hand (centred, in large print, no style) the style of a title, which is how
 * most offices write them.
 *
 * @param document - mammoth's document model, for its option `transformDocument`.
 * @returns The same model with `styleName` set to `Title` on such paragraphs.
 * @example
 * convertToHtml(input, { transformDocument: markTitles }); // large, centred 机关党建 is a title
 */
export function markTitles<T extends Part>(document: T): T {
  const children = document.children?.map((child) =>
    child.type === 'paragraph' ? (isSetAsTitle(child) ? toTitle(child) : child) : child,
  );
  return children === undefined ? document : { ...document, children };
}

function toTitle(paragraph: Part): Part {
  return { ...paragraph, styleId: 'Title', styleName: 'Title' };
}

function isSetAsTitle(paragraph: Part): boolean {
  if (paragraph.alignment !== 'center' || paragraph.styleName) return false;
  const runs = (paragraph.children ?? []).filter((run) => textOf(run).trim() !== '');
  const text = runs.map(textOf).join('').trim();
  return (
    /\p{Script=Han}{4}/u.test(text) &&
    text.length <= TITLE_LENGTH &&
    runs.every((run) => (run.fontSize ?? 0) >= TITLE_POINTS) &&
    !/文件$/u.test(text)
  );
}

function textOf(part: Part): string {
  return part.type === 'text' ? (part.value ?? '') : (part.children ?? []).map(textOf).join('');
}
