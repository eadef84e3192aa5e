const HAN_DIGITS = '零一二三四五六七八九';
const HAN_LEGAL_DIGITS = '零壹贰叁肆伍陆柒捌玖';
const STEMS = '甲乙丙丁戊己庚辛壬癸';
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥';
const ROMAN = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
] as const;

/** How Word writes numbers, by `w:numFmt` (ECMA-376 part 1, 17.18.59); others are written as decimals. */
const FORMATS: Readonly<Record<string, (value: number) => string>> = {
  chineseCounting: toHan,
  chineseCountingThousand: toHan,
  japaneseCounting: toHan,
  taiwaneseCounting: toHan,
  taiwaneseCountingThousand: toHan,
  ideographDigital: (value) => toDigits(value, HAN_DIGITS).replaceAll('零', '〇'),
  japaneseDigitalTenThousand: toHan,
  chineseLegalSimplified: (value) => toHanWith(value, HAN_LEGAL_DIGITS, ['', '拾', '佰', '仟']),
  ideographLegalTraditional: (value) => toHanWith(value, HAN_LEGAL_DIGITS, ['', '拾', '佰', '仟']),
  ideographTraditional: (value) => STEMS[(value - 1) % 10] ?? '',
  ideographZodiac: (value) => BRANCHES[(value - 1) % 12] ?? '',
  decimalZero: (value) => String(value).padStart(2, '0'),
  decimalFullWidth: (value) => toDigits(value, '０１２３４５６７８９'),
  decimalFullWidth2: (value) => toDigits(value, '０１２３４５６７８９'),
  decimalEnclosedCircle: (value) => toSymbol(value, 0x2460, 20),
  decimalEnclosedCircleChinese: (value) => toSymbol(value, 0x2460, 20),
  decimalEnclosedParen: (value) => toSymbol(value, 0x2474, 20),
  decimalEnclosedFullstop: (value) => toSymbol(value, 0x2488, 20),
  upperLetter: (value) => toLetters(value).toUpperCase(),
  lowerLetter: toLetters,
  upperRoman: (value) => toRoman(value).toUpperCase(),
  lowerRoman: toRoman,
  none: () => '',
};

/**
 * Write a number as an automatic list of Word shows it.
 *
 * @param value - 1 and up; 0 only where a list starts there.
 * @param format - `w:numFmt`.
 * @example
 * formatListNumber(12, 'chineseCounting'); // '十二'
 */
export function formatListNumber(value: number, format: string): string {
  return FORMATS[format]?.(value) ?? String(value);
}

function toHan(value: number): string {
  // 10 to 19 are read without their leading one.
  return toHanWith(value, HAN_DIGITS, ['', '十', '百', '千']).replace(/^一十/, '十');
}

function toHanWith(value: number, digits: string, units: readonly string[]): string {
  if (value <= 0 || value >= 10_000) return value === 0 ? (digits[0] ?? '') : String(value);
  const written = Array.from(String(value), Number).map((digit, index, all) => {
    const unit = units[all.length - 1 - index] ?? '';
    return digit === 0 ? '零' : `${digits[digit] ?? ''}${unit}`;
  });
  return written.join('').replace(/零+/g, '零').replace(/零$/, '');
}

function toDigits(value: number, digits: string): string {
  return Array.from(String(value), (digit) => digits[Number(digit)] ?? '').join('');
}

function toSymbol(value: number, first: number, count: number): string {
  return value >= 1 && value <= count ? String.fromCodePoint(first + value - 1) : String(value);
}

/** Word repeats the letter: 27 is `aa`, 53 is `aaa`. */
function toLetters(value: number): string {
  return value < 1
    ? String(value)
    : String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.ceil(value / 26));
}

function toRoman(value: number): string {
  let rest = value;
  let written = '';
  for (const [worth, sign] of ROMAN) {
    while (rest >= worth && written.length < 20) {
      written += sign;
      rest -= worth;
    }
  }
  return written;
}
