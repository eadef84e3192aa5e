import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { KINDS } from './schema/kinds.ts';
import { readSettings } from './site/settings.ts';

const folders = Object.values(KINDS).map((info) => info.folder);

/**
 * The MDX bodies. Front matter is not validated here but by the graph, which reads the same files
 * and reports every fault of the whole content at once, with lines.
 */
const entries = defineCollection({
  loader: glob({
    base: readSettings(process.env).content,
    pattern: `{${folders.join(',')}}/*.mdx`,
    generateId: ({ entry }) => entry.replace(/\.mdx$/u, ''),
  }),
});

/** The one collection: the bodies of the entries of every kind. */
export const collections = { entries };
