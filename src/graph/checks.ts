import { checkAliases } from './check-aliases.ts';
import { checkBodies } from './check-bodies.ts';
import { checkCitations } from './check-citations.ts';
import { checkIds } from './check-ids.ts';
import { checkReachable } from './check-reachable.ts';
import { checkRedundantLinks } from './check-redundant-links.ts';
import { checkTargets } from './check-targets.ts';
import type { CheckInput } from './types.ts';
import type { Finding } from '../schema/finding.ts';

/** Every check of the graph as a whole. Each lists all it finds and throws nothing. */
export const CHECKS: readonly ((input: CheckInput) => Finding[])[] = [
  checkIds,
  checkTargets,
  checkCitations,
  checkReachable,
  checkAliases,
  checkRedundantLinks,
  checkBodies,
];
