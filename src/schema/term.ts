import { z } from 'astro/zod';
import { citeKeys, commonFields, link, sentence, entryId } from './fields.ts';

/** 术语: what a word of the field means. */
export const termSchema = z.strictObject({
  ...commonFields,
  /** 释义 in plain words; for an undefined name what the source does say. */
  definition: sentence,
  /** Citations that back the definition; none = 编者释义. */
  cite: citeKeys,
  /** 简称. */
  abbreviations: z.array(sentence).default([]),
  /** Reading with spaces, where the usual reading would be wrong or ambiguous: `san hui yi ke`. */
  pinyin: z
    .string()
    .regex(/^[a-zü]+(?: [a-zü]+)*$/u, '应为小写无调音节，空格隔开')
    .optional(),
  /** True where the source leaves the name unexplained (原文未释义). */
  undefinedInSource: z.boolean().default(false),
  /** 成员: the parts of a numbered name, e.g. the four items of 三会一课. */
  members: z.array(z.strictObject({ text: sentence, cite: citeKeys })).default([]),
  /** 易混: terms that share the name or the abbreviation but mean something else. */
  confusable: z.array(z.strictObject({ to: entryId, note: sentence })).default([]),
  /** 参见. */
  see: z.array(link).default([]),
});
