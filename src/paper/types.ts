import type { DataOf } from '../schema/entry.ts';

/** A checklist item with everything a form shows, whether it comes from a criterion or from the checklist itself. */
export interface ResolvedItem {
  /** Id of the criterion, or of the local item. */
  readonly id: string;
  /** Running number in the whole checklist, from 1. */
  readonly number: number;
  /** The wording, exactly as written in the standard or the checklist. */
  readonly text: string;
  /** 依据 in words; absent where neither the criterion nor the item states one. */
  readonly basis?: string;
  readonly evidence: readonly string[];
  readonly frequency?: string;
  readonly score?: number;
  /** Site-relative URL of the criterion (`/standards/x/#x.01`); absent for local items. */
  readonly url?: string;
  /** Title of the standard the criterion belongs to; absent for local items. */
  readonly standard?: string;
  /** Place of the criterion in its standard, from 1. */
  readonly clause?: number;
  /** What of the item is the editors' own; absent where sources state all of it. */
  readonly editorial?: EditorialKind;
}

/**
 * `编者`: an item of the checklist that cites nothing. `编者关联`: putting the criterion on this list, or under its
 * standard, is our own arrangement.
 */
export type EditorialKind = '编者' | '编者关联';

/** A part of the form: 会前, 会中, 会后, or a subject. */
export interface ResolvedPhase {
  readonly id: string;
  readonly title: string;
  readonly items: readonly ResolvedItem[];
}

/** A standard the checklist draws on, with what its foot says about validity. */
export interface ResolvedBasis {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly status: string;
  /** Day of the last check (YYYY-MM-DD), or null (未核验). */
  readonly verifiedOn: string | null;
}

/** A source that the checklist itself cites for its own items. */
export interface ResolvedSource {
  readonly title: string;
  /** Regulations carry a state and a day of verification; articles do not. */
  readonly regulation: boolean;
  readonly status: string;
  readonly verifiedOn: string | null;
}

type ChecklistData = DataOf<'checklist'>;

/** A checklist ready for any medium: screen, paper, docx, xlsx and kb.json all take their wording from here. */
export interface ResolvedChecklist {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly version: ChecklistData['version'];
  readonly use: ChecklistData['use'];
  readonly when: string;
  /** As written, or landscape where the columns need it. */
  readonly orientation: ChecklistData['orientation'];
  readonly rectification: boolean;
  readonly head: ChecklistData['head'];
  readonly foot: ChecklistData['foot'];
  readonly phases: readonly ResolvedPhase[];
  /** Standards referred to, in order of first use. */
  readonly standards: readonly ResolvedBasis[];
  /** Sources that the checklist itself cites, in order of first use. */
  readonly sources: readonly ResolvedSource[];
  /** Sum of the scores, or undefined where no item has one. */
  readonly totalScore?: number;
}
