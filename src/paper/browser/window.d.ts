import type { Part } from '../part.ts';
import type { Sheet } from '../sheet.ts';
import type { ResolvedChecklist } from '../types.ts';

declare global {
  interface Window {
    /** Set by the data script of a checklist page: the checklist as the page shows it. */
    jgdjChecklist?: ResolvedChecklist;
    /** Set by `checklist-docx.js`: makes the Word file of a checklist with what a sheet holds. */
    jgdjMakeDocx?: (checklist: ResolvedChecklist, sheet?: Sheet) => Promise<Blob>;
    /** Set by `checklist-xlsx.js`: makes Excel files, of one sheet (or a blank one) and of several side by side. */
    jgdjMakeXlsx?: {
      readonly sheet: (checklist: ResolvedChecklist, sheet?: Sheet) => Promise<Blob>;
      readonly summary: (checklist: ResolvedChecklist, sheets: readonly Sheet[]) => Promise<Blob>;
    };
    /** Set by `meeting.js`: takes the parts that the scripts below `assets/parts/` hand over. */
    jgdjPart?: (part: Part) => void;
  }
}
