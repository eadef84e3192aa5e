import { z } from 'astro/zod';

/** The part of ingest's `report.json` that the site reads. Offsets are UTF-16 code units into `text`. */
export const libraryReportSchema = z.object({
  input: z.string(),
  title: z.string().nullable(),
  author: z.string().nullable(),
  org: z.string().nullable(),
  publication: z.string().nullable(),
  date: z.string().nullable(),
  outline: z.array(
    z.object({
      level: z.number().int().min(1),
      heading: z.string(),
      type: z.string(),
      form: z.string(),
      offset: z.number().int().min(0),
    }),
  ),
  text: z.string(),
  references: z.array(z.string()).optional(),
  warnings: z.array(z.object({ rule: z.string(), message: z.string() })).default([]),
});

/** A report as the site reads it. */
export type LibraryReport = z.infer<typeof libraryReportSchema>;
