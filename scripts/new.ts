import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ENTRY_ID } from '../src/schema/fields.ts';
import { findKindOfFolder, KIND_NAMES, KINDS } from '../src/schema/kinds.ts';
import { renderSkeleton } from '../src/schema/skeleton.ts';
import { loadGraph } from '../src/graph/io/load-graph.ts';
import { readSettings } from '../src/site/settings.ts';

const [kindName = '', id = ''] = process.argv.slice(2);
const kind = KIND_NAMES.find((name) => name === kindName) ?? findKindOfFolder(kindName);

function refuse(message: string): never {
  console.error(message);
  process.exit(1);
}

if (kind === undefined || id === '') {
  refuse(
    `用法：npm run new -- 类别 id\n类别：${KIND_NAMES.map((name) => `${name}（${KINDS[name].label}）`).join('、')}\n例：npm run new -- term tan-xin-tan-hua`,
  );
}
if (!ENTRY_ID.test(id))
  refuse(`id “${id}”不合规范：应为小写字母、数字和连字符，如 tan-xin-tan-hua。`);

const { content } = readSettings(process.env);
const { graph } = await loadGraph(content);
const existing = graph.byId.get(id);
if (existing !== undefined)
  refuse(`id “${id}”已被 ${join(content, existing.file)} 使用，请另取一个。`);

const path = join(content, KINDS[kind].folder, `${id}.mdx`);
await mkdir(dirname(path), { recursive: true });
await writeFile(path, renderSkeleton(kind, id), { flag: 'wx' }).catch((error: unknown) => {
  refuse(`没有写入 ${path}：${error instanceof Error ? error.message : String(error)}`);
});
console.log(`已新建 ${path}（草稿）。填好后删去 draft: true，再运行 npm run check。`);
