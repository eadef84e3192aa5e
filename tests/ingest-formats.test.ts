import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { applyMarks } from '../src/ingest/decode/apply-marks.ts';
import { decodeInput } from '../src/ingest/decode/decode.ts';
import { readDoc } from '../src/ingest/decode/io/read-doc.ts';
import type { DecodedInput } from '../src/ingest/types.ts';
import { foldRadicals } from '../src/text/radicals.ts';

const SAMPLES = join(import.meta.dirname, 'fixtures/ingest/samples');

async function read(name: string): Promise<DecodedInput> {
  return decodeInput({ name, bytes: await readFile(join(SAMPLES, name)) });
}

function marked(input: DecodedInput, kind: string): { text: string; level: number | undefined }[] {
  return input.marks
    .filter((mark) => mark.kind === kind)
    .map((mark) => ({ text: input.text.slice(mark.start, mark.end), level: mark.level }));
}

describe('word.docx, made with automatic Chinese numbering', async () => {
  const input = await read('word.docx');

  test('has its title and its headings with the numbers that Word shows', () => {
    expect(input.format).toBe('docx');
    expect(marked(input, 'title')).toEqual([{ text: '关于开好支部会议的若干做法', level: 1 }]);
    expect(marked(input, 'heading')).toEqual([
      { text: '一、会前怎么准备', level: 2 },
      { text: '（一）定议题', level: 3 },
      { text: '（二）发通知', level: 3 },
      { text: '二、会上怎么开', level: 2 },
      { text: '三、会后怎么落实', level: 2 },
    ]);
  });

  test('has numbered and bulleted lists, and a table', () => {
    expect(input.text).toContain('\n1. 书记说明议题。\n2. 党员逐个发言。\n3. 形成决议并表决。\n');
    expect(marked(input, 'list-item').map(({ text }) => text)).toEqual(['有清单', '有时限']);
    const [table] = input.marks.filter((mark) => mark.kind === 'table');
    expect(table?.fixed).toBe(
      '| 事项 | 谁来办 | 时限 |\n| --- | --- | --- |\n| 补学 | 组织委员 | 一周 |\n| 走访\\|慰问 | 支部书记 | 一个月 |',
    );
    expect(input.text.slice(table?.start, table?.end)).toBe(
      '事项\t谁来办\t时限\n补学\t组织委员\t一周\n走访|慰问\t支部书记\t一个月',
    );
  });

  test('leaves out running heads and page numbers', () => {
    expect(input.text).not.toMatch(/示例单位机关党委文件|第 ?\d ?页/);
  });
});

describe.each(['word.doc', 'writer.wps'])(
  '%s, written by LibreOffice in the old format',
  async (name) => {
    const input = await read(name);

    test('has its title and headings with the numbers that the program shows', () => {
      expect(marked(input, 'title')).toEqual([{ text: '关于开好支部会议的若干做法', level: 1 }]);
      expect(marked(input, 'heading')).toEqual([
        { text: '一、会前怎么准备', level: 2 },
        { text: '（一）定议题', level: 3 },
        { text: '（二）发通知', level: 3 },
        { text: '二、会上怎么开', level: 2 },
        { text: '三、会后怎么落实', level: 2 },
      ]);
      expect(input.warnings).toEqual([]);
    });

    test('has every paragraph and the table', () => {
      expect(input.format).toBe('doc');
      expect(input.text.match(/支部书记要带头把会前准备做实/g)).toHaveLength(13);
      expect(applyMarks(input)).toContain(
        '| 事项 | 谁来办 | 时限 |\n| --- | --- | --- |\n| 补学 | 组织委员 | 一周 |',
      );
      expect(input.text.trimEnd().endsWith('示例单位机关党委\n2026年3月2日')).toBe(true);
    });
  },
);

describe('word.pdf, printed by LibreOffice', async () => {
  const input = await read('word.pdf');

  test('has title and headings by size of print', () => {
    expect(input.format).toBe('pdf');
    expect(marked(input, 'title')).toEqual([{ text: '关于开好支部会议的若干做法', level: 1 }]);
    expect(
      marked(input, 'heading').map(({ text, level }) => `${level} ${text.replaceAll(' ', '')}`),
    ).toEqual([
      '2 一、会前怎么准备',
      '3 （一）定议题',
      '3 （二）发通知',
      '2 二、会上怎么开',
      '2 三、会后怎么落实',
    ]);
  });

  test('has whole paragraphs, page breaks, and its running heads apart', () => {
    const paragraphs = marked(input, 'paragraph').filter(({ text }) =>
      text.startsWith('支部书记要带头'),
    );
    expect(paragraphs).toHaveLength(13);
    for (const { text } of paragraphs)
      expect(text.replaceAll('\n', '')).toMatch(/下次开会先念单子再议新题。$/);
    const pages = input.marks.filter((mark) => mark.kind === 'page-break').length + 1;
    expect(pages).toBeGreaterThan(1);
    const furniture = marked(input, 'chrome').map(({ text }) => text.trim());
    expect(furniture.filter((text) => text === '示例单位机关党委文件')).toHaveLength(pages);
    expect(furniture.filter((text) => /^第 ?\d ?页$/.test(text))).toHaveLength(pages);
    expect(applyMarks(input)).not.toContain('示例单位机关党委文件');
    expect(input.text).toContain('2026年3月2日');
  });
});

describe('tables of a PDF', () => {
  test('a program that draws each border as a box: merged cells, cells of several lines, a table without lines', async () => {
    const { marks, text } = await read('tables.pdf');
    const tables = marks.filter((mark) => mark.kind === 'table');
    expect(tables.map(({ fixed }) => foldRadicals(fixed ?? ''))).toEqual([
      [
        '| 考核项目 | 考核内容 | 分值 |',
        '| --- | --- | --- |',
        '| 组织生活 | 按期召开支部党员大会、支部委员会会议、党小组会，按时上好党课，每季度至少一次，缺一次扣二分，扣完为止 | 20 |',
        '|  | 组织生活会有方案、有记录 | 10 |',
        '| 党员教育 | 每名党员全年集中学习不少于三十二学时 | 15 |',
        '| 合计 |  | 45 |',
      ].join('\n'),
      [
        '| 事项 | 谁来办 | 时限 |',
        '| --- | --- | --- |',
        '| 补学 | 组织委员 | 一周 |',
        '| 走访慰问 | 支部书记 | 一个月 |',
        '| 谈心谈话 | 全体委员 | 半年 |',
      ].join('\n'),
    ]);
    // Paragraphs before, between and behind them are whole.
    expect(
      foldRadicals(text.replaceAll('\n', '')).match(/下次开会先念单子再议新题。/g),
    ).toHaveLength(3);
  });

  test('LibreOffice, which draws lines', async () => {
    const { marks } = await read('tables-writer.pdf');
    expect(marks.filter(({ kind }) => kind === 'table').map(({ fixed }) => fixed)).toEqual([
      [
        '| 指标 | 怎么看 | 得分 |',
        '| --- | --- | --- |',
        '| 按期换届 | 任期届满按时换届；因故提前或者延期的，应当有上级党组织的批复，批复存入档案，以备核对 | 10 |',
        '|  | 选举办法和选票有存档 | 5 |',
        '| 小计 |  | 15 |',
      ].join('\n'),
    ]);
  });
});

describe('other PDFs', () => {
  test('two columns that the file draws line by line across both are told by their gutter', async () => {
    const input = await read('two-columns-across.pdf');
    expect(marked(input, 'title')).toEqual([{ text: '左右两栏的一页', level: 1 }]);
    const text = applyMarks(input).replaceAll('\n', '');
    expect(
      text.match(
        /大家带着想法来；会上一人一人地说，记录员当场记下原话，不用套话代替意见；会后一周内/g,
      ),
    ).toHaveLength(3);
  });

  test('two columns are read one after the other', async () => {
    const { text, marks } = await read('two-columns.pdf');
    expect(text.indexOf('左栏的标题')).toBeLessThan(text.indexOf('右栏的标题'));
    // The columns are never mixed: every sentence is whole once its lines are joined.
    expect(text.replaceAll('\n', '').match(/家带着想法来/g)).toHaveLength(18);
    const paragraphs = marks.filter((mark) => mark.kind === 'paragraph').length;
    expect(paragraphs).toBeLessThan(25);
  });

  test('a font that is named but not carried is read by its character codes', async () => {
    const { text } = await read('font-not-embedded.pdf');
    expect(text).toBe('字体没有嵌入的样张\n\n各党支部：请按时召开党员大会。\n\n');
  });

  test.each([
    {
      name: 'scan.pdf',
      message: '是扫描件，没有文字层；请先做文字识别（OCR），另存为带文字的 PDF 或 docx',
    },
    { name: 'encrypted.pdf', message: 'PDF 加了密码，请先取消密码再导入' },
  ])('$name is refused with one sentence', async ({ name, message }) => {
    await expect(read(name)).rejects.toThrow(message);
  });
});

describe('damaged files', () => {
  test.each(['word.docx', 'word.doc', 'word.pdf'])(
    '%s cut in half is refused with what to do',
    async (name) => {
      const bytes = await readFile(join(SAMPLES, name));
      const half = bytes.subarray(0, bytes.length / 2);
      await expect(decodeInput({ name, bytes: half })).rejects.toThrow(/另存|解压/);
    },
  );

  test('a document whose sectors run in a circle is given up, and takes no more memory', async () => {
    const bytes = await readFile(join(SAMPLES, 'circular.doc'));
    await expect(readDoc(bytes, 3000)).rejects.toThrow(/reader|memory/);
  });

  test('any file with an extension that lies is read by its bytes', async () => {
    const bytes = await readFile(join(SAMPLES, 'word.docx'));
    expect((await decodeInput({ name: '通知.txt', bytes })).format).toBe('docx');
  });
});
