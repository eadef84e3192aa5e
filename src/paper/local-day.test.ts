import { expect, test } from 'vitest';
import { localDay } from './local-day.ts';

test('a stored time is told as the day where the reader is', () => {
  const evening = new Date(2026, 10, 22, 23, 30);
  expect(localDay(evening.toISOString())).toBe('2026-11-22');
});

test('a text that is no time stays as it is', () => {
  expect(localDay('昨天')).toBe('昨天');
});
