import { z } from 'astro/zod';

/** Lower-case ASCII words joined by single hyphens: what may stand in a URL. */
export const ENTRY_ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/u;

/** `<entry id>.<number or word>`, e.g. `wuhua.zhendi.03`: the id of a criterion or of a local checklist item. */
export const ITEM_ID = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)+$/u;

/** The kinds of organisation a practice was made for. 通用 = the source does not bind it to one kind. */
export const AUDIENCES = [
  '机关',
  '事业单位',
  '国企',
  '科研院所',
  '铁路',
  '施工企业',
  '农垦',
  '农村',
  '社区',
  '非公企业和社会组织',
  '高校',
  '通用',
] as const;

/** How far a rule or a practice still holds. */
export const VALIDITIES = ['现行有效', '已修订', '已废止', '时效性', '未核验'] as const;

/** Id of an entry, e.g. `two-skins`. */
export const entryId = z.string().regex(ENTRY_ID, '应为小写字母、数字和连字符，如 two-skins');

/** Id of a criterion or a local checklist item. */
export const itemId = z.string().regex(ITEM_ID, '应为“条目 id.序号”，如 wuhua.zhendi.03');

/** One sentence or phrase of ours, not empty, without line breaks. */
export const sentence = z
  .string()
  .trim()
  .min(1, '不能为空')
  .refine((value) => !value.includes('\n'), '应写在一行里，不换行');

/**
 * A citation: the place in a source that backs a statement.
 * `id` is the letter by which statements of this entry refer to it.
 */
export const citation = z.strictObject({
  /** Letter(s) by which statements refer to it: `a`, `b` …; shown as [1], [2] … in order. */
  id: z.string().regex(/^[a-z]{1,2}$/u, '应为一两个小写字母，如 a'),
  /** Id of a source entry. */
  source: entryId,
  /** Heading path in the source, levels joined by ` > `; for a regulation the article (第十一条). */
  at: sentence,
  /** A literal phrase of at most 12 characters that stands in the cited paragraph, to link to that very paragraph. */
  quote: z.string().min(2).max(12).optional(),
});

/** The letters of the citations that back one statement; several are joined without a space: `[a, c]`. */
export const citeKeys = z.array(z.string().regex(/^[a-z]{1,2}$/u)).default([]);

/** A statement with the citations that back it. Without any it is ours (编者) and shown as such. */
export const statement = z.strictObject({
  text: sentence,
  cite: citeKeys,
});

/** A link to another entry. */
export const link = z.strictObject({
  /** Id of the target entry. */
  to: entryId,
  /** True where no source states the relation (编者关联). */
  editorial: z.boolean().default(false),
  /** Why they are linked, when it is not plain. */
  note: sentence.optional(),
  cite: citeKeys,
});

/** A link to one criterion of a standard. */
export const criterionLink = z.strictObject({
  /** Id of the criterion, e.g. `wuhua.zhendi.03`. */
  to: itemId,
  editorial: z.boolean().default(false),
  note: sentence.optional(),
  cite: citeKeys,
});

/** Whether something still holds, and who looked when. */
export const validity = z.strictObject({
  status: z.enum(VALIDITIES),
  /** Day of the last check against the issuing body's own text (YYYY-MM-DD); null = never (未核验). */
  verifiedOn: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/u, '应为 YYYY-MM-DD，未核验写 null')
    .nullable(),
  /** What to watch out for: what replaced it, which words are of their time. */
  note: sentence.optional(),
});

/** What every entry carries. */
export const commonFields = {
  /** The words an officer would search for. */
  title: sentence,
  /** One sentence that says what the page gives. */
  summary: sentence,
  /** Other names under which people look for it; searched and shown. */
  aliases: z.array(sentence).default([]),
  /** 适用对象: for which kinds of organisation. */
  audience: z.array(z.enum(AUDIENCES)).min(1, '至少一个适用对象，不限对象写“通用”'),
  /** 年份: the year the practice or text is of (that of its source); leave out when the source gives none. */
  year: z.number().int().min(1921).max(2100).optional(),
  /** 出处: places in sources. */
  cites: z.array(citation).default([]),
  /** 相关: any entries worth reading next that no other relation names. */
  related: z.array(link).default([]),
  /** 编者注: remarks of the editors, shown apart from what sources say. */
  notes: z.array(sentence).default([]),
  /** True keeps the entry out of every build (drafts of ingest). */
  draft: z.boolean().default(false),
};
