import { Document, Paragraph, TextRun } from 'docx';
import type { BlankTable } from '../table-kinds.ts';
import { makeCell, makeHeadRow, makeRow, makeTable } from './cells.ts';
import { makeTitle } from './checklist-docx.ts';
import { documentFrame, sectionFrame } from './page-setup.ts';

/**
 * Make 签到表 or 整改台账 as a Word document with blank rows.
 *
 * @example
 * buildBlankTableDocx(SIGN_IN, 40); // 四十行的签到表
 */
export function buildBlankTableDocx(table: BlankTable, rows: number = table.rows): Document {
  const widths = table.columns.map((column) => column.mm);
  const body = Array.from({ length: rows }, (_, at) =>
    makeRow(
      table.columns.map(({ key, mm }) =>
        makeCell([{ text: key === 'number' ? String(at + 1) : '' }], { mm, centre: true }),
      ),
      table.rowMm,
    ),
  );
  return new Document({
    ...documentFrame(table.title, `${table.title}，${String(rows)} 行`),
    sections: [
      {
        ...sectionFrame(table.orientation, table.title),
        children: [
          makeTitle(table.title),
          blankLine(table.head),
          makeTable([makeHeadRow(table.columns), ...body], widths),
          blankLine(table.foot),
        ],
      },
    ],
  });
}

/** Labels with room to write after each: `会议名称：________　时间：________`. */
function blankLine(labels: readonly string[]): Paragraph {
  const text = labels.map((label) => `${label}：＿＿＿＿＿＿＿＿`).join('　');
  return new Paragraph({
    spacing: { before: 120, after: 120 },
    children: [new TextRun({ text, size: 21 })],
  });
}
