import { z } from 'astro/zod';
import { citeKeys, commonFields, itemId, link, sentence, validity } from './fields.ts';

/** 标准条目: one thing that can be looked at and judged. Written once; checklists refer to it by id. */
export const criterion = z.strictObject({
  /** Stable id `<standard id>.<nn>` (五化: `wuhua.<id>.<nn>`); never reused. */
  id: itemId,
  /** The requirement, as a sentence that can be answered by yes or no. */
  text: sentence,
  /** 分组: heading under which it stands, e.g. 会前. */
  group: sentence.optional(),
  /** 佐证材料. */
  evidence: z.array(sentence).default([]),
  /** 频次, e.g. 每月一次. */
  frequency: sentence.optional(),
  /** 依据: a rule in words, e.g. 《中国共产党支部工作条例（试行）》第十一条. */
  basis: sentence.optional(),
  /** 分值: only where the source scores it. */
  score: z.number().positive().optional(),
  /** True where no source puts this criterion under this standard (编者关联). */
  editorial: z.boolean().default(false),
  /** True where the source gives the name only (原文未释义). */
  undefinedInSource: z.boolean().default(false),
  cite: citeKeys,
});

const standardFields = {
  ...commonFields,
  criteria: z.array(criterion).min(1, '至少写一条'),
  /** 时效: whether the standard still holds. */
  validity,
  /** 支撑本标准的措施 that declare no single criterion. */
  supports: z.array(link).default([]),
  /** 防范的问题. */
  guards: z.array(link).default([]),
};

/** 标准: a yardstick named by a source. */
export const standardSchema = z.strictObject(standardFields);

/** 五化: the overview and the five criteria groups. */
export const wuhuaSchema = z.strictObject({
  ...standardFields,
  /** Place in the row of doors: 0 = overview, 1–5. */
  order: z.number().int().min(0).max(5),
});
