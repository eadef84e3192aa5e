import type { Entry } from './entry.ts';

/**
 * List the names of an entry beside its title: aliases, then a term's abbreviations.
 *
 * @example
 * otherNamesOf(shuangChong); // ['双重组织生活制度']（双重组织生活）
 */
export function otherNamesOf(entry: Entry): string[] {
  return [...entry.data.aliases, ...(entry.kind === 'term' ? entry.data.abbreviations : [])];
}
