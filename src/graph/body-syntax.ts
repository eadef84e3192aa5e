/** Components that may stand in a body without an import. */
export const BODY_COMPONENTS = ['Cite', 'Note', 'Undefined'] as const;

/** A piece of a body that checks look at, with its line from 1 within the body. */
export interface BodyPiece {
  readonly line: number;
  readonly value: string;
}

/** What the checks need to know of an MDX body. */
export interface BodySyntax {
  /** Keys of `<Cite id="…" />`. */
  readonly cites: readonly BodyPiece[];
  /** Site-internal link targets, e.g. `/terms/san-hui-yi-ke/#members`. */
  readonly links: readonly BodyPiece[];
  /** Texts of headings of level 2 to 6. */
  readonly headings: readonly BodyPiece[];
  /** Faults: level-1 headings, unknown components, expressions. */
  readonly faults: readonly BodyPiece[];
}

const CITE = /<Cite\s+id="([^"]*)"\s*\/>/gu;
const MARKDOWN_LINK = /\]\((\/[^)\s]*)\)/gu;
const HEADING = /^(#{1,6})\s+(.+?)\s*#*$/u;
const TAG = /<\/?([A-Za-z][A-Za-z0-9]*)/gu;
const EXPRESSION = /[{}]/u;
const FENCE = /^\s*(?:```|~~~)/u;

/**
 * List what the checks need from an MDX body, line by line. Fenced code is passed over.
 *
 * @param body - MDX after the front matter.
 * @example
 * readBodySyntax('## 背景\n见[三会一课](/terms/san-hui-yi-ke/)。').headings; // [{ line: 1, value: '背景' }]
 */
export function readBodySyntax(body: string): BodySyntax {
  const cites: BodyPiece[] = [];
  const links: BodyPiece[] = [];
  const headings: BodyPiece[] = [];
  const faults: BodyPiece[] = [];
  let fenced = false;
  body.split('\n').forEach((text, index) => {
    const line = index + 1;
    if (FENCE.test(text)) fenced = !fenced;
    if (fenced) return;
    for (const match of text.matchAll(CITE)) cites.push({ line, value: match[1] ?? '' });
    for (const match of text.matchAll(MARKDOWN_LINK)) links.push({ line, value: match[1] ?? '' });
    for (const match of text.matchAll(TAG)) {
      const name = match[1] ?? '';
      if (!isBodyComponent(name)) faults.push({ line, value: `<${name}>` });
    }
    if (EXPRESSION.test(text)) faults.push({ line, value: '{ }' });
    const heading = HEADING.exec(text);
    if (heading?.[1] === '#') faults.push({ line, value: `# ${heading[2] ?? ''}` });
    else if (heading !== null) headings.push({ line, value: heading[2] ?? '' });
  });
  return { cites, links, headings, faults };
}

function isBodyComponent(name: string): boolean {
  return (BODY_COMPONENTS as readonly string[]).includes(name);
}
