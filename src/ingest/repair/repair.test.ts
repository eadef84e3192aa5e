import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdits, track } from '../tracked.ts';
import { gbkBytes, gbkText } from './gbk-bytes.ts';
import { findLostBytes } from './lost-byte.ts';
import { findPinyin } from './pinyin.ts';
import { findSplitCharacters } from './pinyin-split.ts';
import { repairCharacters, repairTypography } from './repair.ts';

const mend = (text: string): string => repairCharacters(track(text), 'auto').tracked.text;
const dress = (text: string): string => repairTypography(track(text)).text;

/** What an annotating program does to GBK bytes: after each character's two bytes, at any offset, comes its reading. */
function annotateBytes(text: string, readings: readonly (readonly [string, string])[]): string {
  let bytes = gbkBytes(text) ?? [];
  for (const [char, reading] of readings) {
    const [lead, trail] = gbkBytes(char) ?? [];
    const mark = gbkBytes(`(${reading})`) ?? [];
    bytes = bytes.flatMap((byte, at) =>
      byte === trail && bytes[at - 1] === lead ? [byte, ...mark] : [byte],
    );
  }
  return decodeTolerantly(bytes);
}

/** A decoder that writes `?` for a lead byte and whatever follows it where the two make no character. */
function decodeTolerantly(bytes: readonly number[]): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 1) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) {
      text += String.fromCharCode(lead);
      continue;
    }
    text += gbkText([lead, bytes[at + 1] ?? 0]) ?? '?';
    at += 1;
  }
  return text;
}

test('GBK bytes and characters map both ways', () => {
  expect(gbkBytes('。基h')).toEqual([0xa1, 0xa3, 0xbb, 0xf9, 0x68]);
  expect(gbkText([0xf8, 0xbc])).toBe('\ue24f');
  expect(gbkText([0xbb])).toBeUndefined();
  fc.assert(
    fc.property(fc.string(), (text) => {
      const bytes = gbkBytes(text);
      if (bytes !== undefined) expect(gbkText(bytes)).toBe(text);
    }),
  );
});

describe('readings inserted by bytes', () => {
  const glosses =
    '試驗(yàn)、優(yōu)秀、成績(jī)、數(shù)據(jù)、職責(zé)、手冊(cè)、機(jī)關(guān)。';

  test.each([
    ['因為講政治', [['驗', 'yàn']]],
    ['因為不講政治', [['驗', 'yàn']]],
    ['掌控熱點問題', [['責', 'zé']]],
    ['讓我們在縣裡', [['冊', 'cè']]],
    ['擔當的黨員', [['數', 'shù']]],
    [
      '支部優秀工作',
      [
        ['優', 'yōu'],
        ['績', 'jī'],
      ],
    ],
  ] as const)('%s comes back from its damaged form', (original, readings) => {
    const damaged = annotateBytes(original, readings);
    expect(damaged).not.toBe(original);
    const { edits } = findSplitCharacters(glosses + damaged);
    const restored = applyEdits(track(glosses + damaged), edits).text.slice(glosses.length);
    expect(restored.replace(/\([^)]*\)/gu, '')).toBe(original);
  });

  test('what cannot be proved stays, with a warning', () => {
    const { edits, warnings } = findSplitCharacters('黨?xiá)組織');
    expect(edits).toEqual([]);
    expect(warnings.map(({ rule }) => rule)).toEqual(['damaged-bytes']);
  });
});

describe('a lost first byte', () => {
  const context = '基層黨組織建設，加強基層黨建。縣委重視，群眾在縣裡。';

  test.each([
    ['力量所在?;鶎狱h組織', '力量所在。基層黨組織'],
    ['新局面?h委', '新局面。縣委'],
  ])('%s', (damaged, original) => {
    const text = context + damaged;
    expect(applyEdits(track(text), findLostBytes(text).edits).text).toBe(context + original);
  });

  test.each(['还觉得很累?很重要', '这是为什么?当前要做好工作', '有没有问题?h', '怎么办?PPT'])(
    'a real question mark stays: %s',
    (text) => {
      expect(findLostBytes(text).edits).toEqual([]);
    },
  );
});

describe('readings behind characters', () => {
  const annotated = '機(jī)關(guān)黨建，機(jī)關(guān)工作，機(jī)關(guān)支部';

  test('go where the whole file is annotated', () => {
    expect(applyEdits(track(annotated), findPinyin(annotated)).text).toBe(
      '機關黨建，機關工作，機關支部',
    );
  });

  test.each(['山东临朐(qú)人', '机关(试行)、（一）、(DNA)', '重(zhòng)要与重(chóng)复'])(
    'stay in %s',
    (text) => {
      expect(findPinyin(text)).toEqual([]);
    },
  );
});

describe('characters', () => {
  test.each([
    ['⼯作⽂件', '工作文件'],
    ['甲\r\n乙\u200b丙\ufeff', '甲\n乙丙'],
    ['效果最显著，读原著', '效果最显著，读原著'],
    ['機關黨組織本著原則，成效顯著', '机关党组织本着原则，成效显著'],
  ])('%s', (input, expected) => expect(mend(input)).toBe(expected));
});

describe('typography', () => {
  test.each([
    ['党建,引领;(试行):好!', '党建，引领；（试行）：好！'],
    ['见http://a.cn/b?c=1,党建12:30', '见http://a.cn/b?c=1，党建12:30'],
    ['共2,171人', '共2,171人'],
    ['[1]某某.某书[M].北京:某社,2017.', '[1]某某.某书[M].北京:某社,2017.'],
    ['CDC-16K型(管(油)路)', 'CDC-16K型（管（油）路）'],
    ['坚定”四个意识”,树立“四个自信”', '坚定“四个意识”，树立“四个自信”'],
    ['"三会一课"制度', '“三会一课”制度'],
    ['──开启新征程', '——开启新征程'],
    ['十九大•美丽', '十九大·美丽'],
    ['　　机 关党 建工作。 好', '机关党建工作。好'],
    ['抓基层打基础 锻造坚强组织体系', '抓基层打基础 锻造坚强组织体系'],
    ['第一章　总则', '第一章 总则'],
    ['使用 App 学习', '使用 App 学习'],
  ])('%s → %s', (input, expected) => expect(dress(input)).toBe(expected));

  test('changes nothing the second time, on any text', () => {
    const piece = fc.oneof(
      fc.string({ maxLength: 6 }),
      fc.constantFrom('党建', ',', '(', ')', ' ', '”', '“', '"', '──', '•', '\n', '2', '：', 'A'),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const once = dress(pieces.join(''));
        expect(dress(once)).toBe(once);
      }),
      { numRuns: 500 },
    );
  });
});
