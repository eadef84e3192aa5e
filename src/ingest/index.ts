/** The public names of ingest; everything else is internal. */
export { findDuplicates } from './duplicates/find-duplicates.ts';
export { ingestDocument } from './pipeline.ts';
export type { IngestedArticle, IngestOptions, IngestResult } from './pipeline.ts';
export { RULES, WARNING_RULES } from './rules.ts';
export type { RuleId, WarningRuleId } from './rules.ts';
export type {
  DecodedInput,
  Duplicate,
  LedgerRow,
  OutlineNode,
  Report,
  StructureMark,
} from './types.ts';
