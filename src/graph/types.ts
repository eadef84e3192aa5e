import type { Criterion, Entry, EntryOf } from '../schema/entry.ts';
import type { RelationName } from './relations.ts';

/** One declared link, from the entry that declares it. */
export interface Edge {
  readonly rel: RelationName;
  /** Id of the declaring entry. */
  readonly from: string;
  /** Id of the entry it leads to; for a criterion link the entry that owns the criterion. */
  readonly to: string;
  /** Id of the criterion, for relations that point to one. */
  readonly criterion?: string;
  /** 编者关联: no source states the relation. */
  readonly editorial: boolean;
  readonly note?: string;
}

/** A criterion together with the standard it stands in. */
export interface CriterionPlace {
  readonly criterion: Criterion;
  readonly standard: EntryOf<'standard'> | EntryOf<'wuhua'>;
}

/** The whole content, linked both ways. Made once per build and never changed. */
export interface Graph {
  /** All entries that are not drafts, by kind in display order, then by id. */
  readonly entries: readonly Entry[];
  readonly byId: ReadonlyMap<string, Entry>;
  readonly criteria: ReadonlyMap<string, CriterionPlace>;
  /** Declared links by the id of the declaring entry, in order of declaration. */
  readonly outgoing: ReadonlyMap<string, readonly Edge[]>;
  /** The same links by the id of the entry they lead to. */
  readonly incoming: ReadonlyMap<string, readonly Edge[]>;
}

/** An entry with a way back to the lines of its file. */
export interface LocatedEntry {
  readonly entry: Entry;
  readonly lineOf: (path: readonly (string | number)[]) => number;
}

/** What the checks look at. */
export interface CheckInput {
  /** Every valid entry, also those whose id another file already has. */
  readonly located: readonly LocatedEntry[];
  readonly graph: Graph;
  /** Ids of files whose front matter could not be read: links to them are no further finding. */
  readonly unreadable: ReadonlySet<string>;
}
