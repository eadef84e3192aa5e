import { AlignmentType, Footer, PageNumber, PageOrientation, Paragraph, TextRun } from 'docx';
import type { ISectionOptions, IPropertiesOptions } from 'docx';
import { FONTS } from './fonts.ts';

/** Margins of a checklist in millimetres, on paper and in Word; the left one leaves room for binding. */
export const CHECKLIST_MARGINS = { top: 18, right: 18, bottom: 18, left: 25 } as const;

/**
 * Turn millimetres into twips (1/20 pt), rounded to the nearest.
 *
 * The library's own conversion rounds down, which makes A4 11905 twips wide; Word then calls it a custom size.
 *
 * @example
 * toTwips(210); // 11906（A4 纸宽）
 */
export function toTwips(mm: number): number {
  return Math.round((mm * 1440) / 25.4);
}

/**
 * Page properties and foot of a section: A4, page number as in GB/T 9704 (— 1 —, 4 号半角宋体, outer edge), and a small
 * line that says what the sheet is.
 *
 * @example
 * sectionFrame('landscape', '换届办理清单 · 版本 2026-11-01').footers.default; // 奇数页页脚
 */
export function sectionFrame(
  orientation: 'portrait' | 'landscape',
  footLine: string,
): Pick<ISectionOptions, 'properties' | 'footers'> {
  const { top, right, bottom, left } = CHECKLIST_MARGINS;
  return {
    properties: {
      page: {
        // The library swaps the two lengths itself for landscape.
        size: {
          width: toTwips(210),
          height: toTwips(297),
          orientation:
            orientation === 'landscape' ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          top: toTwips(top),
          right: toTwips(right),
          bottom: toTwips(bottom),
          left: toTwips(left),
          header: toTwips(10),
          footer: toTwips(8),
          gutter: 0,
        },
      },
    },
    footers: {
      default: pageFoot(footLine, AlignmentType.RIGHT),
      even: pageFoot(footLine, AlignmentType.LEFT),
    },
  };
}

/**
 * Document-wide settings shared by every file: author, language, body style, even and odd feet.
 *
 * @example
 * new Document({ ...documentFrame('主题党日六步清单', '六个规定动作逐项核对'), sections });
 */
export function documentFrame(
  title: string,
  description: string,
): Omit<IPropertiesOptions, 'sections'> {
  const run = {
    font: FONTS.song,
    size: 21,
    language: { value: 'en-US', eastAsia: 'zh-CN' },
  };
  return {
    title,
    description,
    subject: title,
    creator: '机关党建知识库',
    lastModifiedBy: '机关党建知识库',
    evenAndOddHeaderAndFooters: true,
    styles: {
      default: { document: { run } },
      paragraphStyles: [{ id: 'Normal', name: 'Normal', quickFormat: true, run }],
    },
  };
}

function pageFoot(line: string, alignment: (typeof AlignmentType)['LEFT' | 'RIGHT']): Footer {
  const number = new Paragraph({
    alignment,
    // One 4 号 character in from the edge.
    indent: { left: 280, right: 280 },
    children: [
      new TextRun({
        font: FONTS.song,
        size: 28,
        children: ['— ', PageNumber.CURRENT, ' —'],
      }),
    ],
  });
  const about = new Paragraph({
    alignment: AlignmentType.LEFT,
    children: [new TextRun({ text: line, size: 18 })],
  });
  return new Footer({ children: [about, number] });
}
