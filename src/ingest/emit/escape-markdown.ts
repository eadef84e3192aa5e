/** Characters that Markdown (CommonMark, GFM) or MDX may read as markup anywhere in a line. */
const SPECIAL = /[\\`*_{}[\]<>&~|$]/g;

/** Openings that make a line a list, a heading, a rule or a fence; the last character of group 2 is what to escape. */
const LINE_OPENING = /^(\d{1,9})?([#+\-=:.)])/;

/** Places that GFM turns into links after escapes are resolved: only a node boundary keeps them plain text. */
const AUTOLINK = /(https?)(?=:\/\/)|(www)(?=\.)|([-.\w+])(?=@)/gi;

/**
 * Write a line of text as Markdown that renders to exactly this text: no markup, no link, no code.
 *
 * An empty HTML comment separates what GFM would otherwise link (`www.`, `http://`, `a@b`); it renders to nothing.
 *
 * @param line - One line without line breaks or NUL.
 * @returns Markdown for one paragraph or heading.
 * @example
 * escapeMarkdownLine('1. 落实“三会一课”*制度*'); // '1\\. 落实“三会一课”\\*制度\\*'
 */
export function escapeMarkdownLine(line: string): string {
  return escapeMarkdownInline(line).replace(
    LINE_OPENING,
    (_, digits: string | undefined, sign: string) => {
      // Digits alone open nothing without a dot or bracket after them.
      if (digits !== undefined)
        return sign === '.' || sign === ')' ? `${digits}\\${sign}` : digits + sign;
      return `\\${sign}`;
    },
  );
}

/**
 * Write text as Markdown for the middle of a line, such as a table cell.
 *
 * @param text - Text without line breaks or NUL.
 * @example
 * escapeMarkdownInline('<script>党建</script>'); // '\\<script\\>党建\\</script\\>'
 */
export function escapeMarkdownInline(text: string): string {
  return keepOuterSpace(
    text.replace(SPECIAL, '\\$&').replace(AUTOLINK, (match: string) => `${match}<!-- -->`),
  );
}

/**
 * Write a line of text as MDX for the inside of a quotation. MDX has no HTML comments, so an address may become a link
 * with the same text; everything else is that text.
 *
 * @example
 * escapeMdxLine('{支部}<b>'); // '\\{支部\\}\\<b\\>'
 */
export function escapeMdxLine(line: string): string {
  return escapeMarkdownLine(line).replaceAll('<!-- -->', '');
}

/** Markdown drops spaces and tabs at both ends of a line; as character references they stay. */
function keepOuterSpace(text: string): string {
  return text.replace(/^[ \t]+/, toReferences).replace(/[ \t]+$/, toReferences);
}

function toReferences(run: string): string {
  return Array.from(run, (char) => (char === '\t' ? '&#9;' : '&#32;')).join('');
}
