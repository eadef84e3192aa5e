/** `npm run new -- KIND ID`: write the skeleton of a new entry; never touches an existing file. */
import { mkdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { ContentError } from '../src/graph/io/content-error.ts';
import { readContent } from '../src/graph/io/read-content.ts';
import { ENTRY_ID } from '../src/schema/fields.ts';
import { findKindOfFolder, KIND_NAMES, KINDS } from '../src/schema/kinds.ts';
import { renderSkeleton } from '../src/schema/skeleton.ts';
import { readSettings } from '../src/site/settings.ts';
import { describeSystemError, refuse } from './refuse.ts';

const KIND_LIST = KIND_NAMES.map((name) => `${name}（${KINDS[name].label}）`).join('、');
const USAGE = `用法：npm run new -- 类别 id\n类别：${KIND_LIST}\n例：npm run new -- term tan-xin-tan-hua`;

const [kindName = '', id = '', ...others] = process.argv.slice(2);
if (id === '' || others.length > 0) refuse(USAGE);
const kind = KIND_NAMES.find((name) => name === kindName) ?? findKindOfFolder(kindName);
if (kind === undefined) refuse(`没有“${kindName}”这个类别。\n${USAGE}`);
if (!ENTRY_ID.test(id))
  refuse(`id “${id}”不合规范：应为小写字母、数字和连字符，如 tan-xin-tan-hua。`);

const { content } = readSettings(process.env);
const files = await readContent(content).catch((error: unknown) => {
  if (error instanceof ContentError) return refuse(error.message);
  throw error;
});
// By file name, so that drafts and files with faults count as well.
const existing = files.find(({ file }) => basename(file, '.mdx') === id);
if (existing !== undefined)
  refuse(`id “${id}”已被 ${join(content, existing.file)} 使用，请另取一个。`);

const path = join(content, KINDS[kind].folder, `${id}.mdx`);
try {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, renderSkeleton(kind, id), { flag: 'wx' });
} catch (error) {
  refuse(`没有写入 ${path}：${describeSystemError(error)}。`);
}
console.log(`已新建 ${path}（草稿）。填好后删去 draft: true，再运行 npm run check。`);
