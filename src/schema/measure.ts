import { z } from 'astro/zod';
import { citeKeys, commonFields, criterionLink, link, sentence, statement } from './fields.ts';

/** 措施: something to do, step by step, for one or more problems. */
export const measureSchema = z
  .strictObject({
    ...commonFields,
    /** 解决的问题. */
    treats: z.array(link).min(1, '至少对应一个问题'),
    /** 支撑的标准条目. */
    meets: z.array(criterionLink).default([]),
    /** Why it meets no criterion; required when `meets` is empty. */
    meetsNone: sentence.optional(),
    /** 怎么做: steps in order. */
    steps: z
      .array(
        z.strictObject({
          /** 做什么. */
          do: sentence,
          /** 谁: who is responsible. */
          who: sentence.optional(),
          /** 多久一次、何时. */
          when: sentence.optional(),
          /** 佐证材料: what shows that it was done. */
          evidence: sentence.optional(),
          cite: citeKeys,
        }),
      )
      .min(1, '至少写一步'),
    /** 成效: what the source says came of it, as a claim of the source. */
    outcomes: z.array(statement).default([]),
    /** 不适用: when it does not fit. */
    limits: z.array(statement).default([]),
    /** 风险: what can go wrong. */
    risks: z.array(statement).default([]),
  })
  .refine((measure) => measure.meets.length > 0 || measure.meetsNone !== undefined, {
    path: ['meets'],
    message: '没有对应的标准条目时，用 meetsNone 写明原因',
  });
