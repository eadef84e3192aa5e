import { expect, test } from 'vitest';
import { DISPLAY_SETTINGS, toChoice } from './display-settings.ts';

test.each([
  { stored: 'huge', expected: 'huge' },
  { stored: '<特大>', expected: '' },
  { stored: null, expected: '' },
])('a stored size $stored is read as "$expected"', ({ stored, expected }) => {
  const size = DISPLAY_SETTINGS.find((setting) => setting.name === 'size');
  expect(size && toChoice(size, stored)).toBe(expected);
});
