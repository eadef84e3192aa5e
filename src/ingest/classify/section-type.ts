import type { SectionType } from '../types.ts';
import { CUES } from './cues.ts';

/** A heading as classification sees it. */
export interface Section {
  readonly level: number;
  readonly heading: string;
}

/** Types that a section passes on to sections without a cue of their own. */
const INHERITED = new Set<SectionType>([
  'problem',
  'cause',
  'measure',
  'standard',
  'outcome',
  'significance',
  'procedure',
]);

/** A cue at least this strong speaks against the parent; weaker ones only where no parent has a type. */
const OWN = 4;

/**
 * Tell what each section is about, from the cues of its heading, else from the section above it.
 *
 * Under 问题 and 原因 a heading of that kind names single problems (重视不够), so weak cues do not outvote the parent;
 * a strong cue does (a section 破解…问题 among measures is still about measures).
 *
 * @returns One type a section, in order; `other` where nothing tells.
 * @example
 * classifySections([{ level: 1, heading: '二、存在的问题' }, { level: 2, heading: '（一）形式单一' }]); // ['problem', 'problem']
 */
export function classifySections(sections: readonly Section[]): SectionType[] {
  const open: { level: number; type: SectionType }[] = [];
  return sections.map(({ level, heading }) => {
    while (open.length > 0 && (open.at(-1)?.level ?? 0) >= level) open.pop();
    const parent = open.at(-1)?.type ?? 'other';
    const cue = strongestCue(heading);
    const type = decide(cue, parent);
    open.push({ level, type });
    return type;
  });
}

function decide(
  cue: { type: SectionType; weight: number } | undefined,
  parent: SectionType,
): SectionType {
  if (cue === undefined) return INHERITED.has(parent) ? parent : 'other';
  if (!INHERITED.has(parent)) return cue.type;
  // Under problems, causes, outcomes and reasons the sub-headings name instances of them in any words.
  if (
    parent === 'problem' ||
    parent === 'cause' ||
    parent === 'outcome' ||
    parent === 'significance'
  ) {
    return cue.weight > OWN && cue.type !== 'measure' && cue.type !== parent ? cue.type : parent;
  }
  if (parent === 'measure')
    return cue.type === 'standard' && cue.weight >= OWN ? 'standard' : parent;
  return parent;
}

/** The strongest cue of a heading; among equals the one that ends last. */
function strongestCue(heading: string): { type: SectionType; weight: number } | undefined {
  const text = heading.replace(
    /^(?:第.{1,4}[章节条]|[（(]?[一二三四五六七八九十\d.]+[）)]?[、.．]?\s*|[一二三四五六七八九十]+[是要看]|第[一二三四五六七八九十]，|首先，|其次，)/u,
    '',
  );
  let best: { type: SectionType; weight: number; end: number } | undefined;
  for (const { type, weight, pattern } of CUES) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const end = match.index + match[0].length;
    if (best === undefined || weight > best.weight || (weight === best.weight && end > best.end))
      best = { type, weight, end };
  }
  return best;
}
