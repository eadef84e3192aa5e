import type { Report } from '../types.ts';
import { describeRule, escapeHtml, TYPE_LABELS } from './labels.ts';
import { paginateRows } from './paginate-rows.ts';
import { toReviewRows, type ReviewPiece, type ReviewRow } from './review-rows.ts';

/** A file of the review, its name relative to the article's folder. */
export interface ReviewFile {
  readonly name: string;
  readonly html: string;
}

const ROW_LABELS = { keep: '保留', remove: '删', replace: '改' } as const;

interface RowPlace {
  readonly page: number;
  readonly row: number;
}

/** Where each thing stands, over all pages of the article. */
interface Places {
  readonly warningPage: ReadonlyMap<number, number>;
  readonly rulePage: ReadonlyMap<string, number>;
  readonly counts: ReadonlyMap<string, number>;
  /** Page and row of each heading of the outline; a heading that a rule put together from parts may have none. */
  readonly headings: ReadonlyMap<number, RowPlace>;
  /** True where a patch moved text, so that the right column does not read as the clean text does. */
  readonly isMoved: boolean;
}

/**
 * Write the review of an article as web pages: raw and clean side by side, every change coloured by its rule, warnings
 * and outline with links to their places. No script or style inside; `../review.css` and `../review.js` are beside.
 *
 * @param report - The article.
 * @returns `index.html`, then `2.html`, `3.html` … for long articles.
 * @example
 * renderReview(report)[0]?.html.includes('机关党建'); // true, in the file 'index.html'
 */
export function renderReview(report: Report): ReviewFile[] {
  const pages = paginateRows(toReviewRows(report.ledger, report.warnings));
  const places = findPlaces(pages, report);
  return pages.map((rows, page) => ({
    name: nameOf(page),
    html: renderPage({ report, rows, page, count: pages.length, places }),
  }));
}

interface PageView {
  readonly report: Report;
  readonly rows: readonly ReviewRow[];
  readonly page: number;
  readonly count: number;
  readonly places: Places;
}

function renderPage(view: PageView): string {
  const { report, rows, page, count } = view;
  const title = escapeHtml(report.title ?? report.input);
  const pager = renderPager(page, count);
  const seen = new Set<string>();
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>核对：${title}</title>
<link rel="stylesheet" href="../review.css">
<script src="../review.js" defer></script>
</head>
<body>
<header>
<p><a href="../index.html">全部文章</a></p>
<h1>${title}</h1>
${renderFacts(report)}
</header>
${page === 0 ? renderOutline(view) : ''}
${renderWarnings(view)}
${renderLegend(view)}
<p class="keys">按 <kbd>j</kbd> 到下一处改动，<kbd>k</kbd> 到上一处，<kbd>w</kbd> 到下一条提示；在图例中取消勾选的规则不停留。</p>
${view.places.isMoved ? '<p class="keys">本文有移位补丁：下表两栏都按原文的次序，整理后的文章以文库页面为准。</p>' : ''}
${pager}
<table>
<thead><tr><th scope="col">原文</th><th scope="col">整理后</th></tr></thead>
<tbody>
${rows.map((row, index) => renderRow(row, index, seen)).join('\n')}
</tbody>
</table>
${pager}
</body>
</html>
`;
}

function renderFacts(report: Report): string {
  const facts = [
    ['文件', report.input],
    ['编码', report.encoding],
    ['题名', report.title],
    ['作者', report.author],
    ['单位', report.org],
    ['出处', report.publication],
    ['日期', report.date],
    ['摘要', report.abstract],
    ['关键词', report.keywords?.join('；')],
    ['附注', report.notes?.join('；')],
    ['参考文献', report.references?.join('\n')],
    [
      '重复',
      report.duplicates
        .map(
          (row) =>
            `${row.slug}（相似 ${(row.similarity * 100).toFixed(1)}%${row.dropped ? '，未收' : ''}）`,
        )
        .join('；'),
    ],
  ] as const;
  const rows = facts.map(([label, value]) => {
    const text = value ? escapeHtml(value) : '<span class="none">无</span>';
    return `<div${value && value.length > 40 ? ' class="wide"' : ''}><dt>${label}</dt><dd>${text}</dd></div>`;
  });
  return `<dl>${rows.join('')}</dl>`;
}

function renderOutline({ report, places }: PageView): string {
  if (report.outline.length === 0) return '<p>没有找到标题。</p>';
  const items = report.outline.map(({ level, heading, type }, index) => {
    const place = places.headings.get(index);
    const text = escapeHtml(heading);
    const link =
      place === undefined ? text : `<a href="${nameOf(place.page)}#r${place.row}">${text}</a>`;
    return `<li class="level-${Math.min(level, 6)}">${link} <small>${TYPE_LABELS[type]}</small></li>`;
  });
  return `<details open><summary>大纲（${items.length}）</summary><ol class="outline">${items.join('')}</ol></details>`;
}

function renderWarnings({ report, page, count, places }: PageView): string {
  const here = report.warnings.flatMap((warning, index) =>
    (places.warningPage.get(index) ?? 0) === page ? [{ warning, index }] : [],
  );
  const total = report.warnings.length;
  if (total === 0) return '<p>没有需要核对的提示。</p>';
  const items = here.map(({ warning, index }) => {
    const candidates = warning.candidates?.length
      ? `；可能是：${warning.candidates.map(escapeHtml).join('、')}`
      : '';
    return `<li><a href="#w${index}">${escapeHtml(describeRule(warning.rule).label)}</a>：${escapeHtml(warning.message)}${candidates}</li>`;
  });
  const share = count > 1 ? `，本页 ${here.length}` : '';
  return `<details open class="warnings"><summary>需要核对（${total}${share}）</summary><ol>${items.join('')}</ol></details>`;
}

function renderLegend({ places }: PageView): string {
  const rules = Array.from(places.counts).toSorted((one, other) => one[1] - other[1]);
  const items = rules.map(([rule, number]) => {
    const { label, reason } = describeRule(rule);
    const target = `${nameOf(places.rulePage.get(rule) ?? 0)}#f-${rule}`;
    return `<li><label><input type="checkbox" checked value="${rule}"><span class="rule rule-${rule}">${escapeHtml(label)}</span></label> <a href="${target}" title="${escapeHtml(reason)}">${number} 处</a></li>`;
  });
  return `<details open class="legend"><summary>改动（${rules.length} 种）</summary><ul>${items.join('')}</ul></details>`;
}

function renderRow(row: ReviewRow, index: number, seen: Set<string>): string {
  const isChanged = row.pieces.some((piece) => piece.action !== 'keep');
  const raw = row.pieces.map((piece) => renderRaw(piece, seen)).join('');
  const clean = row.pieces.map(renderClean).join('');
  return `<tr id="r${index}"${isChanged ? '' : ' class="same"'}><td>${raw}</td><td>${clean}</td></tr>`;
}

function renderRaw(piece: ReviewPiece, seen: Set<string>): string {
  const anchors = piece.warnings
    .filter((index) => !seen.has(`w${index}`))
    .map((index) => {
      seen.add(`w${index}`);
      return `<a id="w${index}" class="flag" title="需要核对">⚑</a>`;
    });
  const body =
    piece.action === 'keep' ? escapeHtml(piece.raw.replace(/\n$/, '')) : renderChange(piece, seen);
  return anchors.join('') + (piece.warnings.length > 0 ? `<mark>${body}</mark>` : body);
}

function renderChange(piece: ReviewPiece, seen: Set<string>): string {
  const { label } = describeRule(piece.rule);
  const first = seen.has(piece.rule) ? '' : ` id="f-${piece.rule}"`;
  seen.add(piece.rule);
  const half = piece.raw.length / 2;
  const text =
    piece.hidden === 0
      ? escapeHtml(showBlanks(piece.raw))
      : `${escapeHtml(showBlanks(piece.raw.slice(0, half)))}<i>……略 ${piece.hidden} 字……</i>${escapeHtml(showBlanks(piece.raw.slice(half)))}`;
  const title = escapeHtml(`${ROW_LABELS[piece.action]}：${label}`);
  // Struck out only where nothing takes its place: replaced text is still read.
  const tag = piece.action === 'remove' ? 'del' : 'span';
  return `<${tag}${first} class="rule rule-${piece.rule}" data-rule="${piece.rule}" title="${title}">${text}</${tag}>`;
}

function renderClean(piece: ReviewPiece): string {
  const text = piece.clean.replace(/\n$/, '');
  if (piece.action === 'keep') return escapeHtml(text);
  if (piece.clean === '') return '';
  return `<ins class="rule rule-${piece.rule}">${escapeHtml(text === '' ? '↵' : text)}</ins>`;
}

/** White space that was changed has to be seen. */
function showBlanks(raw: string): string {
  return (
    raw
      .replaceAll('\r', '')
      .replaceAll('\n', '↵')
      .replaceAll('\t', '⇥')
      .replaceAll('\u3000', '□')
      .replace(/^ +| +$/g, (run) => '␣'.repeat(run.length))
      .replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/g, '·') || '·'
  );
}

function renderPager(page: number, count: number): string {
  if (count === 1) return '';
  const link = (target: number, label: string, rel: string) =>
    target < 0 || target >= count ? '' : `<a href="${nameOf(target)}" rel="${rel}">${label}</a>`;
  return `<nav>${link(page - 1, '上一页', 'prev')} 第 ${page + 1} / ${count} 页 ${link(page + 1, '下一页', 'next')}</nav>`;
}

function findPlaces(pages: readonly (readonly ReviewRow[])[], report: Report): Places {
  const warningPage = new Map<number, number>();
  const rulePage = new Map<string, number>();
  const counts = new Map<string, number>();
  const lines: { start: number; place: RowPlace }[] = [];
  pages.forEach((rows, page) => {
    rows.forEach((row, index) => {
      lines.push({ start: row.cleanStart, place: { page, row: index } });
      for (const piece of row.pieces) {
        for (const warning of piece.warnings)
          if (!warningPage.has(warning)) warningPage.set(warning, page);
        if (piece.action === 'keep') continue;
        counts.set(piece.rule, (counts.get(piece.rule) ?? 0) + 1);
        if (!rulePage.has(piece.rule)) rulePage.set(piece.rule, page);
      }
    });
  });
  const shown = report.ledger
    .map((row) => (row.action === 'keep' ? row.raw : (row.fixed ?? '')))
    .join('');
  const isMoved = shown !== report.text;
  return {
    warningPage,
    rulePage,
    counts,
    isMoved,
    headings: placeHeadings(report, lines, isMoved ? shown : undefined),
  };
}

/** Where text was moved, offsets say nothing about rows: then a heading is looked for by its words. */
function placeHeadings(
  report: Report,
  lines: readonly { start: number; place: RowPlace }[],
  shown: string | undefined,
): Map<number, RowPlace> {
  const places = new Map<number, RowPlace>();
  report.outline.forEach(({ heading, offset }, index) => {
    const at = shown === undefined ? offset : shown.indexOf(heading);
    const line = at < 0 ? undefined : lines.findLast(({ start }) => start <= at);
    if (line !== undefined) places.set(index, line.place);
  });
  return places;
}

function nameOf(page: number): string {
  return page === 0 ? 'index.html' : `${page + 1}.html`;
}
