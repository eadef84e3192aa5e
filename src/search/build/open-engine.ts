import { pagefindEngine } from '../pagefind-engine.ts';
import { portableEngine } from '../portable.ts';
import { openPortableIndex, type PortableIndex } from '../portable-index.ts';
import type { SearchEngine } from '../result.ts';
import { openPagefindInNode } from './pagefind-in-node.ts';
import { loadFromFolder } from './write-portable.ts';

/** A built site opened for searching. */
export interface OpenedSite {
  readonly index: PortableIndex;
  readonly engine: SearchEngine;
}

/**
 * Open an engine on the folder of a built site.
 *
 * @param dist - Folder of the built site.
 * @param name - Which engine.
 * @throws Error when the site has no index, naming the repair.
 * @example
 * const { engine, index } = await openEngine('dist', 'portable');
 * await answerQuery(engine, index, '三会一课');
 */
export async function openEngine(dist: string, name: SearchEngine['name']): Promise<OpenedSite> {
  const index = await openPortableIndex(loadFromFolder(dist));
  if (name === 'portable') return { index, engine: portableEngine(index) };
  return { index, engine: pagefindEngine(await openPagefindInNode(dist), index) };
}
