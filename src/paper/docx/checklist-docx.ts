import { AlignmentType, Document, HeadingLevel, Paragraph, Table, TableRow, TextRun } from 'docx';
import { choicesOf, columnsOf, TYPE_AREA_MM, type Column } from '../columns.ts';
import { explainMarks, markOf } from '../editorial-mark.ts';
import { blankRowMm, placeFields } from '../field-rows.ts';
import { basisLine, basisOf, footLine, joinEvidence } from '../foot-note.ts';
import { countFreeRows, RECTIFICATION_COLUMNS } from '../rectification.ts';
import { listItems, rectificationRows, retiredItems, sumPoints, type Sheet } from '../sheet.ts';
import type { ResolvedChecklist, ResolvedItem } from '../types.ts';
import { makeCell, makeHeadRow, makeRow, makeTable, type CellLine } from './cells.ts';
import { FONTS } from './fonts.ts';
import { documentFrame, sectionFrame } from './page-setup.ts';

type Values = Readonly<Record<string, string>>;

/** The head and foot tables stand on a fine grid so that thirds and halves of the line meet: four columns to a sixth. */
const GRID = 24;
const LABEL_COLUMNS = 4;

/**
 * Make a checklist as a Word document: blank, or with what a sheet holds.
 *
 * @example
 * await Packer.toBuffer(buildChecklistDocx(checklist)); // “主题党日六步清单”的空白 Word 表
 */
export function buildChecklistDocx(checklist: ResolvedChecklist, sheet?: Sheet): Document {
  const values = sheet?.values ?? {};
  const wide = TYPE_AREA_MM[checklist.orientation];
  return new Document({
    ...documentFrame(checklist.title, checklist.summary),
    sections: [
      {
        ...sectionFrame(checklist.orientation, footLine(checklist)),
        children: [
          makeTitle(checklist.title),
          makeBlanks(checklist, 'head', values, wide),
          gap(),
          makeItemTable(checklist, values),
          ...(checklist.rectification ? makeRectification(checklist, values, wide) : []),
          ...makeRetired(checklist, sheet, wide),
          gap(true),
          makeBlanks(checklist, 'foot', values, wide),
          closingNote(checklist),
        ],
      },
    ],
  });
}

/**
 * Make the title of a document.
 *
 * @example
 * makeTitle('签到表'); // 居中，小标宋二号
 */
export function makeTitle(text: string): Paragraph {
  return new Paragraph({
    heading: HeadingLevel.HEADING_1,
    alignment: AlignmentType.CENTER,
    keepNext: true,
    spacing: { before: 0, after: 240 },
    children: [new TextRun({ text, font: FONTS.title, size: 40, color: '000000' })],
  });
}

function makeBlanks(
  checklist: ResolvedChecklist,
  area: 'head' | 'foot',
  values: Values,
  wide: number,
): Table {
  const column = wide / GRID;
  const rows = placeFields(checklist[area]).map((line) => {
    const cells = line.flatMap(({ field, units }) => {
      const span = units * (GRID / 6) - LABEL_COLUMNS;
      const value = values[`${area}.${field.id}`] ?? '';
      return [
        makeCell([{ text: field.label }], {
          mm: column * LABEL_COLUMNS,
          span: LABEL_COLUMNS,
          bold: true,
          centre: true,
          keep: true,
        }),
        makeCell([{ text: value }], { mm: column * span, span, keep: true }),
      ];
    });
    const fields = line.map(({ field }) => field);
    return makeRow(cells, blankRowMm(area, fields));
  });
  return makeTable(
    rows,
    Array.from({ length: GRID }, () => column),
  );
}

function makeItemTable(checklist: ResolvedChecklist, values: Values): Table {
  const columns = columnsOf(checklist);
  const wide = TYPE_AREA_MM[checklist.orientation];
  const rows: TableRow[] = [makeHeadRow(columns)];
  // What closes the form is never alone on a page: the last item goes with it.
  const last = listItems(checklist).slice(-1)[0];
  for (const phase of checklist.phases) {
    const options = { mm: wide, span: columns.length, bold: true, keep: true };
    rows.push(makeRow([makeCell([{ text: phase.title }], options)]));
    for (const item of phase.items) {
      rows.push(
        makeRow(
          columns.map((column) =>
            makeCell(itemLines(column, item, checklist, values), {
              mm: column.mm,
              centre: ['number', 'score', 'points'].includes(column.key),
              keep: item === last,
            }),
          ),
        ),
      );
    }
  }
  if (checklist.totalScore !== undefined) rows.push(makeSumRow(checklist, columns, values));
  return makeTable(
    rows,
    columns.map((column) => column.mm),
  );
}

function itemLines(
  column: Column,
  item: ResolvedItem,
  checklist: ResolvedChecklist,
  values: Values,
): CellLine[] {
  const value = (part: string) => values[`item.${item.id}.${part}`] ?? '';
  switch (column.key) {
    case 'number':
      return [{ text: `${String(item.number)}${markOf(item)?.sign ?? ''}` }];
    case 'text':
      return textLines(item, checklist);
    case 'frequency':
      return [{ text: item.frequency ?? '' }];
    case 'evidence':
      return [{ text: joinEvidence(item) }];
    case 'result':
      return tickedChoices(checklist, value('result'));
    case 'score':
      return [{ text: item.score === undefined ? '' : String(item.score) }];
    case 'points':
    case 'date':
    case 'handler':
    case 'note':
      return [{ text: value(column.key) }];
  }
}

function textLines(item: ResolvedItem, checklist: ResolvedChecklist): CellLine[] {
  const basis = basisOf(item);
  const small = [
    ...(basis === undefined ? [] : [`依据：${basis}`]),
    ...(item.frequency === undefined || checklist.use === '办理'
      ? []
      : [`频次：${item.frequency}`]),
  ].join('　');
  return [{ text: item.text }, ...(small === '' ? [] : [{ text: small, small: true }])];
}

/** 是 and 否 share a line, 不适用 stands below: a box is never parted from its word. */
function tickedChoices(checklist: ResolvedChecklist, result: string): CellLine[] {
  const [yes = '', no = '', ...others] = choicesOf(checklist.use).map(
    ({ value, label }) => `${value === result ? '☑' : '□'}${label}`,
  );
  return [{ text: `${yes} ${no}` }, ...others.map((text) => ({ text }))];
}

function makeSumRow(
  checklist: ResolvedChecklist,
  columns: readonly Column[],
  values: Values,
): TableRow {
  const at = columns.findIndex((column) => column.key === 'score');
  const before = columns.slice(0, at);
  const mm = before.reduce((sum, column) => sum + column.mm, 0);
  const sums: Partial<Record<Column['key'], string>> = {
    score: String(checklist.totalScore ?? ''),
    points: String(sumPoints(checklist, values) ?? ''),
  };
  return makeRow([
    makeCell([{ text: '合计' }], {
      mm,
      span: before.length,
      bold: true,
      centre: true,
      keep: true,
    }),
    ...columns.slice(at).map((column) =>
      makeCell([{ text: sums[column.key] ?? '' }], {
        mm: column.mm,
        centre: true,
        keep: true,
      }),
    ),
  ]);
}

function makeRectification(
  checklist: ResolvedChecklist,
  values: Values,
  wide: number,
): (Paragraph | Table)[] {
  const columns = widenRectification(wide);
  const answered = rectificationRows(checklist, values).map((row) => [
    row.number,
    row.problem,
    row.measure,
    row.person,
    row.deadline,
  ]);
  const free = Array.from({ length: countFreeRows(values) }, (_, at) =>
    columns.map(({ key }) => values[`rect.${String(at + 1)}.${key}`] ?? ''),
  );
  const rows = [...answered, ...free].map((cells, at) =>
    makeRow(
      cells.map((text, column) =>
        makeCell([{ text }], { mm: columns[column]?.mm ?? 0, keep: at >= answered.length }),
      ),
      10,
    ),
  );
  const table = makeTable(
    [makeHeadRow(columns), ...rows],
    columns.map((column) => column.mm),
  );
  return [caption('整改事项'), table];
}

/** On a landscape page the two columns of prose share what is left. */
function widenRectification(wide: number): { key: string; heading: string; mm: number }[] {
  const extra = wide - RECTIFICATION_COLUMNS.reduce((sum, column) => sum + column.mm, 0);
  return RECTIFICATION_COLUMNS.map(({ key, heading, mm }) => ({
    key,
    heading,
    mm: key === 'problem' || key === 'measure' ? mm + extra / 2 : mm,
  }));
}

function makeRetired(
  checklist: ResolvedChecklist,
  sheet: Sheet | undefined,
  wide: number,
): (Paragraph | Table)[] {
  const items = sheet ? retiredItems(sheet, checklist) : [];
  if (items.length === 0) return [];
  const columns = [
    { heading: '项目', mm: wide - 90 },
    { heading: '结果', mm: 20 },
    { heading: '所填内容', mm: 70 },
  ];
  const labels = new Map<string, string>(
    choicesOf(checklist.use).map(({ value, label }) => [value, label]),
  );
  const rows = items.map(({ text, result, note }) =>
    makeRow(
      [text, labels.get(result) ?? '', note].map((cell, at) =>
        makeCell([{ text: cell }], { mm: columns[at]?.mm ?? 0 }),
      ),
    ),
  );
  const table = makeTable(
    [makeHeadRow(columns), ...rows],
    columns.map((column) => column.mm),
  );
  return [caption('已不在现行清单中的项目（保留原填内容）'), table];
}

function closingNote(checklist: ResolvedChecklist): Paragraph {
  const items = listItems(checklist);
  const text = `${basisLine(checklist)}清单版本 ${checklist.version}，共 ${String(items.length)} 项。${explainMarks(items)}`;
  return new Paragraph({ spacing: { before: 80 }, children: [new TextRun({ text, size: 18 })] });
}

function caption(text: string): Paragraph {
  return new Paragraph({
    keepNext: true,
    spacing: { before: 200, after: 60 },
    children: [new TextRun({ text, font: FONTS.hei, size: 21 })],
  });
}

/** Two tables that touch would be joined by Word: a thin paragraph keeps them apart. */
function gap(keepNext = false): Paragraph {
  return new Paragraph({
    keepNext,
    spacing: { before: 0, after: 0, line: 200, lineRule: 'exact' },
  });
}
