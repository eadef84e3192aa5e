import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';

/**
 * Bundle a browser script as one classic script for the oldest browsers we serve (Chromium 83, Firefox 78): ES2019,
 * no modules, so that it also runs in a page opened from disk.
 *
 * Dynamic import is kept as it is: only a worker uses it, inside a guard, on browsers that have it.
 *
 * @param entry - The TypeScript file to start from.
 * @param replaced - Files of ours that stand in for packages, by name of the package; only they see the package itself.
 * @returns The script's text.
 * @throws Error with esbuild's messages.
 * @example
 * await bundleScript(new URL('../browser/display.ts', import.meta.url)); // 显示设置用的脚本
 */
export async function bundleScript(
  entry: URL,
  replaced: Readonly<Record<string, URL>> = {},
): Promise<string> {
  const result = await build({
    entryPoints: [fileURLToPath(entry)],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2019',
    charset: 'utf8',
    legalComments: 'none',
    supported: { 'dynamic-import': true },
    logLevel: 'silent',
    plugins: Object.keys(replaced).map((name) => replacePackage(name, replaced[name])),
  });
  const [file] = result.outputFiles;
  if (file === undefined) throw new Error(`打包 ${entry.pathname} 没有得到结果。`);
  return file.text;
}

function replacePackage(name: string, file: URL | undefined): Plugin {
  return {
    name: `replace-${name}`,
    setup(bundler) {
      const path = file && fileURLToPath(file);
      // The filter is read by Go, which has no flag `u`.
      bundler.onResolve({ filter: new RegExp(`^${name}$`) }, ({ importer }) =>
        path === undefined || importer === path ? undefined : { path },
      );
    },
  };
}
