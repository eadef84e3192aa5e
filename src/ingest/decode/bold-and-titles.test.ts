import { Document, Packer, Paragraph, TextRun } from 'docx';
import { describe, expect, test } from 'vitest';
import { ingestDocument } from '../pipeline.ts';
import { decodeDocx } from './decode-docx.ts';
import { decodeHtml } from './decode-html.ts';

const BODY =
  '每次主题党日，重温入党誓词、交纳党费、集中学习、民主议事四项内容一项不少，由党员轮流领学。';
const html = (source: string) => decodeHtml('a.html', new TextEncoder().encode(source));
const headings = (source: string) => {
  const { text, marks } = html(source);
  return marks
    .filter(({ kind }) => kind === 'heading')
    .map(({ start, end }) => text.slice(start, end));
};

describe('bold lines of a web page', () => {
  const bold = (text: string) =>
    `<section><p><strong><span>${text}</span></strong></p></section><p>${BODY}</p>`;

  test('head sections where nothing else does', () => {
    expect(headings(`<div>${bold('主题由党员定')}${bold('小事不出支部')}</div>`)).toEqual([
      '主题由党员定',
      '小事不出支部',
    ]);
  });

  test.each([
    ['a single one is stress', bold('请大家注意这一点')],
    [
      'numbered sections',
      `<p>一、总体要求</p><p>${BODY}</p>${bold('主题由党员定')}${bold('小事不出支部')}`,
    ],
    [
      'headings of the page',
      `<h2>总体要求</h2><p>${BODY}</p><h2>主要做法</h2>${bold('主题由党员定')}${bold('小事不出支部')}`,
    ],
    ['sentences', bold('规定动作不走样。') + bold('自选动作有特色。')],
  ])('are none: %s', (_, source) => {
    expect(headings(`<div><h1>题目是这样的</h1>${source}</div>`)).not.toContain('主题由党员定');
    expect(headings(`<div><h1>题目是这样的</h1>${source}</div>`)).not.toContain('规定动作不走样。');
  });
});

describe('a Word document without styles', () => {
  const title = (text: string) =>
    new Paragraph({ alignment: 'center', children: [new TextRun({ text, size: 44, bold: true })] });
  const paper = (name: string) => [title(name), ...[1, 2, 3].map(() => new Paragraph(BODY))];
  const read = async (children: Paragraph[]) => {
    const bytes = await Packer.toBuffer(new Document({ sections: [{ children }] }));
    return ingestDocument(await decodeDocx('a.docx', bytes)).articles.map(
      ({ report }) => report.title,
    );
  };

  test('has the title that is centred in large print', async () => {
    expect(await read(paper('机关党支部三会一课制度'))).toEqual(['机关党支部三会一课制度']);
  });

  test('is several articles where it holds several papers', async () => {
    expect(
      await read([...paper('机关党支部三会一课制度'), ...paper('机关党员谈心谈话制度')]),
    ).toEqual(['机关党支部三会一课制度', '机关党员谈心谈话制度']);
  });

  test('is one article with its attachment', async () => {
    const pages = [
      ...paper('关于开展谈心谈话的通知'),
      new Paragraph('附件1'),
      ...paper('谈心谈话记录表填写说明'),
    ];
    expect(await read(pages)).toEqual(['关于开展谈心谈话的通知']);
  });
});
