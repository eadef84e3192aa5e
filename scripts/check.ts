/** `npm run check`: list every fault of the content; exit code 1 when there is one. */
import { ContentError } from '../src/graph/io/content-error.ts';
import { loadGraph } from '../src/graph/io/load-graph.ts';
import { formatFinding } from '../src/schema/finding.ts';
import { readSettings } from '../src/site/settings.ts';
import { refuse } from './refuse.ts';

const USAGE = '用法：npm run check（检查全部内容，没有参数；换内容目录用环境变量 KB_CONTENT）';
const { content } = readSettings(process.env);
if (process.argv.length > 2) refuse(USAGE);

const { graph, findings } = await loadGraph(content).catch((error: unknown) => {
  if (error instanceof ContentError) return refuse(error.message);
  throw error;
});
for (const finding of findings) console.error(`${content}/${formatFinding(finding)}`);
if (findings.length > 0) {
  console.error(`\n共 ${String(findings.length)} 处问题。逐条按提示改好后再运行 npm run check。`);
  process.exitCode = 1;
} else {
  console.log(
    `内容检查通过：${String(graph.entries.length)} 个条目，${String(graph.criteria.size)} 条标准条目。`,
  );
}
