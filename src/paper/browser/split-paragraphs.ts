/** A paragraph longer than this may be carried over to the next page; the parts have as many lines. */
const LINES = 6;

/**
 * Split long paragraphs at the ends of their lines, so that a page break can fall inside them.
 *
 * The parts look like one paragraph: only the first is indented, all but the last are justified to their end.
 *
 * @param root - A part of a pack, laid out in the document.
 * @example
 * splitParagraphs(root); // 二十行的一段变成六行、六行、六行、两行四段，排出来仍是一段
 */
export function splitParagraphs(root: Element): void {
  for (const paragraph of root.querySelectorAll('p')) {
    if (paragraph.closest('tr, li, .blanks')) continue;
    const starts = findLineStarts(paragraph).filter((_start, line) => line % LINES === 0);
    if (starts.length > 1) replaceByParts(paragraph, starts);
  }
}

/** A place in the text of a paragraph. */
interface TextPlace {
  readonly node: Text;
  readonly offset: number;
}

function findLineStarts(paragraph: Element): TextPlace[] {
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  const starts: TextPlace[] = [];
  let bottom = Number.NEGATIVE_INFINITY;
  for (let node = walker.nextNode(); node instanceof Text; node = walker.nextNode()) {
    for (let offset = 0; offset < node.length; offset += 1) {
      range.setStart(node, offset);
      range.setEnd(node, offset + 1);
      const box = range.getBoundingClientRect();
      // A raised mark begins above the line's characters, but never below their lower edge.
      if (box.width === 0 || box.top < bottom - 1) continue;
      starts.push({ node, offset });
      bottom = box.bottom;
    }
  }
  return starts;
}

function replaceByParts(paragraph: HTMLElement, starts: readonly TextPlace[]): void {
  starts.forEach((start, at) => {
    const range = document.createRange();
    range.setStart(start.node, start.offset);
    const end = starts[at + 1];
    if (end) range.setEnd(end.node, end.offset);
    else range.setEndAfter(paragraph.lastChild ?? paragraph);
    if (at === 0) range.setStart(paragraph, 0);
    const part = paragraph.cloneNode(false) as HTMLElement;
    part.appendChild(range.cloneContents());
    if (at > 0) part.classList.add('carried-on');
    if (end) part.classList.add('carried-over');
    paragraph.parentNode?.insertBefore(part, paragraph);
  });
  paragraph.parentNode?.removeChild(paragraph);
}
