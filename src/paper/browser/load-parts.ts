import type { Part } from '../part.ts';
import type { partLoader } from './load-part.ts';

/** Parts by id, and the ids of those that could not be loaded. */
export interface LoadedParts {
  readonly parts: ReadonlyMap<string, Part>;
  readonly missing: readonly string[];
}

/**
 * Load several parts at once. One that cannot be loaded keeps none of the others away.
 *
 * @param load - See {@link partLoader}.
 * @example
 * (await loadParts(load, ['check-theme-day', 'qita'])).missing; // ['qita']（主题党日清单在，“其他”不在）
 */
export async function loadParts(
  load: ReturnType<typeof partLoader>,
  ids: readonly string[],
): Promise<LoadedParts> {
  const parts = new Map<string, Part>();
  const missing: string[] = [];
  const loaded = await Promise.all(
    ids.map((id) =>
      // The reader is told by name which parts are missing.
      load(id).catch(() => id),
    ),
  );
  for (const one of loaded) {
    if (typeof one === 'string') missing.push(one);
    else parts.set(one.id, one);
  }
  return { parts, missing };
}
