import { linesOf } from '../lines.ts';
import type { Line } from '../lines.ts';
import type { Edit } from '../tracked.ts';
import { CHROME_LINES, COPYRIGHT } from './chrome-lines.ts';

/** How many lines with text count as the edge of a page. */
const EDGE = 20;

/** A tail marker drops what follows only in the last part of a text: an article may discuss 相关阅读 earlier. */
const TAIL_FROM = 0.5;

/** A link farm is a line of at least so many short entries. */
const FARM_ENTRIES = 10;
const FARM_ENTRY_LENGTH = 6;

/** Entries of navigation bars that no table of an article has. */
const SITE_ENTRY =
  /^(?:网站)?首页$|^登录$|^注册$|^无障碍(?:浏览|阅读)?$|^繁[体體]版?$|^English$|^手机版$|^网站地图$|^联系我们$|^关于我们$|^设为首页$|^加入收藏$|^RSS$/u;

/** The name of a web site on a line of its own. */
const SITE_NAME = /^[\u4e00-\u9fff]{2,16}(?:网|网站|门户|频道)$/u;

/**
 * Find page furniture: tool bars, players, QR prompts, link farms, copyright lines, disclaimers, and the lists of
 * other answers or articles that follow a page's text.
 *
 * @example
 * findChrome('手机版\n正文第一段。').map(({ rule }) => rule); // ['chrome']
 */
export function findChrome(text: string): Edit[] {
  const lines = linesOf(text).filter((line) => line.text !== '');
  const edits: Edit[] = [];
  for (const [index, line] of lines.entries()) {
    if (isLinkFarm(line.text)) {
      edits.push(removeLine(line, text, 'link-farm'));
      continue;
    }
    if (line.text.length > 200) continue;
    const atEdge = index < EDGE || index >= lines.length - EDGE;
    if (!atEdge) {
      const anywhere = CHROME_LINES.find(
        ({ where, pattern }) => where === 'any' && pattern.test(line.text),
      );
      if (anywhere !== undefined) edits.push(removeLine(line, text, anywhere.rule));
      continue;
    }
    if (isNavigation(line.text)) {
      edits.push(removeLine(line, text, 'chrome'));
      continue;
    }
    const row = CHROME_LINES.find(({ pattern }) => pattern.test(line.text));
    if (row === undefined) continue;
    if (row.where === 'tail' && line.start > text.length * TAIL_FROM) {
      edits.push({ start: line.start, end: text.length, fixed: '', rule: row.rule });
      break;
    }
    edits.push(removeLine(line, text, row.rule));
  }
  edits.push(...siteNames(lines, text, edits));
  for (const { pattern } of COPYRIGHT) {
    for (const match of text.matchAll(pattern)) {
      edits.push({
        start: match.index,
        end: match.index + match[0].length,
        fixed: '',
        rule: 'copyright',
      });
    }
  }
  return edits;
}

/** A line with its newline, so that no blank line is left behind. */
function removeLine(line: Line, text: string, rule: Edit['rule']): Edit {
  return { start: line.start, end: Math.min(line.end + 1, text.length), fixed: '', rule };
}

/** A bar of links: three or more short entries, one of which only a web site has. */
function isNavigation(line: string): boolean {
  const wide = line.split(/[\t|｜·]|[^\S\n]{2,}/u).flatMap((entry) => entry.trim() || []);
  const entries = wide.length === 1 ? line.split(/[^\S\n]+/u) : wide;
  return (
    entries.length >= 3 &&
    entries.every((entry) => entry.length <= 10 && !/[，。；：！？]/u.test(entry)) &&
    entries.some((entry) => SITE_ENTRY.test(entry))
  );
}

/** The name of the site, where furniture stands right above or below it near the top of the page. */
function siteNames(lines: readonly Line[], text: string, edits: readonly Edit[]): Edit[] {
  const gone = new Set(edits.map(({ start }) => start));
  return lines.slice(0, EDGE / 2).flatMap((line, index) => {
    const beside = [lines[index - 1], lines[index + 1]];
    return SITE_NAME.test(line.text) &&
      !gone.has(line.start) &&
      beside.some((other) => other !== undefined && gone.has(other.start))
      ? [removeLine(line, text, 'chrome')]
      : [];
  });
}

function isLinkFarm(line: string): boolean {
  const entries = line
    .split(/[|｜]/u)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
  if (entries.length < FARM_ENTRIES) return false;
  return (
    entries.reduce((sum, entry) => sum + entry.length, 0) / entries.length <= FARM_ENTRY_LENGTH
  );
}
