import { describe, expect, test } from 'vitest';
import type { Sheet } from '../sheet.ts';
import { addSheets, clearSheet, currentSheet, removeSheet, restoreSheet } from './shelf-edits.ts';
import type { Shelf } from './shelf.ts';

const NOW = '2024-05-06T07:08:09.000Z';
const sheet = (id: string, name: string, values: Record<string, string> = {}): Sheet => ({
  id,
  name,
  checklist: 'check-theme-day',
  version: '1',
  created: '2024-01-01T00:00:00.000Z',
  updated: '2024-01-01T00:00:00.000Z',
  wording: {},
  retired: {},
  values,
});
const spring = sheet('a', '第一季度', { 'head.unit': '机关第一党支部' });
const summer = sheet('b', '第二季度');
const shelf: Shelf = { sheets: [spring, summer], current: 'a' };
const names = ({ sheets }: Shelf): string[] => sheets.map(({ name }) => name);
const makeId = (): string => 'new';

test('a shelf shows the sheet shown last, else the first, else none', () => {
  expect(currentSheet({ ...shelf, current: 'b' })).toBe(summer);
  expect(currentSheet({ ...shelf, current: 'gone' })).toBe(spring);
  expect(currentSheet({ sheets: [] })).toBeUndefined();
});

describe('undo', () => {
  test('brings back the entries of a cleared sheet in its place', () => {
    const cleared = clearSheet(shelf, NOW);
    expect(cleared?.sheets[0]).toMatchObject({ values: {}, updated: NOW });
    expect(restoreSheet(cleared as Shelf, makeId)).toEqual(shelf);
  });

  test('brings back a deleted sheet behind the others and shows it', () => {
    const removed = removeSheet(shelf) as Shelf;
    expect(names(removed)).toEqual(['第二季度']);
    const restored = restoreSheet(removed, makeId);
    expect(names(restored)).toEqual(['第二季度', '第一季度']);
    expect(currentSheet(restored)).toBe(spring);
  });

  test('keeps what was written after clearing beside what is brought back', () => {
    const cleared = clearSheet(shelf, NOW) as Shelf;
    const written = { ...spring, values: { 'head.unit': '机关第二党支部' } };
    const restored = restoreSheet({ ...cleared, sheets: [written, summer] }, makeId);
    expect(names(restored)).toEqual(['第一季度', '第二季度', '第一季度（2）']);
    expect(currentSheet(restored)?.values).toEqual(spring.values);
    expect(restored.sheets[0]).toBe(written);
  });

  test('changes nothing where nothing was cleared, and nothing is cleared on an empty shelf', () => {
    expect(restoreSheet(shelf, makeId)).toBe(shelf);
    expect(clearSheet({ sheets: [] }, NOW)).toBeUndefined();
    expect(removeSheet({ sheets: [] })).toBeUndefined();
  });
});

test('added sheets get free names and ids, and the first of them is shown', () => {
  const added = addSheets(shelf, [spring, spring], (count) => `new-${String(count)}`);
  expect(names(added)).toEqual(['第一季度', '第二季度', '第一季度（2）', '第一季度（3）']);
  expect(added.current).toBe('new-0');
  expect(addSheets(shelf, [], makeId)).toEqual(shelf);
});
