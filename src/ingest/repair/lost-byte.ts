import { isHan } from '../../text/han.ts';
import type { Edit } from '../tracked.ts';
import type { IngestWarning } from '../types.ts';
import { gbkBytes, gbkText } from './gbk-bytes.ts';
import type { RepairResult } from './pinyin-split.ts';

/** How far behind the `?` the bytes may fall into step again (code units). */
const REACH = 15;

/** ASCII characters of the run that may have been full-width before a width folding; more make 2^n readings. */
const MOST_FOLDED = 4;

/** Bytes the `?` may stand for: a lost A1, or A1 lost before a full-width question mark (A3BF). */
const HEADS = [[0xa1], [0xa1, 0xa3, 0xbf]] as const;

/** So many different runs a document may have searched for a lost pair; more is no damage of this kind. */
const MOST_SEARCHES = 40;

const PUNCTUATION = new Set('。、“”《》—…·（）：；，！？()');

/** Lead and trail bytes of GBK's user-defined area, whose characters many programs delete. */
const USER_DEFINED_LEADS = [
  0xaa, 0xab, 0xac, 0xad, 0xae, 0xaf, 0xf8, 0xf9, 0xfa, 0xfb, 0xfc, 0xfd, 0xfe,
];

/** A reading of one damaged run. */
interface Reading {
  readonly run: string;
  readonly fixed: string;
  readonly units: readonly (readonly number[])[];
  /** Han of `fixed` that stand nowhere else in the document. */
  readonly unknown: number;
}

/**
 * Undo the loss of the byte A1 that begins 。 in GBK: all that follows was read one byte out of step, until a
 * single-byte character put it right (。基層黨 → ?;鶎狱h).
 *
 * A reading counts as proved when the run decodes whole, ends where the shift must end, and every Han character of it
 * stands elsewhere in the document. Where none does, one deleted user-defined pair may be put back, if exactly one
 * candidate fits the document's word pairs best. Real question marks have no such reading and stay.
 *
 * @param text - Before half-width punctuation is widened; a `?` that stands for a byte is half-width.
 * @example
 * findLostBytes('基層黨組織…力量所在?;鶎狱h組織').edits; // [{ fixed: '。基層黨', rule: 'lost-byte', … }]
 */
export function findLostBytes(text: string): RepairResult {
  const edits: Edit[] = [];
  const warnings: IngestWarning[] = [];
  const facts = documentFacts(text);
  // The search for a lost pair is costly, and a text that shows one damaged run again and again needs it once.
  const searched = new Map<string, Reading | undefined>();
  const putBack = (readings: readonly Reading[]): Reading | undefined => {
    const key = readings.map(({ fixed }) => fixed).join();
    if (!searched.has(key)) {
      if (searched.size >= MOST_SEARCHES) return undefined;
      searched.set(key, withLostPair(readings, facts));
    }
    return searched.get(key);
  };
  for (let at = text.indexOf('?'); at !== -1; at = text.indexOf('?', at + 1)) {
    const last = edits.at(-1);
    if (at === 0 || (last !== undefined && at < last.end)) continue;
    if (!isHan(text.charCodeAt(at - 1)) && text.charAt(at - 1) !== ')') continue;
    const readings = readingsAt(text, at, facts.known);
    if (readings.length === 0) continue;
    const proved = readings
      .filter(({ unknown }) => unknown === 0)
      .sort((a, b) => a.run.length - b.run.length)[0];
    const restored = proved ?? putBack(readings);
    if (restored !== undefined) {
      const end = at + 1 + restored.run.length;
      edits.push({
        start: at,
        end,
        fixed: restored.fixed,
        rule: proved === undefined ? 'lost-pair' : 'lost-byte',
      });
    } else if (looksDamaged(text.slice(at + 1, at + 1 + REACH), facts.known)) {
      warnings.push({
        rule: 'damaged-bytes',
        start: at,
        end: at + 1,
        message: '问号处可能丢了字节，其后错位；证不出原文',
        candidates: [...new Set(readings.map(({ fixed }) => fixed))].slice(0, 3),
      });
    }
  }
  return { edits, warnings };
}

/** What the document itself says about which characters and word pairs to expect. */
interface Facts {
  /** Han characters seen outside the neighbourhood of any `?`. */
  readonly known: ReadonlySet<string>;
  readonly text: string;
}

function documentFacts(text: string): Facts {
  if (!text.includes('?')) return { known: new Set(), text };
  const known = new Set<string>();
  for (const char of text.replace(/\?.{0,16}/gu, ''))
    if (isHan(char.charCodeAt(0))) known.add(char);
  return { known, text };
}

function readingsAt(text: string, at: number, known: ReadonlySet<string>): Reading[] {
  const lineEnd = text.indexOf('\n', at);
  const limit = Math.min(at + 1 + REACH, lineEnd === -1 ? text.length : lineEnd);
  const found: Reading[] = [];
  for (let end = at + 2; end <= limit; end += 1) {
    const run = text.slice(at + 1, end);
    // The shift ends at a single byte, so the run ends in an ASCII character.
    if (run.charCodeAt(run.length - 1) >= 0x80) continue;
    for (const units of unfoldedBytes(run)) {
      if (units.at(-1)?.length !== 1 || units.filter(({ length }) => length === 1).length !== 1)
        continue;
      for (const head of HEADS) {
        if (head.length === 1 && !isFullWidthAscii(units[0])) continue;
        const fixed = gbkText([...head, ...units.flat()]);
        if (fixed === undefined || !isPlausible(fixed)) continue;
        const unknown = Array.from(fixed).filter(
          (char) => !PUNCTUATION.has(char) && !known.has(char),
        ).length;
        found.push({ run, fixed, units, unknown });
      }
    }
  }
  return found;
}

/** The bytes of a run, once for each way its ASCII characters may have been full-width before. */
function unfoldedBytes(run: string): (readonly (readonly number[])[])[] {
  const ascii = Array.from(run, (char, index) => ({ char, index })).filter(
    ({ char }) => char >= '!' && char <= '~' && char !== '_',
  );
  if (ascii.length > MOST_FOLDED) return [];
  const out: (readonly (readonly number[])[])[] = [];
  for (let choice = 0; choice < 2 ** ascii.length; choice += 1) {
    const chars = run.split('');
    ascii.forEach(({ char, index }, bit) => {
      if ((choice >> bit) & 1) chars[index] = String.fromCharCode(char.charCodeAt(0) + 0xfee0);
    });
    const units = chars.map((char) => gbkBytes(char));
    if (units.every((unit) => unit !== undefined)) out.push(units);
  }
  return out;
}

/** Full-width ASCII is row A3 of GBK; only before it can A1 go missing unseen. */
function isFullWidthAscii(unit: readonly number[] | undefined): boolean {
  return unit?.[0] === 0xa3;
}

function isPlausible(fixed: string): boolean {
  return (
    fixed.startsWith('。') &&
    Array.from(fixed).every(
      (char) => PUNCTUATION.has(char) || (isHan(char.charCodeAt(0)) && char.length === 1),
    )
  );
}

/** Put back one deleted user-defined pair: the single candidate with the fewest word pairs the document lacks. */
function withLostPair(readings: readonly Reading[], facts: Facts): Reading | undefined {
  const scored = new Map<string, { misses: number; reading: Reading }>();
  for (const reading of readings) {
    for (let split = 1; split < reading.units.length; split += 1) {
      const before = reading.units.slice(0, split).flat();
      const after = reading.units.slice(split).flat();
      for (const pair of userDefinedPairs()) {
        const fixed = gbkText([0xa1, ...before, ...pair, ...after]);
        if (fixed === undefined || scored.has(fixed) || !fixed.startsWith('。')) continue;
        if (!Array.from(fixed).every((char) => PUNCTUATION.has(char) || facts.known.has(char)))
          continue;
        scored.set(fixed, {
          misses: unseenPairs(fixed, facts.text),
          reading: { ...reading, fixed },
        });
      }
    }
  }
  const [best, next] = [...scored.values()].sort((a, b) => a.misses - b.misses);
  return best !== undefined && (next === undefined || next.misses > best.misses)
    ? best.reading
    : undefined;
}

function* userDefinedPairs(): Generator<readonly [number, number]> {
  for (const lead of USER_DEFINED_LEADS) {
    for (let trail = 0xa1; trail <= 0xfe; trail += 1) yield [lead, trail];
  }
}

/** Adjacent Han pairs of a reading that stand nowhere in the document. */
function unseenPairs(fixed: string, text: string): number {
  let misses = 0;
  for (let at = 1; at < fixed.length - 1; at += 1) {
    if (!isHan(fixed.charCodeAt(at)) || !isHan(fixed.charCodeAt(at + 1))) continue;
    if (!text.includes(fixed.slice(at, at + 2))) misses += 1;
  }
  return misses;
}

/** Text behind a real question mark uses the document's characters; text out of step is full of strangers. */
function looksDamaged(run: string, known: ReadonlySet<string>): boolean {
  const han = Array.from(run).filter((char) => isHan(char.charCodeAt(0)));
  return han.length >= 4 && han.filter((char) => !known.has(char)).length * 2 > han.length;
}
