import { parseDocument } from 'htmlparser2';
import { formatListNumber } from './format-list-number.ts';

/** One level of an automatic list. */
export interface NumberLevel {
  readonly start: number;
  readonly format: string;
  /** Template such as `第%1章` or `%1.%2`. */
  readonly template: string;
  /** All numbers of the label in decimals (`w:isLgl`). */
  readonly isDecimal: boolean;
  /** What Word puts between label and text. */
  readonly suffix: string;
}

/** The lists of a document: levels by list id, and which list a paragraph style belongs to. */
export interface Numbering {
  readonly lists: ReadonlyMap<string, NumberedList>;
  readonly styles: ReadonlyMap<string, ListPlace>;
}

/** A list of a document (`w:num`) with its levels, 0 the outermost. */
export interface NumberedList {
  /** Lists with the same base count on together. */
  readonly base: string;
  readonly levels: ReadonlyMap<number, NumberLevel>;
  /** Levels at which this list starts anew. */
  readonly restarts: ReadonlySet<number>;
}

/** A place in a list: its id and the level, 0 the outermost. */
export interface ListPlace {
  readonly list: string;
  readonly level: number;
}

type XmlElement = Extract<
  ReturnType<typeof parseDocument>['children'][number],
  { attribs: unknown }
>;

/**
 * Read `numbering.xml` and `styles.xml` of a Word document.
 *
 * @param numberingXml - Empty string where the document has none.
 * @param stylesXml - Likewise.
 * @example
 * readNumbering(numberingXml, stylesXml).lists.get('1')?.levels.get(0)?.template; // '%1、' (一、二、三、)
 */
export function readNumbering(numberingXml: string, stylesXml: string): Numbering {
  const bases = new Map<string, Map<number, NumberLevel>>();
  for (const element of elementsOf(numberingXml, 'w:abstractNum')) {
    bases.set(element.attribs['w:abstractNumId'] ?? '', readLevels(element));
  }
  const lists = new Map<string, NumberedList>();
  for (const element of elementsOf(numberingXml, 'w:num')) {
    const base = valueOf(element, 'w:abstractNumId') ?? '';
    const overrides = childrenOf(element, 'w:lvlOverride');
    const levels = new Map([
      ...(bases.get(base) ?? []),
      ...overrides.flatMap((item) => Array.from(readLevels(item))),
    ]);
    const restarts = overrides.filter((item) => valueOf(item, 'w:startOverride') !== undefined);
    lists.set(element.attribs['w:numId'] ?? '', {
      base,
      levels,
      restarts: new Set(restarts.map((item) => Number(item.attribs['w:ilvl']))),
    });
  }
  return { lists, styles: readStyles(stylesXml) };
}

/**
 * Count the paragraphs of a document's lists, as Word does.
 *
 * @param numbering - The document's lists.
 * @returns A function that gives the label of the next paragraph at a place; undefined for bullets and unknown lists.
 * @example
 * const next = countLists(numbering);
 * next({ list: '1', level: 0 }); // '一、'
 * next({ list: '1', level: 0 }); // '二、'
 */
export function countLists(numbering: Numbering): (place: ListPlace) => string | undefined {
  const counters = new Map<string, number[]>();
  const begun = new Set<string>();
  return ({ list: id, level }) => {
    const list = numbering.lists.get(id);
    const shape = list?.levels.get(level);
    if (list === undefined || shape === undefined || shape.format === 'bullet') return undefined;
    const counter = counters.get(list.base) ?? [];
    counters.set(list.base, counter);
    const restart = list.restarts.has(level) && !begun.has(`${id}:${level}`);
    begun.add(`${id}:${level}`);
    counter[level] = restart || counter[level] === undefined ? shape.start : counter[level] + 1;
    // A number at this level starts the levels below it anew.
    counter.length = level + 1;
    return writeLabel(list, shape, counter);
  };
}

function writeLabel(
  list: NumberedList,
  shape: NumberLevel,
  counter: readonly (number | undefined)[],
): string {
  const label = shape.template.replace(/%([1-9])/g, (_, digit: string) => {
    const level = Number(digit) - 1;
    const part = list.levels.get(level);
    const format = shape.isDecimal ? 'decimal' : (part?.format ?? 'decimal');
    return formatListNumber(counter[level] ?? part?.start ?? 1, format);
  });
  // Chinese punctuation brings its own space.
  return /[\d\p{L}]$/u.test(label) || /[.)]$/.test(label) ? label + shape.suffix : label;
}

function readLevels(element: XmlElement): Map<number, NumberLevel> {
  return new Map(
    childrenOf(element, 'w:lvl').map((level) => [
      Number(level.attribs['w:ilvl']),
      {
        start: Number(valueOf(level, 'w:start') ?? 1),
        format: valueOf(level, 'w:numFmt') ?? 'decimal',
        template: valueOf(level, 'w:lvlText') ?? '',
        isDecimal: childrenOf(level, 'w:isLgl').length > 0,
        suffix: valueOf(level, 'w:suff') === 'nothing' ? '' : ' ',
      },
    ]),
  );
}

function readStyles(xml: string): Map<string, ListPlace> {
  const own = new Map<string, Partial<ListPlace>>();
  const parents = new Map<string, string | undefined>();
  for (const style of elementsOf(xml, 'w:style')) {
    const id = style.attribs['w:styleId'] ?? '';
    parents.set(id, valueOf(style, 'w:basedOn'));
    const place = childrenOf(style, 'w:pPr').flatMap((properties) =>
      childrenOf(properties, 'w:numPr'),
    )[0];
    if (place !== undefined) own.set(id, readPlace(place));
  }
  const styles = new Map<string, ListPlace>();
  for (const id of parents.keys()) {
    const seen = new Set<string>();
    let list: string | undefined;
    let level: number | undefined;
    for (let up: string | undefined = id; up !== undefined && !seen.has(up); up = parents.get(up)) {
      seen.add(up);
      list ??= own.get(up)?.list;
      level ??= own.get(up)?.level;
    }
    if (list !== undefined) styles.set(id, { list, level: level ?? 0 });
  }
  return styles;
}

function readPlace(element: XmlElement): Partial<ListPlace> {
  const list = valueOf(element, 'w:numId');
  const level = valueOf(element, 'w:ilvl');
  return {
    ...(list === undefined ? {} : { list }),
    ...(level === undefined ? {} : { level: Number(level) }),
  };
}

function elementsOf(xml: string, name: string): XmlElement[] {
  const root = parseDocument(xml, { xmlMode: true }).children.find(isElement);
  return root === undefined ? [] : childrenOf(root, name);
}

function childrenOf(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter(isElement).filter((child) => child.name === name);
}

function valueOf(element: XmlElement, name: string): string | undefined {
  return childrenOf(element, name)[0]?.attribs['w:val'];
}

function isElement(node: object): node is XmlElement {
  return 'attribs' in node;
}
