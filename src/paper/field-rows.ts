import type { ResolvedChecklist } from './types.ts';

type Field = ResolvedChecklist['head'][number];

/** A blank in its place on the line: `units` sixths of the width. */
export interface PlacedField {
  readonly field: Field;
  readonly units: number;
}

/** Height of a row of blanks in millimetres: on the head, for a signature, and for sentences at the foot. */
const ROW_MM = { head: 9, foot: 12, prose: 25 } as const;
/** What takes no sentences: a signature, a date, a count. */
const SHORT = /签字|签名|日期|票数$|多少项$/u;

/**
 * Whether a blank is there to write sentences in: one at the foot over the whole line that asks for no signature,
 * date or count.
 *
 * @example
 * holdsProse('foot', { id: 'main-points', label: '谈话要点', width: 'full' }); // true
 */
export function holdsProse(area: 'head' | 'foot', field: Field): boolean {
  return area === 'foot' && field.width === 'full' && !SHORT.test(field.label);
}

/**
 * Least height of a row of blanks in millimetres, on paper and in Word.
 *
 * @example
 * blankRowMm('foot', [{ id: 'sign', label: '主持人签字', width: 'half' }]); // 12
 */
export function blankRowMm(area: 'head' | 'foot', fields: readonly Field[]): number {
  return fields.some((field) => holdsProse(area, field)) ? ROW_MM.prose : ROW_MM[area];
}

/** Sixths of the line. */
const UNITS = { third: 2, half: 3, full: 6 } as const satisfies Record<Field['width'], number>;
const LINE = 6;

/**
 * Set blanks out in lines, as a page does: each takes its width, the last one of a line takes what is left.
 *
 * @example
 * placeFields([{ id: 'time', label: '时间', width: 'half' }]); // [[{ field: …, units: 6 }]]
 */
export function placeFields(fields: readonly Field[]): readonly (readonly PlacedField[])[] {
  const lines: PlacedField[][] = [];
  let left = 0;
  for (const field of fields) {
    const units = UNITS[field.width];
    if (units > left) {
      lines.push([]);
      left = LINE;
    }
    lines[lines.length - 1]?.push({ field, units });
    left -= units;
  }
  return lines.map((line) => stretchLast(line));
}

function stretchLast(line: readonly PlacedField[]): PlacedField[] {
  const taken = line.slice(0, -1).reduce((sum, { units }) => sum + units, 0);
  return line.map((placed, at) =>
    at === line.length - 1 ? { ...placed, units: LINE - taken } : placed,
  );
}
