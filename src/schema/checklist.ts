import { z } from 'astro/zod';
import { citeKeys, commonFields, itemId, sentence } from './fields.ts';

/** An item that refers to a criterion: its id, wording, evidence and basis are the criterion's. */
const criterionItem = z.strictObject({
  /** Id of the criterion. */
  criterion: itemId,
  /** True where putting this criterion on this list is our own arrangement. */
  editorial: z.boolean().default(false),
});

/** An item that only this checklist has. */
const localItem = z.strictObject({
  /** Stable id `<checklist id>.<nn>`; never reused. */
  id: itemId,
  /** What to check, as a statement that is true or false. */
  text: sentence,
  /** 依据 in words. */
  basis: sentence.optional(),
  /** 佐证材料. */
  evidence: z.array(sentence).default([]),
  /** 频次或时限. */
  frequency: sentence.optional(),
  /** 分值: only where a source scores it. */
  score: z.number().positive().optional(),
  cite: citeKeys,
});

/** A blank at the head or foot of the form. */
const formField = z.strictObject({
  /** Key for saving and export, e.g. `unit`. */
  id: z.string().regex(/^[a-z][a-z0-9-]*$/u),
  label: sentence,
  /** How much of the line the blank takes. */
  width: z.enum(['third', 'half', 'full']).default('half'),
});

/** 清单: a form for a meeting or an inspection. */
export const checklistSchema = z.strictObject({
  ...commonFields,
  /** 版本日期 (YYYY-MM-DD): change it whenever an item changes. */
  version: z.string().regex(/^\d{4}-\d{2}-\d{2}$/u, '应为 YYYY-MM-DD'),
  /** 用途: 会议 = minutes and attendance; 检查 = inspection; 自评 = self-assessment; 办理 = a procedure with deadlines. */
  use: z.enum(['会议', '检查', '自评', '办理']),
  /** When to take it out, in one sentence. */
  when: sentence,
  /** Blanks at the head: 单位、时间、地点 … */
  head: z.array(formField).min(1),
  /** Parts of the form in order: 会前/会中/会后 or subjects. */
  phases: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z][a-z0-9-]*$/u),
        title: sentence,
        items: z.array(z.union([criterionItem, localItem])).min(1),
      }),
    )
    .min(1),
  /** Whether “否” rows need 整改措施、责任人、完成时限. */
  rectification: z.boolean().default(true),
  /** Signatures and remarks at the foot. */
  foot: z.array(formField).min(1),
  /** Landscape where the columns need it. */
  orientation: z.enum(['portrait', 'landscape']).default('portrait'),
});
