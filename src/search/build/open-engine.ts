import { pagefindEngine } from '../pagefind-engine.ts';
import { portableEngine } from '../portable.ts';
import { openPortableIndex } from '../portable-index.ts';
import type { SearchEngine } from '../result.ts';
import { openPagefindInNode } from './pagefind-in-node.ts';
import { loadFromFolder } from './write-portable.ts';

/**
 * Open an engine on the folder of a built site.
 *
 * @param dist - Folder of the built site.
 * @param name - Which engine.
 * @throws Error when the site has no index, naming the repair.
 * @example
 * const list = await (await openEngine('dist', 'portable')).find('三会一课');
 */
export async function openEngine(dist: string, name: SearchEngine['name']): Promise<SearchEngine> {
  const index = await openPortableIndex(loadFromFolder(dist));
  if (name === 'portable') return portableEngine(index);
  return pagefindEngine(await openPagefindInNode(dist), index);
}
