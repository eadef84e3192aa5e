import type { Graph } from '../../graph/types.ts';
import { resolveChecklist } from '../resolve-checklist.ts';
import type { Download } from './make-downloads.ts';

/** Folder of the checklists' data scripts below the output folder. */
export const CHECKLIST_FOLDER = 'assets/checklists';

/**
 * List the data scripts of the forms, one for each checklist. They stand apart from the pages, so that a page's first
 * view is not held up by data that only filling in needs.
 *
 * @example
 * listChecklistData(graph)[0]?.name; // 'check-attendance.js'（组织生活考勤与通报清单）
 */
export function listChecklistData(graph: Graph): Download[] {
  return graph.entries.flatMap((entry): Download[] => {
    if (entry.kind !== 'checklist') return [];
    const script = `window.jgdjChecklist=${JSON.stringify(resolveChecklist(graph, entry))};\n`;
    return [{ name: `${entry.id}.js`, make: () => Promise.resolve(Buffer.from(script)) }];
  });
}
