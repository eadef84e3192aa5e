import { stringify } from 'yaml';
import { escapeMdxLine } from '../emit/escape-markdown.ts';
import type { Draft } from './make-drafts.ts';

/**
 * Write a draft as MDX: its front matter, then the source passage as a quotation, to be replaced by the editor's words.
 *
 * @returns The file's content; nothing of the source is read as markup or code.
 * @example
 * emitDraft(draft).includes('## 原文（发布前删去）'); // true
 */
export function emitDraft(draft: Draft): string {
  const quotation = draft.excerpt
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => `> ${escapeMdxLine(line)}`)
    .join('\n>\n');
  return `---\n${stringify(draft.data, { lineWidth: 0, version: '1.1' })}---\n\n## 原文（发布前删去）\n\n${quotation}\n`;
}
