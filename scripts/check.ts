import { formatFinding } from '../src/schema/finding.ts';
import { loadGraph } from '../src/graph/io/load-graph.ts';

const root = process.env['KB_CONTENT'] ?? 'content';
const { graph, findings } = await loadGraph(root);
for (const finding of findings) console.error(`${root}/${formatFinding(finding)}`);
if (findings.length > 0) {
  console.error(`\n共 ${String(findings.length)} 处问题。逐条按提示改好后再运行 npm run check。`);
  process.exitCode = 1;
} else {
  console.log(
    `内容检查通过：${String(graph.entries.length)} 个条目，${String(graph.criteria.size)} 条标准条目。`,
  );
}
