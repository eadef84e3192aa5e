import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { SCHEMAS } from './entry.ts';
import { KIND_NAMES } from './kinds.ts';
import { renderSkeleton } from './skeleton.ts';

test.each(KIND_NAMES)('the skeleton of a %s passes its own schema and is a draft', (kind) => {
  const [, yaml = ''] = renderSkeleton(kind, 'new-entry').split('---\n');
  const result = SCHEMAS[kind].safeParse(parse(yaml));
  expect(result.error?.issues ?? []).toEqual([]);
  expect(result.data?.draft).toBe(true);
});
