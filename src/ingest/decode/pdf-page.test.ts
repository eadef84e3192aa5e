import { describe, expect, test } from 'vitest';
import { orderColumns } from './pdf-columns.ts';
import { isTable, readPage } from './pdf-page.ts';
import type { PdfItem } from './pdf-lines.ts';
import { readRules, type PdfRule } from './pdf-rules.ts';

const SIZE = 10;
/** A piece of text whose characters are one em wide. */
const piece = (str: string, x: number, y: number): PdfItem => ({
  str,
  x,
  y,
  width: str.length * SIZE,
  fontSize: SIZE,
});
/** Rows of cells from y = 700 downwards; each column begins at its x. */
const grid = (xs: readonly number[], rows: readonly (readonly string[])[]): PdfItem[] =>
  rows.flatMap((cells, row) => cells.map((cell, at) => piece(cell, xs[at] ?? 0, 700 - row * 20)));
const level = (x1: number, x2: number, y: number): PdfRule => ({ x1, x2, y1: y, y2: y });
const upright = (x: number, y1: number, y2: number): PdfRule => ({ x1: x, x2: x, y1, y2 });
const tablesOf = (items: readonly PdfItem[], rules: readonly PdfRule[] = []) =>
  readPage({ items, rules })
    .filter(isTable)
    .map(({ rows }) => rows);

describe('tables drawn with lines', () => {
  const items = [
    piece('前文。', 50, 760),
    ...grid(
      [55, 155],
      [
        ['项目', '分值'],
        ['组织生活', '20'],
        ['合计', ''],
      ],
    ),
    piece('后文。', 50, 600),
  ];
  const rows = [715, 695, 675, 655].map((y) => level(50, 250, y));

  test('become rows of cells, where they stand in the text', () => {
    const rules = [...rows, ...[50, 150, 250].map((x) => upright(x, 655, 715))];
    const pieces = readPage({ items, rules });
    expect(pieces.map((one) => (isTable(one) ? one.rows : one.text))).toEqual([
      '前文。',
      [
        ['项目', '分值'],
        ['组织生活', '20'],
        ['合计', ''],
      ],
      '后文。',
    ]);
  });

  test('need no lines at their sides', () => {
    expect(tablesOf(items, [...rows, upright(150, 655, 715)])).toEqual([
      [
        ['项目', '分值'],
        ['组织生活', '20'],
        ['合计', ''],
      ],
    ]);
  });

  test('a frame around text and an underline are none', () => {
    const frame = [
      level(40, 300, 780),
      level(40, 300, 590),
      upright(40, 590, 780),
      upright(300, 590, 780),
    ];
    expect(tablesOf([piece('前文。', 50, 760)], [...frame, level(50, 80, 758)])).toEqual([]);
  });

  test('a chart, whose boxes hold little text, stays text', () => {
    const rules = [
      ...[700, 680, 660, 640, 620].map((y) => level(50, 250, y)),
      ...[50, 100, 150, 200, 250].map((x) => upright(x, 620, 700)),
    ];
    const pieces = readPage({ items: [piece('九成', 60, 690), piece('八成', 110, 670)], rules });
    expect(pieces.some(isTable)).toBe(false);
  });

  test('a cell of several lines is joined, its numbered points stay apart', () => {
    const cell = ['（一）按期召开党员大', '会；', '（二）有记录。'].map((str, at) =>
      piece(str, 155, 700 - at * 12),
    );
    const rules = [
      ...[715, 670, 650].map((y) => level(50, 260, y)),
      ...[50, 150, 260].map((x) => upright(x, 650, 715)),
    ];
    expect(
      tablesOf(
        [piece('组织生活', 55, 688), ...cell, piece('合计', 55, 655), piece('20', 155, 655)],
        rules,
      ),
    ).toEqual([
      [
        ['组织生活', '（一）按期召开党员大会； （二）有记录。'],
        ['合计', '20'],
      ],
    ]);
  });
});

describe('tables without lines', () => {
  test('are found by the columns their cells stand in', () => {
    const rows = [
      ['事项', '谁来办', '时限'],
      ['补学', '组织委员', '一周'],
      ['走访慰问', '支部书记', '一个月'],
    ];
    expect(tablesOf(grid([50, 150, 250], rows))).toEqual([rows]);
  });

  test.each([
    [
      'a list with hanging numbers',
      [
        ['一、', '听取工作汇报'],
        ['二、', '讨论发展党员'],
        ['三、', '形成决议'],
      ],
    ],
    [
      'a table of contents',
      [
        ['一、总则', '1'],
        ['二、组织', '4'],
        ['三、附则', '9'],
      ],
    ],
    [
      'two rows',
      [
        ['支部', '日期'],
        ['第一支部', '三月'],
      ],
    ],
  ])('%s is none', (_, rows) => {
    expect(tablesOf(grid([50, 200], rows))).toEqual([]);
  });

  test('places that stand in no line are none', () => {
    const items = [0, 1, 2, 3].flatMap((row) => [
      piece('支部', 50 + row * 13, 700 - row * 20),
      piece('日期', 150 + ((row * 37) % 50), 700 - row * 20),
    ]);
    expect(tablesOf(items)).toEqual([]);
  });
});

describe('two columns', () => {
  const line = '支部书记要带头把会前准备做实提前三天发';
  const page = [0, 1, 2, 3, 4, 5].flatMap((row) => [
    piece(`左${row}${line}`, 50, 700 - row * 15),
    piece(`右${row}${line}`, 290, 700 - row * 15),
  ]);
  const texts = (items: readonly PdfItem[]) =>
    orderColumns(items).map((run) => run.map(({ str }) => str.slice(0, 2)));

  test('are read one after the other, what stands over both before them', () => {
    expect(texts([piece('横贯两栏的题目'.repeat(5), 100, 740), ...page])).toEqual([
      ['横贯'],
      ['左0', '左1', '左2', '左3', '左4', '左5'],
      ['右0', '右1', '右2', '右3', '右4', '右5'],
    ]);
  });

  test('need five lines each: fewer keep the order of the file', () => {
    expect(orderColumns(page.slice(0, 8))).toHaveLength(1);
  });

  test('a line across the gutter among them proves that there is none at that height', () => {
    const across = piece('横'.repeat(45), 50, 700 - 3 * 15);
    const items = page.filter(({ y }) => y !== across.y);
    expect(orderColumns([...items, across])).toHaveLength(1 + 2 + 2);
  });

  test('labels with what they mean are no columns of prose', () => {
    const items = [0, 1, 2, 3, 4, 5].flatMap((row) => [
      piece('项目', 50, 700 - row * 15),
      piece(line, 290, 700 - row * 15),
    ]);
    expect(orderColumns(items)).toHaveLength(1);
  });
});

describe('readRules', () => {
  const codes = { stroke: new Set([20]), fill: new Set([22]) };

  test('follows the changes of scale and reads thin boxes as lines', () => {
    expect(
      readRules(
        [
          { name: 'save', args: null },
          { name: 'transform', args: [0.5, 0, 0, -0.5, 0, 800] },
          {
            name: 'constructPath',
            args: [22, [new Float32Array([0, 10, 20, 1, 110, 20, 1, 110, 22, 1, 10, 22, 4])]],
          },
          { name: 'restore', args: null },
          { name: 'constructPath', args: [20, [[0, 5, 5, 1, 5, 95]]] },
        ],
        codes,
      ),
    ).toEqual([
      { x1: 5, x2: 55, y1: 789.5, y2: 789.5 },
      { x1: 5, x2: 5, y1: 5, y2: 95 },
    ]);
  });

  test('leaves out fills, curves and slanted lines', () => {
    expect(
      readRules(
        [
          { name: 'constructPath', args: [22, [[0, 0, 0, 1, 50, 0, 1, 50, 50, 1, 0, 50, 4]]] },
          { name: 'constructPath', args: [20, [[0, 0, 0, 2, 1, 1, 2, 2, 50, 0]]] },
          { name: 'constructPath', args: [20, [[0, 0, 0, 1, 50, 30]]] },
        ],
        codes,
      ),
    ).toEqual([]);
  });
});
