/** What the blanks at the head of a form ask for that is known elsewhere too. */
export type AnsweredKey = 'title' | 'unit' | 'date' | 'place';

const ANSWERED: readonly { readonly label: RegExp; readonly key: AnsweredKey }[] = [
  { label: /^(?:会议|活动)名称/u, key: 'title' },
  { label: /^(?:被查|申报)?(?:党组织|党支部|支部|单位)|^主办/u, key: 'unit' },
  { label: /^(?:会议|活动)?时间|日期$/u, key: 'date' },
  { label: /^(?:会议|活动|检查)?地点/u, key: 'place' },
];

/**
 * Tell by its label whether a blank asks for the name of the meeting, the unit, the date or the place.
 *
 * @returns Undefined for a blank that asks for anything else.
 * @example
 * answeredKey('被查党组织名称'); // 'unit'
 * answeredKey('主持人'); // undefined
 */
export function answeredKey(label: string): AnsweredKey | undefined {
  return ANSWERED.find((answered) => answered.label.test(label))?.key;
}
