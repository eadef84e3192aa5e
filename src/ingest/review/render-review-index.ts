import type { Report } from '../types.ts';
import { escapeHtml } from './labels.ts';

/** What the list of reviews says about an article. */
export interface ReviewSummary {
  readonly slug: string;
  readonly title: string;
  readonly input: string;
  readonly warnings: number;
  readonly headings: number;
  /** Code units of the input, removed, and changed. */
  readonly size: number;
  readonly removed: number;
  readonly replaced: number;
}

/**
 * Sum up an article for the list of reviews.
 *
 * @example
 * summarise('ji-guan-dang-jian', report).title; // '机关党建'
 */
export function summarise(slug: string, report: Report): ReviewSummary {
  const sizeOf = (action: string) =>
    report.ledger.reduce(
      (sum, row) =>
        row.action === action && row.rule !== 'other-article' ? sum + row.end - row.start : sum,
      0,
    );
  const removed = sizeOf('remove');
  const replaced = sizeOf('replace');
  return {
    slug,
    title: report.title ?? '（无标题）',
    input: report.input,
    warnings: report.warnings.length,
    headings: report.outline.length,
    size: sizeOf('keep') + removed + replaced,
    removed,
    replaced,
  };
}

/**
 * Write the list of all reviews, those with most to check first.
 *
 * @example
 * renderReviewIndex([summarise('ji-guan-dang-jian', report)]).includes('机关党建'); // true
 */
export function renderReviewIndex(articles: readonly ReviewSummary[]): string {
  const rows = articles
    .toSorted(
      (one, other) => other.warnings - one.warnings || one.slug.localeCompare(other.slug, 'en'),
    )
    .map(
      (article) =>
        `<tr><td><a href="${article.slug}/index.html">${escapeHtml(article.title)}</a></td><td>${escapeHtml(article.input)}</td><td>${article.warnings}</td><td>${article.headings}</td><td>${article.size}</td><td>${toPercent(article.removed, article.size)}</td><td>${toPercent(article.replaced, article.size)}</td></tr>`,
    );
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>导入核对</title>
<link rel="stylesheet" href="review.css">
</head>
<body>
<header><h1>导入核对</h1><p>共 ${articles.length} 篇，待核多的在前。点题名看原文与整理后的对照。</p></header>
<table class="list">
<thead><tr><th scope="col">题名</th><th scope="col">文件</th><th scope="col">待核</th><th scope="col">标题</th><th scope="col">字数</th><th scope="col">删除</th><th scope="col">替换</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>
</body>
</html>
`;
}

function toPercent(part: number, whole: number): string {
  return whole === 0 ? '0%' : `${((part / whole) * 100).toFixed(1)}%`;
}
