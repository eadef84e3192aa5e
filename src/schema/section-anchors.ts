import type { Kind } from './kinds.ts';

/** Ids of the sections that the page template of each kind may show, beside the headings of the body. */
export const SECTION_ANCHORS = {
  problem: ['signs', 'causes', 'questions', 'measures', 'checklists'],
  measure: ['treats', 'steps', 'outcomes', 'limits', 'risks', 'meets', 'checklists'],
  standard: ['criteria', 'guards', 'support'],
  wuhua: ['criteria', 'guards', 'support'],
  checklist: [],
  term: ['definition', 'members', 'confusable'],
  source: ['record', 'damage', 'history', 'cited-by'],
} as const satisfies Record<Kind, readonly string[]>;

/** Sections that the page of any kind may show. */
export const COMMON_ANCHORS = ['notes', 'cites', 'links'] as const;
