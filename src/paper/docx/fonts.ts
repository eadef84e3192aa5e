import type { IFontAttributesProperties } from 'docx';

/**
 * Fonts of a Word document, set for East Asian and Latin text one by one: without `eastAsia` Word takes the theme's font
 * and sets Chinese in it. A face that a machine lacks (小标宋 is not part of Windows) is replaced by 宋体 there.
 */
export const FONTS = {
  song: face('宋体'),
  hei: face('黑体'),
  kai: face('楷体'),
  fangsong: face('仿宋'),
  title: face('方正小标宋简体'),
} as const;

function face(eastAsia: string): IFontAttributesProperties {
  return { ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman', eastAsia };
}
