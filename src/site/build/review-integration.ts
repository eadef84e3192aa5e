import { cp, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Settings } from '../settings.ts';

/** Folder of the library in which ingest leaves its review pages. */
export const REVIEW_FOLDER = '_review';

/**
 * Put the review pages of the library beside the built site, at `/review/`, when there are any.
 *
 * @example
 * integrations: [reviewIntegration(settings)] // npm run ingest -- --review 之后，/review/ 可逐处核对
 */
export function reviewIntegration({ library }: Pick<Settings, 'library'>): AstroIntegration {
  return {
    name: 'kb:review',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const pages = join(library, REVIEW_FOLDER);
        if (!(await isFolder(pages))) return;
        await cp(pages, join(fileURLToPath(dir), 'review'), { recursive: true });
        logger.info('资料库的核对页在 /review/。');
      },
    },
  };
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isDirectory() ?? false;
}
