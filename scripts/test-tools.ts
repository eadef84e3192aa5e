import { spawnSync } from 'node:child_process';
import { findChromium } from '../src/paper/build/find-chromium.ts';

/** A program that the tests drive: how to tell that it is there, and the Debian packages that bring it. */
interface TestTool {
  readonly name: string;
  readonly reason: string;
  readonly packages: readonly string[];
  readonly isThere: () => boolean;
}

const runs = (program: string, ...args: string[]) =>
  spawnSync(program, args, { stdio: 'ignore' }).status === 0;

/** Fonts are asked for by language, so that any Chinese font will do. */
const hasChineseFont = () =>
  (spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' }).stdout ?? '').trim() !== '';

const TOOLS: readonly TestTool[] = [
  {
    name: 'Chromium',
    reason: '在真实浏览器里打开、搜索、打印页面',
    packages: ['chromium'],
    isThere: () => findChromium() !== undefined,
  },
  {
    name: '中文字体',
    reason: '打印测试按中文字体计行',
    packages: ['fonts-noto-cjk', 'fontconfig'],
    isThere: hasChineseFont,
  },
  {
    name: 'LibreOffice',
    reason: '转换导出的 Word、表格，并生成各种格式的导入样本',
    packages: ['libreoffice-writer-nogui', 'libreoffice-calc-nogui'],
    isThere: () => runs('soffice', '--version'),
  },
];

const missing = TOOLS.filter((tool) => !tool.isThere());
const packages = missing.flatMap((tool) => tool.packages);
const isRoot = process.getuid?.() === 0;

if (missing.length > 0 && isRoot && runs('apt-get', '--version')) {
  console.log(`安装测试所需的程序：${packages.join(' ')}`);
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', ...packages]]) {
    const { status } = spawnSync('apt-get', args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    if (status !== 0) {
      console.error(`apt-get ${args.join(' ')} 失败。请检查软件源，或手工安装后重试。`);
      process.exit(1);
    }
  }
}

for (const tool of TOOLS.filter((candidate) => !candidate.isThere())) {
  console.error(
    `缺少${tool.name}（${tool.reason}）。请以管理员身份运行 apt-get install ${tool.packages.join(' ')}；` +
      (tool.name === 'Chromium'
        ? '已装在别处的，用环境变量 CHROMIUM_PATH 指明。'
        : '其他系统请装同类程序。'),
  );
  process.exitCode = 1;
}
