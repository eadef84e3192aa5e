import { expect, test } from 'vitest';
import { showSigns } from './block-signs.ts';

test.each([
  { text: '适用对象\u2060\n机关\n年份\u2060\n2019', shown: '适用对象：机关 · 年份：2019' },
  { text: '议题[1] \u200b编者关联\u200b\n佐证材料：', shown: '议题[1] · 编者关联 · 佐证材料：' },
  { text: '支撑措施： \u200b编者关联\u200b组织生活', shown: '支撑措施：编者关联 · 组织生活' },
  { text: '创新\u200b编者\u200b、工程', shown: '创新 · 编者、工程' },
  { text: '党员 大会', shown: '党员 大会' },
])('shows $shown', ({ text, shown }) => expect(showSigns(text)).toBe(shown));
