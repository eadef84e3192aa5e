import type { Kind } from '../schema/kinds.ts';

/** The opening sentence of each index page. */
export const INDEX_LEADS: Record<Kind, string> = {
  problem: '先看表现对不对得上，再找成因和办法。按五化维度归组，维度由编者据对应措施归拢。',
  measure: '每条措施写明谁来做、做什么、多久一次、拿什么佐证，并标出处。按五化维度归组。',
  standard: '来源中成套的尺子，逐条可对照检查。',
  wuhua: '五化只有名称见于来源，各项条目由编者从其他来源归拢，逐条注明出处。',
  checklist: '开会、检查、自评时直接打印或在屏幕上填写，可下载 Word 与表格。',
  term: '按拼音首字母排列，同名异义的都写明区别。',
  source: '每部来源的著录、时效、底本损坏情况，以及引用它的条目。',
};
