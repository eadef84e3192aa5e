import type { ResolvedChecklist } from './types.ts';

type Field = ResolvedChecklist['head'][number];

/** A blank in its place on the line: `units` sixths of the width. */
export interface PlacedField {
  readonly field: Field;
  readonly units: number;
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
