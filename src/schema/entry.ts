import type { z } from 'astro/zod';
import { checklistSchema } from './checklist.ts';
import type { Kind } from './kinds.ts';
import { measureSchema } from './measure.ts';
import { problemSchema } from './problem.ts';
import { sourceSchema } from './source.ts';
import { standardSchema, wuhuaSchema } from './standard.ts';
import { termSchema } from './term.ts';

/** The schema of each kind's front matter: the whole data model in one table. */
export const SCHEMAS = {
  problem: problemSchema,
  measure: measureSchema,
  standard: standardSchema,
  wuhua: wuhuaSchema,
  checklist: checklistSchema,
  term: termSchema,
  source: sourceSchema,
} as const satisfies Record<Kind, z.ZodType>;

/** Front matter of a kind after validation, defaults filled in. */
export type DataOf<K extends Kind> = z.infer<(typeof SCHEMAS)[K]>;

/** An entry as read from one file. */
export interface EntryOf<K extends Kind> {
  readonly kind: K;
  /** File name without extension; unique in the whole content. */
  readonly id: string;
  /** Path below the content root, with `/`. */
  readonly file: string;
  readonly data: DataOf<K>;
  /** MDX after the front matter. */
  readonly body: string;
  /** Line of the file on which the body starts, from 1. */
  readonly bodyLine: number;
}

/** Any entry; narrow by `kind`. */
export type Entry = { [K in Kind]: EntryOf<K> }[Kind];

/** One criterion of a standard or 五化 page. */
export type Criterion = DataOf<'standard'>['criteria'][number];
/** One row of a checklist: a reference to a criterion, or an item of its own. */
export type ChecklistItem = DataOf<'checklist'>['phases'][number]['items'][number];
/** A place in a source, with the letter by which statements refer to it. */
export type Citation = DataOf<'problem'>['cites'][number];
