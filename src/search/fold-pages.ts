import { fold, type Simplified } from './fold.ts';
import type { SearchPage } from './types.ts';

/** The texts of a section, folded. */
export interface FoldedSection {
  /** Empty where the heading is not visible text. */
  readonly heading: string;
  readonly body: string;
}

/**
 * Fold every section of a site once, for all who need it.
 *
 * @param pages - The pages.
 * @param simplified - Conversion table of the index.
 * @returns For each page its sections, in order.
 * @example
 * foldPages([page], simplified)[0]?.[0]?.heading; // '三会一课'
 */
export function foldPages(pages: readonly SearchPage[], simplified: Simplified): FoldedSection[][] {
  return pages.map((page) =>
    page.sections.map(({ heading, headingVisible, body }) => ({
      heading: headingVisible ? fold(heading, simplified).text : '',
      body: fold(body, simplified).text,
    })),
  );
}
