/** Where the queries are kept: in this browser only. */
const KEY = 'kb-recent-queries';
const MOST = 8;

/**
 * The queries last searched for, newest first; none where the browser keeps nothing.
 *
 * @example
 * readRecent(localStorage); // ['三会一课', '两张皮']
 */
export function readRecent(storage: Storage | undefined): string[] {
  try {
    const kept: unknown = JSON.parse(storage?.getItem(KEY) ?? '[]');
    return Array.isArray(kept)
      ? kept.filter((query): query is string => typeof query === 'string').slice(0, MOST)
      : [];
  } catch {
    // What is kept there is not ours to mend: start anew.
    return [];
  }
}

/**
 * Put a query before the others.
 *
 * @example
 * addRecent(localStorage, '三会一课');
 */
export function addRecent(storage: Storage | undefined, query: string): void {
  const text = query.trim().slice(0, 60);
  if (text === '') return;
  const queries = [text, ...readRecent(storage).filter((other) => other !== text)].slice(0, MOST);
  try {
    storage?.setItem(KEY, JSON.stringify(queries));
  } catch {
    // Storage may be full or forbidden; the list is a convenience only.
  }
}

/**
 * Forget all queries.
 *
 * @example
 * clearRecent(localStorage); // 不再显示最近检索
 */
export function clearRecent(storage: Storage | undefined): void {
  try {
    storage?.removeItem(KEY);
  } catch {
    // As in addRecent.
  }
}

/**
 * The browser's storage, where it may be used.
 *
 * @example
 * readRecent(localStore()); // 最近检索
 */
export function localStore(): Storage | undefined {
  try {
    return window.localStorage;
  } catch {
    return undefined;
  }
}
