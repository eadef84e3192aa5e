/** A page of the site as a part of a meeting pack: what stands on paper, without controls. */
export interface Part {
  /** Entry id, or `sign-in`, `ledger`. */
  readonly id: string;
  readonly title: string;
  /** `form` for checklists and blank tables, `document` for everything set in GB/T 9704 type. */
  readonly as: 'form' | 'document';
  readonly orientation: 'portrait' | 'landscape';
  readonly html: string;
}
