import { bare, type ArticleBlock } from './article-blocks.ts';

/** Levels of a heading path are joined by this in `at`. */
const PATH_SEPARATOR = ' > ';

/**
 * Find the anchor of the paragraph that a citation points to.
 *
 * The last level of the heading path that the article has decides the section; within it the first paragraph that holds
 * the quote. A quote outside the section wins over a section without it, since headings are often cited by hand.
 *
 * @param blocks - Blocks of the article.
 * @param at - Heading path, levels joined by ` > `.
 * @param quote - Literal phrase of the paragraph, when the citation gives one.
 * @returns An anchor without `#`, or undefined when neither heading nor quote is found.
 * @example
 * locateCitation(blocks, '二、存在的问题 > （二）组织生活制度不严', '有空就参加'); // 'p7'
 */
export function locateCitation(
  blocks: readonly ArticleBlock[],
  at: string,
  quote?: string,
): string | undefined {
  const levels = at.split(PATH_SEPARATOR).map((level) => bare(level));
  const section = findSection(blocks, levels);
  const inSection = section === undefined ? [] : sectionBlocks(blocks, section.index);
  if (quote !== undefined) {
    const found =
      inSection.find((block) => holds(block, quote)) ?? blocks.find((block) => holds(block, quote));
    if (found !== undefined) return found.id;
  }
  return section?.id;
}

function findSection(
  blocks: readonly ArticleBlock[],
  levels: readonly string[],
): { index: number; id: string } | undefined {
  let from = 0;
  let found: { index: number; id: string } | undefined;
  for (const level of levels) {
    const hit = findHeading(blocks, level, from) ?? findHeading(blocks, level, 0);
    if (hit === undefined) continue;
    found = hit;
    from = hit.index;
  }
  return found;
}

function findHeading(
  blocks: readonly ArticleBlock[],
  wanted: string,
  from: number,
): { index: number; id: string } | undefined {
  for (let index = from; index < blocks.length; index++) {
    const block = blocks[index];
    if (block === undefined) continue;
    for (const { text, id } of headingsOf(block)) {
      if (isSameHeading(bare(text), wanted)) return { index, id };
    }
  }
  return undefined;
}

function headingsOf(block: ArticleBlock): { text: string; id: string }[] {
  if (block.type === 'heading') return [{ text: block.text, id: block.id }];
  if (block.type === 'table') return [];
  return block.parts.flatMap((part) =>
    part.id === undefined ? [] : [{ text: part.text, id: part.id }],
  );
}

/** Cited headings are often cut short or lack their number; four shared characters at the start are enough. */
function isSameHeading(actual: string, wanted: string): boolean {
  if (wanted.length < 2) return false;
  if (actual === wanted) return true;
  const shorter = Math.min(actual.length, wanted.length);
  return (
    shorter >= 4 &&
    (actual.startsWith(wanted) || wanted.startsWith(actual) || actual.endsWith(wanted))
  );
}

function sectionBlocks(blocks: readonly ArticleBlock[], index: number): readonly ArticleBlock[] {
  const head = blocks[index];
  if (head?.type !== 'heading') return head === undefined ? [] : [head];
  const end = blocks.findIndex(
    (block, at) => at > index && block.type === 'heading' && block.level <= head.level,
  );
  return blocks.slice(index + 1, end < 0 ? blocks.length : end);
}

function holds(block: ArticleBlock, quote: string): boolean {
  if (block.type === 'heading') return false;
  const text =
    block.type === 'table'
      ? block.rows.flat().join('')
      : block.parts.map((part) => part.text).join('');
  return bare(text).includes(bare(quote));
}
