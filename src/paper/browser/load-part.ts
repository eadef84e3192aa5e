import type { Part } from '../part.ts';
import { loadScript } from './files.ts';

/**
 * Make a loader of parts: each is a script that calls `jgdjPart`, loaded once.
 *
 * @param addressOf - Address of a script by its path below the folder of scripts.
 * @example
 * const load = partLoader(siblingAddress('/assets/meeting.js'));
 * (await load('check-theme-day')).title; // '主题党日六步清单'
 */
export function partLoader(addressOf: (name: string) => string): (id: string) => Promise<Part> {
  const parts = new Map<string, Part>();
  window.jgdjPart = (part) => {
    parts.set(part.id, part);
  };
  return async (id) => {
    if (!parts.has(id)) await loadScript(addressOf(`parts/${id}.js`));
    const part = parts.get(id);
    if (!part) throw new Error(`材料“${id}”没有装入。`);
    return part;
  };
}
