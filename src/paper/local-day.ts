/**
 * The day of a stored time where the reader is.
 *
 * @param time - Time in ISO 8601.
 * @returns YYYY-MM-DD in the time zone of the machine; a text that is no time stays as it is.
 * @example
 * localDay('2026-11-22T18:00:00Z'); // '2026-11-23'（北京时间）
 */
export function localDay(time: string): string {
  const date = new Date(time);
  if (Number.isNaN(date.getTime())) return time;
  const two = (value: number) => String(value).padStart(2, '0');
  return `${String(date.getFullYear())}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
