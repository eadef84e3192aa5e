import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { KINDS } from '../../../schema/kinds.ts';
import { readLibrary } from '../../io/library.ts';
import { emitDraft } from '../emit-draft.ts';
import { makeDrafts } from '../make-drafts.ts';
import { compareWith } from '../similar-entries.ts';
import { readKnownEntries, toKey } from './read-known-entries.ts';

/** Folder of the library that holds drafts: `_drafts/<slug>/<kind folder>/<id>.mdx`. */
export const DRAFTS = '_drafts';

/**
 * Write candidate entries for the articles of a library. An article's drafts are replaced as a whole: whoever edits one
 * moves it into the content folder first.
 *
 * @param library - The library.
 * @param content - Content folder, for suggested links and free ids.
 * @returns How many drafts there are, by article.
 * @throws If a report is damaged or a folder cannot be written.
 * @example
 * await writeDrafts('content/library', 'content'); // Map { 'ji-guan-dang-jian' => 12 } (机关党建)
 */
export async function writeDrafts(library: string, content: string): Promise<Map<string, number>> {
  const { entries, sources } = await readKnownEntries(content);
  const suggest = compareWith(entries);
  const taken = new Set(entries.map((entry) => entry.id));
  const counts = new Map<string, number>();
  for await (const { slug, report } of readLibrary(library)) {
    const source = sources.get(toKey(report.title ?? '')) ?? slug;
    const drafts = makeDrafts(report, { slug, suggest, source, taken });
    const building = join(library, DRAFTS, `.${slug}-${process.pid}`);
    await mkdir(building, { recursive: true });
    for (const draft of drafts) {
      taken.add(draft.id);
      const folder = join(building, KINDS[draft.kind].folder);
      await mkdir(folder, { recursive: true });
      await writeFile(join(folder, `${draft.id}.mdx`), emitDraft(draft));
    }
    const target = join(library, DRAFTS, slug);
    await rm(target, { recursive: true, force: true });
    if (drafts.length > 0) await rename(building, target);
    else await rm(building, { recursive: true });
    counts.set(slug, drafts.length);
  }
  return counts;
}
