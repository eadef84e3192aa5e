import type { PackPart } from './pack.ts';

/** A pack of parts for one occasion, ready to take. */
export interface ReadyPack {
  readonly id: string;
  readonly title: string;
  /** What it is for, in one sentence. */
  readonly summary: string;
  readonly parts: readonly PackPart[];
}

/** Packs for the usual occasions of a branch. Ids are those of entries; `sign-in`, `ledger`, `notes` are blank forms. */
export const READY_PACKS: readonly ReadyPack[] = [
  {
    id: 'three-meetings',
    title: '三会一课',
    summary: '会前核对、会上记录、会后归档，党课另有一张清单。',
    parts: [
      { id: 'check-three-meetings' },
      { id: 'check-party-lecture' },
      { id: 'three-meetings' },
      { id: 'san-hui-yi-ke' },
      { id: 'sign-in' },
      { id: 'notes', count: 2 },
    ],
  },
  {
    id: 'life-meeting',
    title: '组织生活会',
    summary: '从谈心谈话、查摆问题到整改台账。',
    parts: [
      { id: 'check-life-meeting' },
      { id: 'check-heart-talk' },
      { id: 'lively-life-meeting' },
      { id: 'zu-zhi-sheng-huo-hui' },
      { id: 'sign-in' },
      { id: 'ledger' },
      { id: 'notes', count: 2 },
    ],
  },
  {
    id: 'theme-day',
    title: '主题党日',
    summary: '六个规定动作逐项核对，附签到表。',
    parts: [
      { id: 'check-theme-day' },
      { id: 'theme-day-six' },
      { id: 'zhu-ti-dang-ri' },
      { id: 'sign-in' },
      { id: 'notes', count: 1 },
    ],
  },
  {
    id: 'election',
    title: '换届选举',
    summary: '从请示到归档的步骤与时限，附到会签到。',
    parts: [
      { id: 'check-election' },
      { id: 'secretary-election' },
      { id: 'secretary-criteria' },
      { id: 'sign-in', count: 40 },
      { id: 'notes', count: 1 },
    ],
  },
  {
    id: 'duty-report',
    title: '述职评议',
    summary: '述职、评议、定等次和整改各要准备什么。',
    parts: [
      { id: 'check-duty-report' },
      { id: 'two-way-report' },
      { id: 'assessment-parts' },
      { id: 'shu-zhi-ping-yi' },
      { id: 'sign-in' },
      { id: 'ledger' },
    ],
  },
  {
    id: 'half-year',
    title: '半年自查',
    summary: '“五化”、十个方面、基础台账和督察七项，一次查清。',
    parts: [
      { id: 'check-wuhua' },
      { id: 'check-ten-aspects' },
      { id: 'check-five-ones' },
      { id: 'check-inspection' },
      { id: 'ledger', count: 20 },
    ],
  },
];
