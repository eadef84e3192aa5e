import { describe, expect, test } from 'vitest';
import { CHROME_LINES, COPYRIGHT } from './clean/chrome-lines.ts';
import { CUES } from './classify/cues.ts';
import { SUSPECTS } from './damage/suspects.ts';
import { LABELS } from './metadata/labels.ts';
import { ENUM_OPENERS, ORDINAL_STYLES, readOrdinal } from './outline/ordinals.ts';
import { CONFUSABLES } from './repair/ocr-confusables.ts';

/** Every table of rules carries a sample a row: a row that does not match its own sample is a broken row. */
describe('each row of a rule table matches its own sample', () => {
  test.each(CONFUSABLES)('OCR: $sample', ({ pattern, fixed, sample: [raw, wanted] }) => {
    expect(raw.replace(pattern, fixed)).toBe(wanted);
  });

  test.each(CHROME_LINES)('page furniture: $sample', ({ pattern, sample }) => {
    expect(pattern.test(sample)).toBe(true);
  });

  test.each(COPYRIGHT)('copyright: $sample', ({ pattern, sample }) => {
    expect(sample.search(pattern)).toBe(0);
  });

  test.each(LABELS)('label: $sample', ({ pattern, sample }) => {
    expect(sample.search(pattern)).toBe(0);
  });

  test.each(CUES)('cue: $sample', ({ pattern, sample }) => {
    expect(sample).toMatch(pattern);
  });

  test.each(SUSPECTS)('suspect: $sample', ({ pattern, sample }) => {
    expect(sample.search(pattern)).toBeGreaterThanOrEqual(0);
  });

  test.each(ORDINAL_STYLES)('ordinal: $sample', ({ id, sample }) => {
    expect(readOrdinal(sample)?.style.id).toBe(id);
  });
});

describe('rows leave ordinary sentences alone', () => {
  const sentences = [
    '要深入群众、融入中心，增加人民群众的获得感。',
    '新增加人员要及时编入党支部，投入工作。',
    '各支部战士们自觉学习，未来的任务更重。',
    '2019年末来自基层的党员代表有三十人。',
    '本单位相关工作由支部书记负责，推荐优秀党员。',
  ];

  test.each(sentences)('%s', (sentence) => {
    for (const { pattern, fixed } of CONFUSABLES)
      expect(sentence.replace(pattern, fixed)).toBe(sentence);
    for (const { pattern } of CHROME_LINES) expect(pattern.test(sentence)).toBe(false);
    for (const { pattern } of LABELS) expect(sentence.search(pattern)).toBe(-1);
  });

  test.each([
    '1998年',
    '3个支部',
    '2022年第4期',
    '5月',
    '十分重视，',
    '第一条的规定',
    '第二章规定',
    '一贯坚持',
  ])('%s is no ordinal', (line) => {
    const style = readOrdinal(line)?.style.id;
    expect(style === undefined || style === 'bare').toBe(true);
    if (style === 'bare') expect.fail(`${line} reads as ${style}`);
  });

  test('openers of points need their mark', () => {
    expect(ENUM_OPENERS.some((opener) => opener.test('一般要求如下'))).toBe(false);
    expect(ENUM_OPENERS.some((opener) => opener.test('一是明确责任'))).toBe(true);
  });
});
