import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdits, inputToText, ledgerOf, sliceTracked, textToInput, track } from './tracked.ts';
import type { Edit, Tracked } from './tracked.ts';
import type { LedgerRow } from './types.ts';

const edit = fc.record({
  start: fc.nat(30),
  length: fc.nat(6),
  fixed: fc.string({ maxLength: 4 }),
  rule: fc.constantFrom('pinyin' as const, 'space' as const, 'ocr' as const),
});

function toEdits(
  rows: readonly { start: number; length: number; fixed: string; rule: Edit['rule'] }[],
  size: number,
): Edit[] {
  return rows
    .filter((row) => row.start + row.length <= size)
    .map(({ start, length, fixed, rule }) => ({ start, end: start + length, fixed, rule }));
}

function expectCover(rows: readonly LedgerRow[], input: string): void {
  let at = 0;
  for (const row of rows) {
    expect(row.start).toBe(at);
    expect(row.end).toBeGreaterThan(row.start);
    expect(row.raw).toBe(input.slice(row.start, row.end));
    at = row.end;
  }
  expect(at).toBe(input.length);
}

/** What the reader sees, put together from the ledger alone. */
function textOf(rows: readonly LedgerRow[]): string {
  return rows.map((row) => (row.action === 'keep' ? row.raw : (row.fixed ?? ''))).join('');
}

describe('applyEdits', () => {
  test('replaces, removes and inserts', () => {
    const out = applyEdits(track('机(jī)关党建:工作'), [
      { start: 1, end: 5, fixed: '', rule: 'pinyin' },
      { start: 8, end: 9, fixed: '：', rule: 'full-width' },
      { start: 6, end: 6, fixed: '\n', rule: 'split-heading' },
    ]);
    expect(out.text).toBe('机关\n党建：工作');
    expect(
      ledgerOf(out, '机(jī)关党建:工作', 'other-article').map(({ action, raw }) => [action, raw]),
    ).toEqual([
      ['keep', '机'],
      ['remove', '(jī)'],
      ['replace', '关'],
      ['keep', '党建'],
      ['replace', ':'],
      ['keep', '工作'],
    ]);
  });

  test('agrees with plain string editing, and the ledger rebuilds the text, over several rounds', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 30 }),
        fc.array(fc.array(edit, { maxLength: 5 }), { maxLength: 4 }),
        (input, rounds) => {
          let tracked: Tracked = track(input);
          for (const round of rounds) {
            const edits = toEdits(round, tracked.text.length);
            const before = tracked.text;
            tracked = applyEdits(tracked, edits);
            expect(tracked.text).toBe(naive(before, edits));
          }
          const rows = ledgerOf(tracked, input, 'other-article');
          expectCover(rows, input);
          if (input !== '') expect(textOf(rows)).toBe(tracked.text);
        },
      ),
    );
  });
});

test('a slice keeps account of its part; the rest belongs elsewhere', () => {
  fc.assert(
    fc.property(
      fc.string({ minLength: 1, maxLength: 30 }),
      fc.array(edit, { maxLength: 5 }),
      fc.nat(30),
      (input, rows, at) => {
        const whole = applyEdits(track(input), toEdits(rows, input.length));
        const slice = sliceTracked(whole, 0, Math.min(at, whole.text.length));
        expectCover(ledgerOf(slice, input, 'other-article'), input);
      },
    ),
  );
});

test('offsets go there and back on kept text', () => {
  const out = applyEdits(track('机(jī)关党建'), [{ start: 1, end: 5, fixed: '', rule: 'pinyin' }]);
  expect(inputToText(out)(5)).toBe(1);
  expect(textToInput(out)(1)).toBe(5);
  expect(textToInput(out)(0)).toBe(0);
});

/** Edits one after another from the back; overlapping ones skipped by the same rule as the fast code. */
function naive(text: string, edits: readonly Edit[]): string {
  if (text === '') return '';
  const sorted = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  const kept: Edit[] = [];
  for (const next of sorted) {
    const last = kept.at(-1);
    if (last !== undefined && last.end > next.start) continue;
    if (next.start === next.end && (next.fixed === '' || next.start === 0)) continue;
    kept.push(next);
  }
  return kept
    .reverse()
    .reduce((out, { start, end, fixed }) => out.slice(0, start) + fixed + out.slice(end), text);
}
