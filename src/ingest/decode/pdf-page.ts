import { findAlignedTables } from './pdf-aligned-table.ts';
import { orderColumns } from './pdf-columns.ts';
import { findGrids } from './pdf-grid.ts';
import { toLines, type PdfItem, type PdfLine } from './pdf-lines.ts';
import type { PdfRule } from './pdf-rules.ts';
import { fillGrid, type PdfTable } from './pdf-table.ts';

/** A page as the reader gives it. */
export interface PdfPage {
  readonly items: readonly PdfItem[];
  readonly rules: readonly PdfRule[];
}

/** What stands on a page, in the order of reading: lines of text and tables. */
export type PdfPiece = PdfLine | PdfTable;

interface FoundTable {
  readonly table: PdfTable;
  readonly used: ReadonlySet<PdfItem>;
}

/**
 * Read a page: tables by the lines drawn around them or the columns their text stands in, two columns of prose one after
 * the other, everything else in the order of the file.
 *
 * @param page - Pieces and lines of one page.
 * @returns Lines and tables in the order of reading.
 * @example
 * readPage({ items, rules }).filter(isTable)[0]?.rows[0]; // ['考核项目', '分值']
 */
export function readPage({ items, rules }: PdfPage): PdfPiece[] {
  const drawn = findGrids(rules)
    // The larger first: a box inside a cell belongs to the cell.
    .toSorted((one, other) => other.owners.length - one.owners.length)
    .reduce<FoundTable[]>((found, grid) => {
      const free = items.filter((item) => !found.some(({ used }) => used.has(item)));
      const filled = fillGrid(grid, free);
      return filled === undefined ? found : [...found, filled];
    }, []);
  const stands = new Map<PdfItem, PdfTable>();
  const rest = standIn(items, drawn, stands);
  return orderColumns(rest).flatMap((run) => {
    const aligned = findAlignedTables(run.filter((item) => !stands.has(item)));
    return toPieces(standIn(run, aligned, stands), stands);
  });
}

/**
 * Tell tables from lines of text.
 *
 * @example
 * readPage(page).filter(isTable)[0]?.rows[0]; // ['考核项目', '分值']
 */
export function isTable(piece: PdfPiece): piece is PdfTable {
  return 'rows' in piece;
}

/** The pieces with each table's own replaced by one that stands for the table, where the first of them stood. */
function standIn(
  items: readonly PdfItem[],
  tables: readonly FoundTable[],
  stands: Map<PdfItem, PdfTable>,
): PdfItem[] {
  const placed = new Set<PdfTable>();
  return items.flatMap((item) => {
    const found = tables.find(({ used }) => used.has(item));
    if (found === undefined) return [item];
    if (placed.has(found.table)) return [];
    placed.add(found.table);
    const { x, y, width } = found.table;
    const stand = { str: '表', x, y: y - item.fontSize, width, fontSize: item.fontSize };
    stands.set(stand, found.table);
    return [stand];
  });
}

function toPieces(items: readonly PdfItem[], stands: ReadonlyMap<PdfItem, PdfTable>): PdfPiece[] {
  const pieces: PdfPiece[] = [];
  let text: PdfItem[] = [];
  for (const item of items) {
    const table = stands.get(item);
    if (table === undefined) text.push(item);
    else {
      pieces.push(...toLines(text), table);
      text = [];
    }
  }
  return [...pieces, ...toLines(text)];
}
