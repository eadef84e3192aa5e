/**
 * Make the sample files of the ingest tests with real programs: docx with the package docx, doc and PDF from it with
 * LibreOffice, a two-column PDF and a scan with Chromium. The results are committed, so that tests run without these
 * programs: `node scripts/make-ingest-samples.ts` after a change here.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  type ITableCellOptions,
} from 'docx';
import { encodeWith } from '../src/ingest/decode/encode-with.test-support.ts';

const TARGET = join(import.meta.dirname, '../tests/fixtures/ingest/samples');

/** Long enough for a line to wrap and for the document to have several pages. */
const BODY =
  '支部书记要带头把会前准备做实，提前三天把议题发给每名党员，请大家带着想法来；会上一人一人地说，记录员当场记下原话，' +
  '不用套话代替意见；会后一周内把要办的事列成单子，写清谁来办、哪天办完，下次开会先念单子再议新题。';

const heading = (text: string, level: 0 | 1) =>
  new Paragraph({
    text,
    heading: level === 0 ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_3,
    numbering: { reference: 'headings', level },
  });
const body = (text: string) =>
  new Paragraph({ children: [new TextRun(text)], indent: { firstLine: 480 } });
const item = (text: string, reference: string) =>
  new Paragraph({ text, numbering: { reference, level: 0 } });
const row = (...cells: string[]) =>
  new TableRow({
    children: cells.map((text) => new TableCell({ children: [new Paragraph(text)] })),
  });

const document = new Document({
  numbering: {
    config: [
      {
        reference: 'headings',
        levels: [
          {
            level: 0,
            format: LevelFormat.CHINESE_COUNTING,
            text: '%1、',
            alignment: AlignmentType.START,
          },
          {
            level: 1,
            format: LevelFormat.CHINESE_COUNTING,
            text: '（%2）',
            alignment: AlignmentType.START,
          },
        ],
      },
      {
        reference: 'steps',
        levels: [
          { level: 0, format: LevelFormat.DECIMAL, text: '%1.', alignment: AlignmentType.START },
        ],
      },
      {
        reference: 'dots',
        levels: [
          { level: 0, format: LevelFormat.BULLET, text: '•', alignment: AlignmentType.START },
        ],
      },
    ],
  },
  sections: [
    {
      headers: { default: new Header({ children: [new Paragraph('示例单位机关党委文件')] }) },
      footers: {
        default: new Footer({
          children: [
            new Paragraph({
              children: [new TextRun({ children: ['第 ', PageNumber.CURRENT, ' 页'] })],
            }),
          ],
        }),
      },
      children: [
        new Paragraph({ text: '关于开好支部会议的若干做法', heading: HeadingLevel.TITLE }),
        body(BODY),
        heading('会前怎么准备', 0),
        heading('定议题', 1),
        ...[1, 2, 3].map(() => body(BODY)),
        heading('发通知', 1),
        ...[1, 2, 3].map(() => body(BODY)),
        heading('会上怎么开', 0),
        item('书记说明议题。', 'steps'),
        item('党员逐个发言。', 'steps'),
        item('形成决议并表决。', 'steps'),
        ...[1, 2, 3].map(() => body(BODY)),
        heading('会后怎么落实', 0),
        item('有清单', 'dots'),
        item('有时限', 'dots'),
        new Table({
          rows: [
            row('事项', '谁来办', '时限'),
            row('补学', '组织委员', '一周'),
            row('走访|慰问', '支部书记', '一个月'),
          ],
        }),
        ...[1, 2, 3].map(() => body(BODY)),
        new Paragraph('示例单位机关党委'),
        new Paragraph('2026年3月2日'),
      ],
    },
  ],
});

const twoColumns = `<!DOCTYPE html><meta charset="utf-8"><style>
@page { size: A4; margin: 2cm } body { font: 10.5pt/1.6 serif } h1 { font-size: 18pt; text-align: center }
.text { columns: 2; column-fill: auto; height: 24cm } p { text-indent: 2em; margin: 0 } h2 { font-size: 13pt; margin: 0 }
</style><h1>双栏排版的样张</h1><div class="text">${['一、左栏的标题', '二、右栏的标题']
  .map((title) => `<h2>${title}</h2>${`<p>${BODY}</p>`.repeat(9)}`)
  .join('')}</div>`;

/** Tables with lines (a head, merged cells, cells of several lines) and without. */
const tables = `<!DOCTYPE html><meta charset="utf-8"><style>
@page { size: A4; margin: 2cm } body { font: 12pt/1.6 serif } p { text-indent: 2em; margin: 0 }
table { border-collapse: collapse; width: 100% } td, th { border: 1px solid; padding: 4px } .plain * { border: 0; text-align: left }
</style><h1>支部工作考核的几张表</h1><p>${BODY}</p><h2>一、画线的表</h2><table>
<tr><th style="width: 20%">考核项目<th>考核内容<th style="width: 15%">分值
<tr><td rowspan="2">组织生活<td>按期召开支部党员大会、支部委员会会议、党小组会，按时上好党课，每季度至少一次，缺一次扣二分，扣完为止<td>20
<tr><td>组织生活会有方案、有记录<td>10<tr><td>党员教育<td>每名党员全年集中学习不少于三十二学时<td>15
<tr><td colspan="2">合计<td>45</table><p>${BODY}</p><h2>二、不画线的表</h2><table class="plain">
<tr><th>事项<th>谁来办<th>时限<tr><td>补学<td>组织委员<td>一周<tr><td>走访慰问<td>支部书记<td>一个月<tr><td>谈心谈话<td>全体委员<td>半年
</table><p>${BODY}</p>`;

const border = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
const borders = { top: border, bottom: border, left: border, right: border };
const cell = (text: string, more: Partial<ITableCellOptions> = {}) =>
  new TableCell({ children: [new Paragraph(text)], borders, ...more });
const writerTable = new Document({
  sections: [
    {
      children: [
        body(BODY),
        new Table({
          columnWidths: [1800, 5400, 1500],
          rows: [
            new TableRow({ children: [cell('指标'), cell('怎么看'), cell('得分')] }),
            new TableRow({
              children: [
                cell('按期换届', { rowSpan: 2 }),
                cell(
                  '任期届满按时换届；因故提前或者延期的，应当有上级党组织的批复，批复存入档案，以备核对',
                ),
                cell('10'),
              ],
            }),
            new TableRow({ children: [cell('选举办法和选票有存档'), cell('5')] }),
            new TableRow({ children: [cell('小计', { columnSpan: 2 }), cell('15')] }),
          ],
        }),
        body(BODY),
      ],
    },
  ],
});

const scan = `<!DOCTYPE html><meta charset="utf-8"><canvas id="c" width="600" height="300"></canvas><script>
const pen = document.getElementById('c').getContext('2d'); pen.font = '40px serif'; pen.fillText('扫描件上的字', 40, 120);
</script>`;

/** A page of two columns whose text is drawn line by line across both, as some scanners' text layers are. */
function makeInterleaved(): string {
  const wrap = (text: string) => text.match(/.{1,18}/gu) ?? [];
  const all = [1, 2, 3].flatMap(() => wrap(`　　${BODY}`));
  const left = all.slice(0, Math.ceil(all.length / 2));
  const right = all.slice(left.length);
  const at = (text: string, x: number, y: number) => `1 0 0 1 ${x} ${y} Tm ${showGbk(text)} Tj`;
  const lines = left.flatMap((text, row) => [
    at(text, 60, 700 - row * 18),
    ...(right[row] === undefined ? [] : [at(right[row], 320, 700 - row * 18)]),
  ]);
  return makePdf(`BT /F1 18 Tf ${at('左右两栏的一页', 230, 760)} /F1 12 Tf ${lines.join(' ')} ET`);
}

/** A PDF that names its font and the GBK character codes without carrying either, as older Chinese programs write it. */
function makeUnembedded(): string {
  return makePdf(
    `BT /F1 18 Tf 72 760 Td ${showGbk('字体没有嵌入的样张')} Tj /F1 12 Tf 0 -40 Td ${showGbk('各党支部：请按时召开党员大会。')} Tj ET`,
  );
}

function showGbk(text: string): string {
  return `<${Buffer.from(encodeWith(text, 'gb18030')).toString('hex')}>`;
}

function makePdf(content: string): string {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 4 0 R>>>>/Contents 7 0 R>>',
    '<</Type/Font/Subtype/Type0/BaseFont/SimSun/Encoding/GBK-EUC-H/DescendantFonts[5 0 R]>>',
    '<</Type/Font/Subtype/CIDFontType2/BaseFont/SimSun/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/FontDescriptor 6 0 R/DW 1000>>',
    '<</Type/FontDescriptor/FontName/SimSun/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 859/Descent -141/CapHeight 700/StemV 80>>',
    `<</Length ${content.length}>>stream\n${content}\nendstream`,
  ];
  let file = '%PDF-1.4\n';
  const places = objects.map((object, index) => {
    const at = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const size = objects.length + 1;
  const start = file.length;
  return `${file}xref\n0 ${size}\n0000000000 65535 f \n${places.join('')}trailer<</Size ${size}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF`;
}

function printPdf(html: string, name: string, folder: string): void {
  const page = join(folder, `${name}.html`);
  writeFileSync(page, html);
  const flags =
    '--headless --no-sandbox --disable-gpu --no-first-run --disable-background-networking --disable-sync --no-pdf-header-footer';
  const output = `--print-to-pdf=${join(TARGET, `${name}.pdf`)}`;
  execFileSync('chromium', [...flags.split(' '), output, pathToFileURL(page).href], {
    stdio: 'ignore',
  });
}

function convert(file: string, format: string): void {
  execFileSync('soffice', ['--headless', '--convert-to', format, '--outdir', TARGET, file], {
    stdio: 'ignore',
  });
}

const folder = mkdtempSync(join(tmpdir(), 'samples-'));
const docx = join(TARGET, 'word.docx');
writeFileSync(docx, await Packer.toBuffer(document));
convert(docx, 'doc:MS Word 97');
convert(docx, 'pdf');
const doc = readFileSync(join(TARGET, 'word.doc'));
writeFileSync(join(TARGET, 'writer.wps'), doc);
convert(
  docx,
  'pdf:writer_pdf_Export:{"EncryptFile":{"type":"boolean","value":"true"},"DocumentOpenPassword":{"type":"string","value":"mima"}}',
);
renameSync(join(TARGET, 'word.pdf'), join(TARGET, 'encrypted.pdf'));
convert(docx, 'pdf');
printPdf(twoColumns, 'two-columns', folder);
printPdf(scan, 'scan', folder);
writeFileSync(join(TARGET, 'font-not-embedded.pdf'), makeUnembedded());
printPdf(tables, 'tables', folder);
const writer = join(folder, 'tables-writer.docx');
writeFileSync(writer, await Packer.toBuffer(writerTable));
convert(writer, 'pdf');
writeFileSync(join(TARGET, 'two-columns-across.pdf'), makeInterleaved());
