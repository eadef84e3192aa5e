import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { describe, expect, test } from 'vitest';
import { SCHEMAS } from './entry.ts';
import { KIND_NAMES, type Kind } from './kinds.ts';

/** Fields that the style note's examples leave out, since all kinds carry them. */
const COMMON = { title: '三会一课', summary: '说清三会一课是哪三会、哪一课。', audience: ['通用'] };

const note = readFileSync('content/README.md', 'utf8');
const examples = [...note.matchAll(/```yaml (\w+)\n([\s\S]*?)```/gu)].map((match) => ({
  kind: toKind(match[1] ?? ''),
  data: parse((match[2] ?? '').replaceAll(/^---$/gmu, '')) as object,
}));

describe('the examples in the style note are what the schemas take', () => {
  test('there is one for each kind that is written by hand', () => {
    expect(examples.map(({ kind }) => kind)).toEqual([
      'term',
      'problem',
      'measure',
      'standard',
      'checklist',
    ]);
  });

  test.each(examples)('$kind', ({ kind, data }) => {
    const result = SCHEMAS[kind].safeParse({ ...COMMON, ...data });
    expect(result.error?.issues ?? []).toEqual([]);
  });
});

function toKind(name: string): Kind {
  const kind = KIND_NAMES.find((known) => known === name);
  if (kind === undefined) throw new Error(`content/README.md: unknown kind "${name}" in a fence`);
  return kind;
}
