import { answeredKey } from '../answered-field.ts';
import { NOTES_ID, type Pack, type PackPart } from '../pack.ts';
import type { Part } from '../part.ts';
import { cutPart } from './cut-part.ts';
import { clearElement, element } from './element.ts';
import { setRows } from './set-rows.ts';
import { splitParagraphs } from './split-paragraphs.ts';

/** Lines on a page of lined paper: 10 mm each on 261 mm, below the heading. */
const NOTE_LINES = 23;

/** How far page-making came. */
export interface PackResult {
  readonly pages: number;
  readonly overflowing: number;
}

/**
 * Make all pages of a pack: cover, 目录 with page numbers, and the parts, each from a new page.
 *
 * @param sheets - Element that gets the pages; emptied first.
 * @param parts - The parts by id.
 * @example
 * showPack(sheets, readPack('?parts=check-theme-day,sign-in'), parts).pages; // 4（不含封面和目录）
 */
export function showPack(
  sheets: HTMLElement,
  pack: Pack,
  parts: ReadonlyMap<string, Part>,
): PackResult {
  clearElement(sheets);
  if (pack.parts.length === 0) return { pages: 0, overflowing: 0 };
  sheets.appendChild(makeCover(pack));
  const measure = element('div', { class: 'pack-measure', 'aria-hidden': 'true' });
  document.body.appendChild(measure);
  const body = document.createDocumentFragment();
  const holder = element('div');
  sheets.appendChild(holder);
  const contents: { title: string; page: number }[] = [];
  for (const chosen of pack.parts) {
    const page = holder.children.length + 1;
    const title = layOut(holder, measure, pack, chosen, parts.get(chosen.id));
    contents.push({ title, page });
  }
  const pages = [...holder.children];
  pages.forEach((page, at) => {
    const number = page.querySelector('.sheet-number');
    if (number) number.textContent = `第 ${String(at + 1)} 页　共 ${String(pages.length)} 页`;
  });
  showContents(holder, measure, contents);
  document.body.removeChild(measure);
  const bodies = [...sheets.querySelectorAll('.sheet-body')];
  const overflowing = bodies.filter((one) => one.scrollHeight > one.clientHeight + 1).length;
  while (holder.firstChild) body.appendChild(holder.firstChild);
  sheets.replaceChild(body, holder);
  return { pages: pages.length, overflowing };
}

function layOut(
  holder: HTMLElement,
  measure: HTMLElement,
  pack: Pack,
  chosen: PackPart,
  part: Part | undefined,
): string {
  if (chosen.id === NOTES_ID) {
    for (let count = 0; count < (chosen.count ?? 1); count += 1) holder.appendChild(makeNotes());
    return '记录';
  }
  if (!part) throw new Error(`材料“${chosen.id}”没有装入。`);
  const root = readRoot(part);
  if (chosen.count !== undefined) setRows(root, chosen.count);
  answerBlanks(root, pack);
  const classes = sheetClasses(part);
  measure.appendChild(
    element('div', { class: `sheet ${classes}` }, element('div', { class: 'sheet-body' }, root)),
  );
  splitParagraphs(root);
  cutPart(root, () => {
    const sheet = makeSheet(classes, part.title);
    holder.appendChild(sheet);
    return sheet.querySelector('.sheet-body') ?? sheet;
  });
  clearElement(measure);
  return part.title;
}

function sheetClasses(part: Part): string {
  return `sheet-${part.as} sheet-${part.orientation}`;
}

function readRoot(part: Part): Element {
  const holder = document.createElement('div');
  holder.innerHTML = part.html;
  const root = holder.firstElementChild;
  if (!root) throw new Error(`材料“${part.title}”是空的。`);
  for (const foot of root.querySelectorAll('tfoot')) {
    foot.parentNode?.removeChild(foot);
  }
  return root;
}

/** Fill in what the cover already says. */
function answerBlanks(root: Element, pack: Pack): void {
  const blanks = root.querySelectorAll('.blanks-head .blank');
  for (const blank of blanks) {
    const label = blank.querySelector('label')?.textContent.trim() ?? '';
    const key = answeredKey(label);
    const ink = blank.querySelector('.ink');
    if (key && ink) ink.textContent = pack[key];
  }
}

function makeSheet(classes: string, foot: string): HTMLElement {
  return element(
    'section',
    { class: `sheet ${classes}` },
    element('div', { class: 'sheet-body' }),
    element(
      'p',
      { class: 'sheet-foot' },
      element('span', {}, foot),
      element('span', { class: 'sheet-number' }),
    ),
  );
}

function makeCover(pack: Pack): HTMLElement {
  const lines = [pack.unit, pack.date, pack.place].filter((line) => line !== '');
  return element(
    'section',
    { class: 'sheet sheet-document sheet-portrait' },
    element(
      'div',
      { class: 'sheet-body' },
      element('p', { class: 'cover-title' }, pack.title || '会议材料'),
      ...lines.map((line) => element('p', { class: 'cover-line' }, line)),
    ),
  );
}

function makeNotes(): HTMLElement {
  const sheet = makeSheet('sheet-form sheet-portrait', '记录');
  const lines = Array.from({ length: NOTE_LINES }, () => element('li'));
  sheet
    .querySelector('.sheet-body')
    ?.appendChild(
      element(
        'div',
        { class: 'paper' },
        element('h2', { class: 'paper-title' }, '记录'),
        element('ul', { class: 'note-lines' }, ...lines),
      ),
    );
  return sheet;
}

function showContents(
  holder: HTMLElement,
  measure: HTMLElement,
  contents: readonly { title: string; page: number }[],
): void {
  const items = contents.map(({ title, page }) =>
    element(
      'li',
      {},
      element('span', { class: 'pack-toc-page' }, String(page)),
      element('span', { class: 'pack-toc-name' }, title),
    ),
  );
  const root = element(
    'article',
    { class: 'document-paper' },
    element('p', { class: 'document-title' }, '目录'),
    element('ol', { class: 'pack-toc' }, ...items),
  );
  const classes = 'sheet-document sheet-portrait';
  measure.appendChild(
    element('div', { class: `sheet ${classes}` }, element('div', { class: 'sheet-body' }, root)),
  );
  const first = holder.firstChild;
  cutPart(root, () => {
    const sheet = makeSheet(classes, '');
    holder.insertBefore(sheet, first);
    return sheet.querySelector('.sheet-body') ?? sheet;
  });
}
