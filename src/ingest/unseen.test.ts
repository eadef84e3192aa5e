import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { decodeInput } from './decode/decode.ts';
import { ingestDocument } from './pipeline.ts';
import type { Report } from './types.ts';

/**
 * Documents of the kinds that party offices keep, written with their gold before the rules met them. Where several values
 * are right, `|` parts them; `null` means that the text does not say it.
 */
interface Gold {
  readonly title: string | null;
  readonly author: string | null;
  readonly org: string | null;
  readonly publication: string | null;
  readonly date: string | null;
  /** Level, heading, types that fit. */
  readonly outline: readonly (readonly [number, string, string?])[];
  /** Opening sentences of paragraphs and points. */
  readonly points?: readonly string[];
  /** Sentences that must come through, in the text, the notes or the references. */
  readonly keep: readonly string[];
  /** Noise that must not stand in the text. */
  readonly gone: readonly string[];
}

const FIXTURES = join(import.meta.dirname, '..', '..', 'tests', 'fixtures', 'ingest-unseen');
const GOLD = JSON.parse(readFileSync(join(FIXTURES, 'gold.json'), 'utf8')) as Readonly<
  Record<string, readonly Gold[]>
>;
const FIELDS = ['title', 'author', 'org', 'publication', 'date'] as const;

/** Spaces of a heading are typography. */
const squeeze = (heading: string): string => heading.replace(/\s+/gu, '');

/** Formal headings; articles of a regulation (第一条) run into their text and count as such. */
const isFormal = ({ form, heading }: Report['outline'][number]): boolean =>
  form === 'line' ||
  form === 'glued' ||
  form === 'wrapped' ||
  (form === 'runin' && /^第.+条/u.test(heading));

describe.each(Object.entries(GOLD))('%s', async (name, golds) => {
  const input = await decodeInput({ name, bytes: readFileSync(join(FIXTURES, name)) });
  const reports = ingestDocument(input).articles.map(({ report }) => report);

  test('has its articles, each with a ledger that covers the input', () => {
    expect(reports).toHaveLength(golds.length);
    for (const { ledger } of reports) {
      expect(ledger.map(({ raw }) => raw).join('')).toBe(input.text);
      let at = 0;
      for (const { start, end } of ledger) {
        expect(start).toBe(at);
        expect(end).toBeGreaterThan(start);
        at = end;
      }
    }
  });

  test.each(golds.map((gold, at) => ({ gold, at })))(
    'says what it is and is divided as it was written: $gold.title',
    ({ gold, at }) => {
      const report = reports[at];
      if (report === undefined) throw new Error(`${name}: no article ${at}`);
      for (const field of FIELDS) {
        const right = gold[field] === null ? ['null'] : gold[field].split('|');
        expect(right, field).toContain(report[field] ?? 'null');
      }
      const formal = report.outline.filter(isFormal);
      expect(formal.map(({ level, heading }) => [level, squeeze(heading)])).toEqual(
        gold.outline.map(([level, headings], index) => {
          const found = squeeze(formal[index]?.heading ?? '');
          const right = headings.split('|').map(squeeze);
          return [level, right.includes(found) ? found : right[0]];
        }),
      );
      formal.forEach(({ type, heading }, index) => {
        const types = gold.outline[index]?.[2];
        if (types !== undefined) expect(types.split('|'), heading).toContain(type);
      });
      expect(report.outline.map(({ heading }) => heading)).toEqual(
        expect.arrayContaining([...(gold.points ?? [])]),
      );
      for (const { heading, offset } of report.outline)
        expect(report.text.startsWith(heading, offset), heading).toBe(true);
    },
  );

  test('loses no sentence and keeps no noise', () => {
    golds.forEach(({ keep, gone }, at) => {
      const report = reports[at];
      const all = [report?.text, ...(report?.notes ?? []), ...(report?.references ?? [])].join(
        '\n',
      );
      for (const sentence of keep)
        expect(
          sentence.split('|').some((one) => all.includes(one)),
          sentence,
        ).toBe(true);
      for (const noise of gone) expect(report?.text).not.toContain(noise);
    });
  });

  test('comes out the same when it is read again as clean text', () => {
    for (const { title, text } of reports) {
      const [again] = ingestDocument({
        name,
        format: 'txt',
        encoding: 'utf-8',
        text: `${title ?? ''}\n${text}`,
        marks: [],
      }).articles;
      expect(again?.report.text).toBe(text);
    }
  });
});
