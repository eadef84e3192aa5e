import { unified } from '@astrojs/markdown-remark';
import rehypeSlug from 'rehype-slug';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkGfm from 'remark-gfm';
import { rehypeBaseLinks } from './rehype-base-links.ts';
import { rehypeTightCites } from './rehype-tight-cites.ts';

/**
 * The one Markdown processor of the site.
 *
 * remark-cjk-friendly makes `**注意：**正文` bold, which CommonMark's flanking rules leave as asterisks;
 * smart punctuation stays off because it would turn `...` and `--` into English typography.
 *
 * @param base - URL prefix with slashes at both ends, put before links of the site.
 * @example
 * createMarkdownProcessor('/'); // for `markdown.processor` in astro.config.mjs：`**注意：**正文` → <strong>注意：</strong>正文
 */
export function createMarkdownProcessor(base: string): ReturnType<typeof unified> {
  return unified({
    remarkPlugins: [remarkGfm, remarkCjkFriendly],
    rehypePlugins: [rehypeSlug, [rehypeBaseLinks, { base }], rehypeTightCites],
    gfm: false,
    smartypants: false,
  });
}
