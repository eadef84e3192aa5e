import { RULES } from '../rules.ts';

/** Hues as far apart from each other as possible in any run of rules: the golden angle. */
const GOLDEN_ANGLE = 137.508;

const BASE = `:root { color-scheme: light dark; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 0 1rem 4rem; max-width: 96rem; font: 1rem/1.8 "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", sans-serif; color: #1f2328; background: #fff; }
h1 { margin: 0.5rem 0; font-size: 1.4rem; line-height: 1.4; }
a { color: #0a58a6; }
dl { display: flex; flex-wrap: wrap; margin: 0; font-size: 0.9rem; }
dl div { display: flex; margin-right: 1.4rem; }
dl .wide { width: 100%; margin-right: 0; }
dt { flex: none; margin-right: 0.4rem; color: #57606a; }
dd { margin: 0; max-width: 60rem; white-space: pre-wrap; }
.none, small { color: #57606a; }
details { margin: 0.6rem 0; border: 1px solid #d0d7de; border-radius: 4px; padding: 0.3rem 0.8rem; }
summary { cursor: pointer; font-weight: 600; }
.warnings { border-color: #b35900; }
.outline { list-style: none; padding-left: 0; margin: 0.3rem 0; columns: 2 24rem; }
.level-2 { padding-left: 1.5em; } .level-3 { padding-left: 3em; } .level-4 { padding-left: 4.5em; } .level-5 { padding-left: 6em; } .level-6 { padding-left: 7.5em; }
.legend ul { display: flex; flex-wrap: wrap; list-style: none; padding: 0; margin: 0.3rem 0; }
.legend li { margin: 0 1.2rem 0.2rem 0; white-space: nowrap; }
.keys { margin: 0.4rem 0; color: #57606a; font-size: 0.9rem; }
kbd { border: 1px solid #8c959f; border-radius: 3px; padding: 0 0.35em; }
nav { margin: 0.8rem 0; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; }
th { text-align: left; position: sticky; top: 0; background: #f6f8fa; z-index: 1; }
th, td { border: 1px solid #d0d7de; padding: 0.25rem 0.6rem; vertical-align: top; overflow-wrap: anywhere; word-break: break-word; }
td { white-space: pre-wrap; }
.list { table-layout: auto; } .list td { white-space: normal; }
tr.same td { color: #57606a; }
del, ins { text-decoration: none; border-radius: 2px; }
del.rule { text-decoration: line-through; text-decoration-thickness: 1px; }
del i { color: #57606a; }
mark { background: none; color: inherit; outline: 2px solid #b35900; }
.flag { color: #b35900; font-weight: 700; margin-right: 0.2em; }
.here { outline: 3px solid #c00; }
span.off-rule, del.off-rule, ins.off-rule { background: none; }
:target { outline: 3px solid #c00; }
@media (max-width: 40rem) { .outline { columns: auto; } table, tbody, tr, td { display: block; width: 100%; } thead { display: none; } td:first-child { border-bottom: 0; } }
@media (prefers-color-scheme: dark) {
  body { color: #e6edf3; background: #0d1117; } a { color: #79b8ff; } th { background: #161b22; }
  th, td, details { border-color: #30363d; } dt, .none, small, .keys, tr.same td, del i { color: #9da7b1; }
}
`;

/**
 * Write the style sheet of the review pages, with a colour for every rule of the ledger.
 *
 * @example
 * renderReviewStyle().includes('.rule-pinyin'); // true: readings such as 机（jī）关 have a colour of their own
 */
export function renderReviewStyle(): string {
  const rules = Object.keys(RULES).map((rule, index) => ({
    rule,
    hue: Math.round(index * GOLDEN_ANGLE) % 360,
  }));
  const light = rules.map(
    ({ rule, hue }) => `.rule-${rule} { background: hsl(${hue}, 80%, 86%); }`,
  );
  const dark = rules.map(
    ({ rule, hue }) => `  .rule-${rule} { background: hsl(${hue}, 45%, 27%); }`,
  );
  return `${BASE}${light.join('\n')}\n@media (prefers-color-scheme: dark) {\n${dark.join('\n')}\n}\n`;
}
