import { Parser } from 'htmlparser2';
import JSZip from 'jszip';
import { countLists, readNumbering, type ListPlace, type Numbering } from './docx-numbering.ts';

/** A cut in the XML: [start, end) becomes `text`. */
interface Cut {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

interface OpenParagraph {
  style?: string;
  list?: string;
  level?: number;
  /** Where its properties open and close, if it has any; otherwise where its content starts. */
  readonly contentStart: number;
  properties?: { readonly start: number; end: number; isEmpty: boolean };
  place?: { readonly start: number; end: number };
}

/** Takes a paragraph out of every list: number 0 is reserved for that (ECMA-376 part 1, 17.9.18). */
const NO_LIST = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>';

/**
 * Write automatic numbers of a Word document into its text, because mammoth keeps only that a paragraph is numbered:
 * an article whose headings `一、` and `（一）` are automatic would lose them. Bullets stay bullets.
 *
 * @param bytes - A docx file.
 * @returns The same document with numbers as text; the bytes given where there are none.
 * @throws If the container is damaged.
 * @example
 * await spellOutNumbers(bytes); // the heading 总则, numbered by Word, becomes the text 一、总则
 */
export async function spellOutNumbers(bytes: Uint8Array): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(bytes);
  const read = async (path: string) => (await zip.file(path)?.async('string')) ?? '';
  const [numberingXml, stylesXml, xml] = await Promise.all(
    ['word/numbering.xml', 'word/styles.xml', 'word/document.xml'].map(read),
  );
  if (!numberingXml || xml === undefined) return bytes;
  const cuts = findCuts(xml, readNumbering(numberingXml, stylesXml ?? ''));
  if (cuts.length === 0) return bytes;
  zip.file('word/document.xml', applyCuts(xml, cuts));
  return zip.generateAsync({ type: 'uint8array' });
}

function findCuts(xml: string, numbering: Numbering): Cut[] {
  const cuts: Cut[] = [];
  const next = countLists(numbering);
  // Paragraphs nest: a text box stands inside a paragraph.
  const open: OpenParagraph[] = [];
  const close = (paragraph: OpenParagraph) => {
    const place = placeOf(paragraph, numbering);
    const label = place === undefined ? undefined : next(place);
    if (label !== undefined) cuts.push(...cutsFor(paragraph, label));
  };
  let inProperties = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const paragraph = open.at(-1);
        const value = attributes['w:val'];
        if (name === 'w:p') open.push({ contentStart: parser.endIndex + 1 });
        else if (paragraph === undefined) return;
        else if (name === 'w:pPr' && inProperties === 0) {
          paragraph.properties = {
            start: parser.endIndex + 1,
            end: parser.endIndex + 1,
            isEmpty: false,
          };
          inProperties = open.length;
        } else if (inProperties !== open.length) return;
        else if (name === 'w:numPr')
          paragraph.place = { start: parser.startIndex, end: parser.endIndex + 1 };
        else if (name === 'w:pStyle' && value !== undefined) paragraph.style = value;
        else if (name === 'w:numId' && value !== undefined) paragraph.list ??= value;
        else if (name === 'w:ilvl' && value !== undefined) paragraph.level ??= Number(value);
      },
      onclosetag(name) {
        const paragraph = open.at(-1);
        if (paragraph === undefined) return;
        if (name === 'w:numPr' && paragraph.place !== undefined && inProperties === open.length) {
          paragraph.place.end = parser.endIndex + 1;
        } else if (
          name === 'w:pPr' &&
          inProperties === open.length &&
          paragraph.properties !== undefined
        ) {
          paragraph.properties.end = parser.endIndex + 1;
          paragraph.properties.isEmpty =
            xml.slice(parser.startIndex, parser.startIndex + 2) !== '</';
          inProperties = 0;
        } else if (name === 'w:p') {
          open.pop();
          close(paragraph);
        }
      },
    },
    { xmlMode: true },
  );
  parser.write(xml);
  parser.end();
  return cuts.toSorted((one, other) => one.start - other.start);
}

function placeOf(paragraph: OpenParagraph, numbering: Numbering): ListPlace | undefined {
  const styled = paragraph.style === undefined ? undefined : numbering.styles.get(paragraph.style);
  const list = paragraph.list ?? styled?.list;
  return list === undefined ? undefined : { list, level: paragraph.level ?? styled?.level ?? 0 };
}

function cutsFor(paragraph: OpenParagraph, label: string): Cut[] {
  const run = label === '' ? '' : `<w:r><w:t xml:space="preserve">${escapeXml(label)}</w:t></w:r>`;
  const { properties, place, contentStart } = paragraph;
  if (properties === undefined || properties.isEmpty) {
    const at = properties?.end ?? contentStart;
    return [{ start: at, end: at, text: `<w:pPr>${NO_LIST}</w:pPr>${run}` }];
  }
  const after = { start: properties.end, end: properties.end, text: run };
  if (place !== undefined) return [{ ...place, text: NO_LIST }, after];
  return [{ start: properties.start, end: properties.start, text: NO_LIST }, after];
}

function applyCuts(xml: string, cuts: readonly Cut[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const cut of cuts) {
    parts.push(xml.slice(at, cut.start), cut.text);
    at = cut.end;
  }
  return parts.join('') + xml.slice(at);
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
