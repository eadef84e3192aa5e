/**
 * A date as precise as the text says it, in ISO form; undefined where there is none. Masked parts (X月) are left out.
 *
 * @example
 * isoDate('2021-04-02T13:48:18.730Z'); // '2021-04-02'
 * isoDate('2019年X月X日'); // '2019'
 * isoDate('2020年第9期'); // '2020': an issue number is no month
 */
export function isoDate(text: string): string | undefined {
  const match = /(\d{4})(?:\s*[-年/.]\s*(\d{1,2})(?:\s*[-月/.]\s*(\d{1,2}))?)?/u.exec(
    text.replace(/(\d{4})年第?\s*\d+期/u, '$1年'),
  );
  const [, year, month, day] = match ?? [];
  if (year === undefined || Number(year) < 1900 || Number(year) > 2100) return undefined;
  if (month === undefined || Number(month) < 1 || Number(month) > 12) return year;
  const yearMonth = `${year}-${month.padStart(2, '0')}`;
  if (day === undefined || Number(day) < 1 || Number(day) > 31) return yearMonth;
  return `${yearMonth}-${day.padStart(2, '0')}`;
}
