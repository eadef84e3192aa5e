import { z } from 'astro/zod';
import { commonFields, entryId, sentence, validity } from './fields.ts';

/** 来源: an article, speech or regulation that entries cite. */
export const sourceSchema = z.strictObject({
  ...commonFields,
  genre: z.enum(['论文', '讲话', '经验', '问答', '法规', '标准文本', '报告']),
  /** 作者; for a regulation leave out and give `issuer`. */
  author: sentence.optional(),
  /** 作者单位. */
  organisation: sentence.optional(),
  /** 刊物、网站 or 文号. */
  publication: sentence.optional(),
  /** 期号、页码. */
  issue: sentence.optional(),
  /** As precise as known: `2017`, `2017-06`, `2021-04-02`. */
  date: z
    .string()
    .regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/u, '应为 YYYY、YYYY-MM 或 YYYY-MM-DD')
    .optional(),
  /** 发布机关 of a regulation. */
  issuer: sentence.optional(),
  /** 文号. */
  documentNumber: sentence.optional(),
  /** 时效 of a regulation; for articles the period their wording belongs to. */
  validity,
  /** 历次版本: dates and what happened, oldest first. */
  history: z.array(z.strictObject({ date: sentence, event: sentence })).default([]),
  /** 缺失的著录项, each said openly (原文未载). */
  missing: z.array(sentence).default([]),
  /** 损坏与修补: what is wrong with the copy at hand and what was repaired. */
  damage: z.array(sentence).default([]),
  /** Titles under which the library may hold the full text, when they differ from `title`. */
  originalTitles: z.array(sentence).default([]),
  /** Earlier or later version of the same regulation. */
  replaces: entryId.optional(),
});
