import { existsSync } from 'node:fs';
import { loadGraph } from '../src/graph/io/load-graph.ts';
import { formatFinding } from '../src/schema/finding.ts';
import { readSettings } from '../src/site/settings.ts';

const { content } = readSettings(process.env);
if (!existsSync(content)) {
  console.error(`找不到内容目录 ${content}。请在项目根目录运行，或用环境变量 KB_CONTENT 指明。`);
  process.exit(1);
}
const { graph, findings } = await loadGraph(content);
for (const finding of findings) console.error(`${content}/${formatFinding(finding)}`);
if (findings.length > 0) {
  console.error(`\n共 ${String(findings.length)} 处问题。逐条按提示改好后再运行 npm run check。`);
  process.exitCode = 1;
} else {
  console.log(
    `内容检查通过：${String(graph.entries.length)} 个条目，${String(graph.criteria.size)} 条标准条目。`,
  );
}
