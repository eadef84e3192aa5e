import {
  countLists,
  type ListPlace,
  type NumberedList,
  type NumberLevel,
} from './docx-numbering.ts';

/** A paragraph of an old Word document. */
export interface DocParagraph {
  /** Its text without Word's control characters. */
  readonly text: string;
  /** The automatic number that Word shows before it. */
  readonly label: string | undefined;
  /** 0 for the style of a title, 1–9 for the styles of headings. */
  readonly heading: number | undefined;
}

/** Number formats of the old format (MS-OSHARED 2.2.1.3 MSONFC) by the names that the new one gives them. */
const FORMATS: Readonly<Record<number, string>> = {
  0: 'decimal',
  1: 'upperRoman',
  2: 'lowerRoman',
  3: 'upperLetter',
  4: 'lowerLetter',
  10: 'ideographDigital',
  11: 'japaneseCounting',
  14: 'decimalFullWidth',
  18: 'decimalEnclosedCircle',
  19: 'decimalFullWidth2',
  22: 'decimalZero',
  23: 'bullet',
  26: 'decimalEnclosedFullstop',
  27: 'decimalEnclosedParen',
  28: 'decimalEnclosedCircleChinese',
  30: 'ideographTraditional',
  31: 'ideographZodiac',
  33: 'taiwaneseCounting',
  34: 'ideographLegalTraditional',
  35: 'taiwaneseCountingThousand',
  37: 'chineseCounting',
  38: 'chineseLegalSimplified',
  39: 'chineseCountingThousand',
  255: 'none',
};

/** Where the file information block (MS-DOC 2.5) says what lies in the table stream: offset, and length behind it. */
const FIB = {
  text: 0x4c,
  styles: 0xa2,
  paragraphs: 0x102,
  pieces: 0x1a2,
  lists: 0x2e2,
  overrides: 0x2ea,
};
/** Property modifiers (MS-DOC 2.6.2): the level in a list, and the list. */
const LEVEL = 0x260a;
const LIST = 0x460b;
/** Bytes of a modifier's operand by the top three bits of its code; 0 stands for a length byte of its own. */
const OPERANDS = [1, 1, 2, 4, 2, 2, 0, 3] as const;
const TABLE_DEFINITION = 0xd608;
const PAGE = 512;
const TITLE_STYLE = 62;
/** Levels of a list that is not a simple one. */
const LEVELS = 9;

interface Props {
  list?: number;
  level?: number;
}

interface Style extends Props {
  readonly base: number;
  readonly heading: number | undefined;
}

/**
 * Read the paragraphs of an old Word document with the automatic numbers that Word shows (MS-DOC), which readers of text
 * leave out.
 *
 * @param word - The stream WordDocument.
 * @param table - The stream 0Table or 1Table that it names.
 * @returns Paragraphs of the main text in order; cells of tables and empty paragraphs are left out.
 * @throws {RangeError} If the streams are cut or damaged.
 * @example
 * readDocParagraphs(word, table)[0]; // { text: '总体要求', label: '一、', heading: 1 }
 */
export function readDocParagraphs(word: Uint8Array, table: Uint8Array): DocParagraph[] {
  const main = new DataView(word.buffer, word.byteOffset, word.byteLength);
  const view = new DataView(table.buffer, table.byteOffset, table.byteLength);
  const at = (place: number) => main.getUint32(place, true);
  const styles = readStyles(view, at(FIB.styles), at(FIB.styles + 4));
  const runs = readRuns(main, view, at(FIB.paragraphs), at(FIB.paragraphs + 4));
  const lists = readLists(view, at(FIB.lists), at(FIB.lists + 4), at(FIB.overrides));
  const next = countLists({ lists, styles: new Map() });
  const begun = new Set<string>();
  const result: DocParagraph[] = [];
  for (const { text, fc } of readText(main, view, at(FIB.pieces), at(FIB.text))) {
    const run = findRun(runs, fc);
    const style = resolve(styles, run?.style ?? 0);
    const list = run?.list ?? style.list ?? 0;
    const place: ListPlace = { list: String(list), level: run?.level ?? style.level ?? 0 };
    // Empty paragraphs are counted by no list.
    if (text === '') continue;
    // A deeper item without one above it counts the missing one, as LibreOffice does, which splits lists on writing.
    const base = lists.get(place.list)?.base ?? '';
    if (list !== 0 && place.level > 0 && !begun.has(base)) next({ ...place, level: 0 });
    if (list !== 0) begun.add(base);
    const label = list === 0 ? undefined : next(place);
    result.push({ text, label, heading: style.heading });
  }
  return result;
}

/** Texts of the paragraphs of the main part, each with the file position of its mark. */
function readText(
  main: DataView,
  table: DataView,
  clx: number,
  length: number,
): { text: string; fc: number }[] {
  let at = clx;
  while (table.getUint8(at) === 1) at += 3 + table.getUint16(at + 1, true);
  const size = table.getUint32(at + 1, true);
  const start = at + 5;
  const count = (size - 4) / 12;
  const paragraphs: { text: string; fc: number }[] = [];
  let open: string[] = [];
  for (let piece = 0; piece < count; piece += 1) {
    const from = table.getUint32(start + piece * 4, true);
    const to = Math.min(table.getUint32(start + piece * 4 + 4, true), length);
    const raw = table.getUint32(start + (count + 1) * 4 + piece * 8 + 2, true);
    const isNarrow = (raw & 0x40000000) !== 0;
    const base = isNarrow ? (raw & ~0x40000000) / 2 : raw;
    for (let cp = from; cp < to; cp += 1) {
      const fc = base + (cp - from) * (isNarrow ? 1 : 2);
      const code = isNarrow ? main.getUint8(fc) : main.getUint16(fc, true);
      if (code === 0x0d || code === 0x07 || code === 0x0c) {
        if (code !== 0x07) paragraphs.push({ text: clean(open.join('')), fc });
        open = [];
      } else open.push(String.fromCharCode(code));
    }
  }
  return paragraphs;
}

/** Without the codes of fields (their results stay) and other control characters. */
function clean(text: string): string {
  return text
    .replace(/\x13[^\x13-\x15]*\x14?/g, '')
    .replace(/[\x00-\x1f]/g, '')
    .trim();
}

interface Run extends Props {
  readonly from: number;
  readonly to: number;
  readonly style: number;
}

/** Paragraph properties by file position, sorted. */
function readRuns(main: DataView, table: DataView, start: number, length: number): Run[] {
  const count = (length - 4) / 8;
  const runs: Run[] = [];
  for (let bin = 0; bin < count; bin += 1) {
    const page = (table.getUint32(start + (count + 1) * 4 + bin * 4, true) & 0x3fffff) * PAGE;
    const total = main.getUint8(page + PAGE - 1);
    for (let index = 0; index < total; index += 1) {
      const from = main.getUint32(page + index * 4, true);
      const to = main.getUint32(page + index * 4 + 4, true);
      const offset = main.getUint8(page + (total + 1) * 4 + index * 13) * 2;
      if (offset === 0) {
        runs.push({ from, to, style: 0 });
        continue;
      }
      const words = main.getUint8(page + offset);
      const data = page + offset + (words === 0 ? 2 : 1);
      const size = words === 0 ? main.getUint8(page + offset + 1) * 2 : words * 2 - 1;
      const style = main.getUint16(data, true);
      runs.push({ from, to, style, ...readProps(main, data + 2, data + size) });
    }
  }
  return runs.toSorted((one, other) => one.from - other.from);
}

function findRun(runs: readonly Run[], fc: number): Run | undefined {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((runs[middle]?.from ?? Infinity) <= fc) low = middle + 1;
    else high = middle;
  }
  const run = runs[low - 1];
  return run !== undefined && fc < run.to ? run : undefined;
}

function readProps(view: DataView, from: number, to: number): Props {
  const props: Props = {};
  for (let at = from; at + 2 < to;) {
    const code = view.getUint16(at, true);
    at += 2;
    if (code === LEVEL) props.level = view.getUint8(at);
    if (code === LIST) props.list = view.getUint16(at, true);
    // Nothing about lists follows the definition of a table row.
    if (code === TABLE_DEFINITION) break;
    const size = OPERANDS[code >> 13] ?? 0;
    at += size === 0 ? view.getUint8(at) + 1 : size;
  }
  return props;
}

function readStyles(table: DataView, start: number, length: number): Style[] {
  const header = table.getUint16(start, true);
  const count = table.getUint16(start + 2, true);
  const fixed = table.getUint16(start + 4, true);
  const styles: Style[] = [];
  let at = start + 2 + header;
  for (let index = 0; index < count && at + 2 <= start + length; index += 1) {
    const size = table.getUint16(at, true);
    at += 2;
    if (size === 0) {
      styles.push({ base: 0xfff, heading: undefined });
      continue;
    }
    const sti = table.getUint16(at, true) & 0xfff;
    const kind = table.getUint16(at + 2, true);
    const name = at + fixed;
    const upx = name + 2 + table.getUint16(name, true) * 2 + 2;
    const isParagraph = (kind & 0xf) === 1;
    const upxSize = isParagraph && upx + 2 <= at + size ? table.getUint16(upx, true) : 0;
    styles.push({
      base: kind >> 4,
      heading: sti >= 1 && sti <= 9 ? sti : sti === TITLE_STYLE ? 0 : undefined,
      ...(upxSize > 2 ? readProps(table, upx + 4, upx + 2 + upxSize) : {}),
    });
    at += size + (size % 2);
  }
  return styles;
}

/** A style with what it takes from the styles that it is based on. */
function resolve(styles: readonly Style[], index: number): Props & { heading: number | undefined } {
  const found: Props & { heading: number | undefined } = { heading: styles[index]?.heading };
  const seen = new Set<number>();
  for (let at = index; !seen.has(at);) {
    const style = styles[at];
    seen.add(at);
    if (style === undefined) break;
    if (found.list === undefined && style.list !== undefined) found.list = style.list;
    if (found.level === undefined && style.level !== undefined) found.level = style.level;
    at = style.base;
  }
  return found;
}

/** Lists by the number under which paragraphs name them. */
function readLists(
  table: DataView,
  start: number,
  length: number,
  overrides: number,
): Map<string, NumberedList> {
  const lists = new Map<string, NumberedList>();
  if (length === 0) return lists;
  const bases = new Map<number, Map<number, NumberLevel>>();
  const count = table.getUint16(start, true);
  let at = start + length;
  for (let index = 0; index < count; index += 1) {
    const place = start + 2 + index * 28;
    const levels = new Map<number, NumberLevel>();
    const isSimple = (table.getUint8(place + 26) & 1) === 1;
    for (let level = 0; level < (isSimple ? 1 : LEVELS); level += 1) {
      const read = readLevel(table, at);
      levels.set(level, read.level);
      at = read.end;
    }
    bases.set(table.getInt32(place, true), levels);
  }
  const total = table.getUint32(overrides, true);
  let data = overrides + 4 + total * 16;
  for (let index = 0; index < total; index += 1) {
    const place = overrides + 4 + index * 16;
    const base = table.getInt32(place, true);
    const levels = new Map(bases.get(base) ?? []);
    const restarts = new Set<number>();
    data += 4;
    for (let left = table.getUint8(place + 12); left > 0; left -= 1) {
      const first = table.getInt32(data, true);
      const flags = table.getUint32(data + 4, true);
      const level = flags & 0xf;
      data += 8;
      if ((flags & 0x20) !== 0) {
        const read = readLevel(table, data);
        levels.set(level, read.level);
        data = read.end;
      }
      const shape = levels.get(level);
      if ((flags & 0x10) === 0 || shape === undefined) continue;
      restarts.add(level);
      if ((flags & 0x20) === 0) levels.set(level, { ...shape, start: first });
    }
    lists.set(String(index + 1), { base: String(base), levels, restarts });
  }
  return lists;
}

function readLevel(table: DataView, at: number): { level: NumberLevel; end: number } {
  const text = at + 28 + table.getUint8(at + 24) + table.getUint8(at + 25);
  const length = table.getUint16(text, true);
  const template = Array.from({ length }, (_, index) => {
    const code = table.getUint16(text + 2 + index * 2, true);
    return code < LEVELS ? `%${code + 1}` : String.fromCharCode(code);
  }).join('');
  const level = {
    start: table.getInt32(at, true),
    format: FORMATS[table.getUint8(at + 4)] ?? 'decimal',
    template,
    isDecimal: (table.getUint8(at + 5) & 4) !== 0,
    suffix: table.getUint8(at + 15) === 2 ? '' : ' ',
  };
  return { level, end: text + 2 + length * 2 };
}
