import { fillPage, pullBack, type Piece } from '../break-pages.ts';

/** Elements that are never cut in two. */
const WHOLE = 'tr, .blanks, .closing, p, li, h1, h2, h3, h4, dl';
const HEADINGS = 'h1, h2, h3, h4, .phase, .criteria-group, .paper-title';
const PIECE = 'data-piece';

/**
 * Cut a part into pages.
 *
 * The part is laid out once to find where its pieces stand; then each page is a copy that keeps its own pieces (and the
 * heads of their tables) and loses the rest. Every page is measured again after it was made, and made shorter when the
 * copy turned out higher than foreseen.
 *
 * @param root - The part, already in the document inside `measure`.
 * @param makeSheet - Makes an empty page in the document and returns its body, whose height is that of the type area.
 * @returns Number of pages.
 * @example
 * cutPart(root, makeSheet); // 3（四十行的签到表占三页）
 */
export function cutPart(root: Element, makeSheet: () => HTMLElement): number {
  const elements = findPieces(root);
  elements.forEach((element, at) => {
    element.setAttribute(PIECE, String(at));
  });
  const pieces = elements.map((element, at) => measurePiece(element, root, elements[at + 1]));
  let pages = 0;
  let start = 0;
  while (start < pieces.length) {
    const body = makeSheet();
    let end = fillPage(pieces, start, body.clientHeight);
    for (;;) {
      body.textContent = '';
      body.appendChild(copyRange(root, elements, start, end));
      const tooHigh = body.scrollHeight > body.clientHeight + 1;
      if (!tooHigh || end <= start + 1) break;
      end = pullBack(pieces, start, end - 1);
    }
    pages += 1;
    start = end;
  }
  return pages;
}

function findPieces(element: Element): Element[] {
  return [...element.children].flatMap((child) => {
    if (/^(?:THEAD|TFOOT|COLGROUP|CAPTION)$/u.test(child.tagName)) return [];
    if (child.getClientRects().length === 0) return [];
    if (child.matches(WHOLE)) return [child];
    const inner = findPieces(child);
    return inner.length > 0 || child.textContent.trim() === '' ? inner : [child];
  });
}

function measurePiece(element: Element, root: Element, next: Element | undefined): Piece {
  const zero = root.getBoundingClientRect().top;
  const box = element.getBoundingClientRect();
  const head = element.closest('table')?.querySelector('thead');
  const firstRow = element.closest('table')?.querySelector('tbody tr') === element;
  return {
    // The first row of a table brings its head along.
    top: (firstRow && head ? head.getBoundingClientRect().top : box.top) - zero,
    bottom: box.bottom - zero,
    // Signatures never stand alone: what comes before them goes with them.
    keepNext: element.matches(HEADINGS) || next?.matches('.closing, .sum, .ending-row') === true,
    repeatedHead: head && !firstRow ? head.getBoundingClientRect().height : 0,
  };
}

function copyRange(root: Element, elements: readonly Element[], start: number, end: number): Node {
  const copy = root.cloneNode(true) as HTMLElement;
  continueCounters(copy, start);
  prune(copy, start, end);
  const headings = elements.slice(0, start).filter((element) => element.tagName === 'H2').length;
  if (headings > 0) copy.style.counterReset = `document-heading ${String(headings)}`;
  return copy;
}

/** Lists are numbered by counters, which would begin again on every page. */
function continueCounters(copy: Element, start: number): void {
  for (const list of copy.querySelectorAll<HTMLElement>('ol, ul')) {
    const items = [...list.children];
    const before = items.filter((item) => pieceNumber(item) < start).length;
    if (before > 0) list.style.counterReset = `document-item ${String(before)}`;
  }
}

function pieceNumber(element: Element): number {
  return Number(element.getAttribute(PIECE) ?? Number.POSITIVE_INFINITY);
}

/** Remove pieces outside the range and everything that held nothing else. Returns whether anything is left. */
function prune(element: Element, start: number, end: number): boolean {
  if (element.hasAttribute(PIECE)) {
    const at = pieceNumber(element);
    element.removeAttribute(PIECE);
    return at >= start && at < end;
  }
  let left = false;
  for (const child of [...element.children]) {
    if (/^(?:THEAD|COLGROUP|CAPTION)$/u.test(child.tagName)) continue;
    if (prune(child, start, end)) left = true;
    else element.removeChild(child);
  }
  return left;
}
