import { convertToHtml, images } from 'mammoth';
import type { DecodedInput } from '../types.ts';
import { DecodeError } from './decode-error.ts';
import { markTitles } from './docx-titles.ts';
import { flattenMarks } from './flatten-marks.ts';
import { measurePage } from './html-density.ts';
import { markHtml } from './html-marks.ts';
import { parseHtml, type HtmlElement } from './html-tree.ts';
import { spellOutNumbers } from './spell-out-numbers.ts';
import { unpacksWithin } from './unpacked-size.ts';

/** Names that Chinese Word and WPS give the built-in styles, and what they are. */
const STYLES = [
  "p[style-name='Title'] => h1.title:fresh",
  "p[style-name='标题'] => h1.title:fresh",
  "p[style-name='文章标题'] => h1.title:fresh",
  ...[1, 2, 3, 4, 5, 6].flatMap((level) => [
    `p[style-name='标题 ${level}'] => h${level}:fresh`,
    `p[style-name='标题${level}'] => h${level}:fresh`,
  ]),
  // The entries of a table of contents are made from the headings.
  ...[1, 2, 3, 4].flatMap((level) => [
    `p[style-name='toc ${level}'] => p.toc:fresh`,
    `p[style-name='TOC ${level}'] => p.toc:fresh`,
    `p.TOC${level} => p.toc:fresh`,
  ]),
];

/** A book of two million characters unpacks to about half of this; a ZIP bomb to thousands of times its size. */
const UNPACKED_MB = 128;
const TOO_LARGE = `解压后超过 ${UNPACKED_MB} MB，不像正常文档；请用 Word 或 WPS 打开核对，分成几份另存为 docx`;

/**
 * Read a Word document: headings by style, lists, tables, footnotes; automatic numbers are spelt out as they show.
 *
 * @param name - File name.
 * @param bytes - The document, a ZIP container.
 * @throws {DecodeError} If the container or its XML is damaged, or unpacks to more than a document can hold.
 * @example
 * (await decodeDocx('通知.docx', bytes)).marks.filter((mark) => mark.kind === 'heading');
 */
export async function decodeDocx(name: string, bytes: Uint8Array): Promise<DecodedInput> {
  let html: string;
  let pictures = 0;
  try {
    if (!(await unpacksWithin(bytes, UNPACKED_MB * 1024 * 1024))) throw new DecodeError(TOO_LARGE);
    const numbered = await spellOutNumbers(bytes);
    const convertImage = images.imgElement(() => {
      pictures += 1;
      return Promise.resolve({ src: '' });
    });
    const result = await convertToHtml(
      { buffer: Buffer.from(numbered) },
      { styleMap: STYLES, convertImage, transformDocument: markTitles },
    );
    html = result.value;
  } catch (cause) {
    if (cause instanceof DecodeError) throw cause;
    throw new DecodeError('文档已损坏，打不开；请用 Word 或 WPS 打开后另存为 docx', { cause });
  }
  const root = parseHtml(html);
  const { tables } = measurePage(root);
  const title = findTitle(root);
  const main = { chrome: findContents(root), title, titles: findTitles(root, title) };
  const { text, marks } = flattenMarks({ text: html, marks: markHtml(html, root, main, tables) });
  const warnings = pictures === 0 ? [] : [toPictureWarning(pictures)];
  return { name, format: 'docx', encoding: 'utf-8', text, marks, warnings };
}

/** A paragraph in the style of a title, else a first-level heading that opens the document and stands alone. */
function findTitle(root: HtmlElement): HtmlElement | undefined {
  const elements = root.children.filter((node) => node.kind === 'element');
  const headings = elements.filter((element) => element.name === 'h1');
  const [only] = headings;
  return (
    headings.find((heading) => heading.attributes['class'] === 'title') ??
    (headings.length === 1 && only === elements[0] ? only : undefined)
  );
}

/** All paragraphs that are titles: a document may hold several papers. */
function findTitles(root: HtmlElement, title: HtmlElement | undefined): ReadonlySet<HtmlElement> {
  return new Set(
    root.children.flatMap((node) =>
      node.kind === 'element' &&
      (node === title || (node.name === 'h1' && node.attributes['class'] === 'title'))
        ? [node]
        : [],
    ),
  );
}

function findContents(root: HtmlElement): ReadonlySet<HtmlElement> {
  return new Set(
    root.children.flatMap((node) =>
      node.kind === 'element' && node.attributes['class'] === 'toc' ? [node] : [],
    ),
  );
}

function toPictureWarning(pictures: number) {
  const message = `文档里有 ${pictures} 张图片，图中的文字没有读入`;
  return { rule: 'picture', start: 0, end: 0, message };
}
