import type { LoadShard } from '../portable-index.ts';

/** Times a shard is asked for before it counts as failed. */
const TRIES = 3;
/** Milliseconds before a second try; doubled for the third. */
const PAUSE = 300;

declare global {
  interface Window {
    /** Called by every shard script. */
    kbShard?: (name: string, data: unknown) => void;
  }
}

/**
 * A loader that gets shards by script tags: it works from disk, where `fetch` does not.
 *
 * A script that fails is asked for again under another address, because a browser remembers failed ones.
 *
 * @param folder - Address of the index, ending in `/`.
 * @param stamp - Query of the manifest's address, from `stampOf`; shards bear the build that the manifest names.
 * @throws Error (when a shard is asked for) after the last try.
 * @example
 * const index = await openPortableIndex(loadByScript('/search-index/')); // 党建知识库的索引
 */
export function loadByScript(folder: string, stamp = ''): LoadShard {
  const arrived = new Map<string, unknown>();
  const earlier = window.kbShard;
  window.kbShard = (name, data) => {
    arrived.set(name, data);
    earlier?.(name, data);
  };
  const tryOnce = (name: string, address: string): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const script = document.createElement('script');
      script.src = address;
      script.onload = () => {
        script.remove();
        if (arrived.has(name)) {
          const data = arrived.get(name);
          arrived.delete(name);
          resolve(data);
        } else reject(new Error(`索引文件 ${name} 内容不对。`));
      };
      script.onerror = () => {
        script.remove();
        const hint = name === 'manifest' ? '开发模式请先运行一次 npm run build。' : '';
        reject(new Error(`索引文件 ${name} 读取失败。${hint}`));
      };
      document.head.appendChild(script);
    });
  return async (name, build) => {
    const version = build === undefined ? stamp : `?v=${build}`;
    for (let attempt = 1; ; attempt += 1) {
      const again = attempt === 1 ? '' : `${version === '' ? '?' : '&'}try=${attempt}`;
      try {
        return await tryOnce(name, `${folder}${name}.js${version}${again}`);
      } catch (error) {
        if (attempt === TRIES) throw error;
        await new Promise((resolve) => setTimeout(resolve, PAUSE * attempt));
      }
    }
  };
}
