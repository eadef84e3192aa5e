/** One setting of how pages look: the attribute of `<html>` that the style sheet reads, and its choices. */
export interface DisplaySetting {
  /** Name of the data attribute and of the stored key, e.g. `size`. */
  readonly name: 'size' | 'theme';
  readonly label: string;
  /** Value and label; the empty value is the default and sets no attribute. */
  readonly choices: readonly (readonly [value: string, label: string])[];
}

/** What a reader can set. The larger sizes follow the usual 适老化 steps: 大 about 19 px, 特大 24 px. */
export const DISPLAY_SETTINGS: readonly DisplaySetting[] = [
  {
    name: 'size',
    label: '字号',
    choices: [
      ['', '标准'],
      ['large', '大'],
      ['huge', '特大'],
    ],
  },
  {
    name: 'theme',
    label: '配色',
    choices: [
      ['', '随系统'],
      ['light', '浅色'],
      ['dark', '深色'],
    ],
  },
];

/**
 * Keep a stored value only if it is one of the choices: what stands in storage may be anything.
 *
 * @example
 * toChoice(DISPLAY_SETTINGS[0]!, '<特大>'); // ''
 */
export function toChoice(setting: DisplaySetting, stored: string | null): string {
  return setting.choices.some(([value]) => value === stored) ? (stored ?? '') : '';
}
