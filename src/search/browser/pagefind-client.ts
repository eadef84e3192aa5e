import type { PagefindSource, SourceQuery, SourceResponse } from '../pagefind-source.ts';

/** What the page asks of the worker. */
export type Call = { readonly id: number } & CallBody;

/** What the worker answers. */
export interface Answer {
  readonly id: number;
  readonly value?: unknown;
  readonly error?: string;
}

type CallBody =
  | { readonly name: 'open'; readonly basePath: string; readonly bundles: number }
  | { readonly name: 'search'; readonly query: SourceQuery };

/** Milliseconds for Pagefind to start; after that the portable engine takes over. */
const START_WITHIN = 8000;

/**
 * Start Pagefind in its worker.
 *
 * @param root - Address of the site's root.
 * @param bundles - Number of bundles, from the manifest.
 * @param stamp - Query of the worker's address, from `stampOf`.
 * @throws Error where workers, modules or WebAssembly cannot be had; the caller falls back to the portable engine.
 * @example
 * const source = await startPagefind('/', 1, '?v=1a2b3c4d'); // 党建知识库
 */
export async function startPagefind(
  root: string,
  bundles: number,
  stamp: string,
): Promise<PagefindSource> {
  if (
    root.startsWith('file:') ||
    typeof Worker === 'undefined' ||
    typeof WebAssembly === 'undefined'
  )
    throw new Error('此处不能运行 Pagefind。');
  const worker = new Worker(`${root}assets/pagefind-worker.js${stamp}`);
  const waiting = new Map<
    number,
    { resolve: (value: unknown) => void; reject: (error: Error) => void }
  >();
  let calls = 0;
  worker.addEventListener('message', (event: MessageEvent<Answer>) => {
    const { id, value, error } = event.data;
    const call = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) call?.resolve(value);
    else call?.reject(new Error(error));
  });
  worker.addEventListener('error', () => {
    waiting.forEach(({ reject }) => reject(new Error('Pagefind 的工作线程出错。')));
    waiting.clear();
  });
  const call = (body: CallBody): Promise<unknown> =>
    new Promise((resolve, reject) => {
      calls += 1;
      waiting.set(calls, { resolve, reject });
      worker.postMessage({ id: calls, ...body });
    });
  const timeout = new Promise<never>((_, reject) =>
    setTimeout(() => reject(new Error('Pagefind 没有及时启动。')), START_WITHIN),
  );
  const open = call({ name: 'open', basePath: `${root}pagefind/`, bundles });
  try {
    const pages = (await Promise.race([open, timeout])) as number;
    return {
      pages,
      search: async (query) => (await call({ name: 'search', query })) as SourceResponse,
    };
  } catch (error) {
    worker.terminate();
    throw error;
  }
}
