import { z } from 'astro/zod';
import { citeKeys, commonFields, entryId, sentence, statement } from './fields.ts';

/** 问题: what goes wrong, how to notice it, why it happens. Its measures are declared by the measures (`treats`). */
export const problemSchema = z.strictObject({
  ...commonFields,
  /** 表现: signs that one can observe. */
  signs: z.array(statement).min(1, '至少写一条表现'),
  /** 成因: why it happens; `to` where the cause is a problem page itself. */
  causes: z
    .array(z.strictObject({ text: sentence, cite: citeKeys, to: entryId.optional() }))
    .default([]),
  /** 自查: questions a branch can put to itself, answered by yes or no. */
  questions: z.array(sentence).min(1, '至少写一个自查问题'),
});
