import type { ResolvedBasis, ResolvedChecklist, ResolvedItem } from './types.ts';

/**
 * Say on what day the standards and regulations behind a checklist were last checked, in a few words for the foot of
 * each page.
 *
 * With several the oldest day counts; where some were never checked, that is said.
 *
 * @example
 * describeVerification([{ verifiedOn: '2026-11-22' }]); // '核验 2026-11-22'
 * describeVerification([{ verifiedOn: null }]); // '依据未核验'
 */
export function describeVerification(
  bases: readonly { readonly verifiedOn: string | null }[],
): string {
  const days = bases.flatMap((basis) => basis.verifiedOn ?? []).sort();
  const oldest = days[0];
  if (oldest === undefined) return bases.length > 0 ? '依据未核验' : '编者自拟，无外部依据核验';
  return days.length < bases.length ? `核验 ${oldest}（部分依据未核验）` : `核验 ${oldest}`;
}

/**
 * The line at the foot of each printed page: title, version, day of verification.
 *
 * @example
 * footLine(checklist); // '三会一课会议记录核对清单 · 版本 2026-11-22 · 核验 2026-11-22'
 */
export function footLine(checklist: ResolvedChecklist): string {
  const { title, version, standards, sources } = checklist;
  const bases = [...standards, ...sources.filter((source) => source.regulation)];
  return `${title} · 版本 ${version} · ${describeVerification(bases)}`;
}

/**
 * The standards a checklist draws on and the sources it cites, for the end of the form.
 *
 * @example
 * basisLine(checklist); // '依据标准：组织生活正常化（现行有效，核验 2026-11-22）。出处：《……》。'
 */
export function basisLine({ standards, sources }: ResolvedChecklist): string {
  const basis = standards.map((standard) => `${standard.title}${describeState(standard)}`);
  const cited = sources.map((source) => {
    const title = source.title.startsWith('《') ? source.title : `《${source.title}》`;
    return source.regulation ? `${title}${describeState(source)}` : title;
  });
  return [
    basis.length > 0 ? `依据标准：${basis.join('、')}。` : '',
    cited.length > 0 ? `出处：${cited.join('、')}。` : '',
  ].join('');
}

function describeState({
  status,
  verifiedOn,
}: Pick<ResolvedBasis, 'status' | 'verifiedOn'>): string {
  const checked = verifiedOn === null ? '未核验' : `核验 ${verifiedOn}`;
  return status === '未核验' ? `（${checked}）` : `（${status}，${checked}）`;
}

/**
 * The basis of an item in words: the rule it states, else the clause of the standard it is written in.
 *
 * @returns Undefined for an item of the editors that names no rule.
 * @example
 * basisOf(item); // '《中国共产党支部工作条例（试行）》第十一条'
 */
export function basisOf(item: ResolvedItem): string | undefined {
  if (item.basis !== undefined || item.standard === undefined) return item.basis;
  return `${item.standard}第${String(item.clause)}条`;
}

/**
 * Evidence as one text, for cells that hold no list.
 *
 * @example
 * joinEvidence({ …, evidence: ['会议记录', '签到表'] }); // '会议记录；签到表'
 */
export function joinEvidence(item: ResolvedItem): string {
  return item.evidence.join('；');
}
