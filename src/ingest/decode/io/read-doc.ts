import { Worker } from 'node:worker_threads';
import type { DocParagraph } from '../doc-numbering.ts';

/** What is read of an old Word document. */
export interface DocContent {
  readonly parts: readonly string[];
  readonly paragraphs: readonly DocParagraph[] | undefined;
}

/** A whole document takes a second; a damaged one may send the reader in circles. */
const LIMIT_MS = 60_000;
const LIMIT_MB = 800;

/**
 * Take the text of an old Word document out of it: body, text boxes, footnotes, endnotes.
 *
 * The reader follows chains of sectors without looking for circles, so a damaged file would keep it (and the memory)
 * busy for ever: it works in a thread that is stopped when it takes too long or too much.
 *
 * @param bytes - The file.
 * @returns The four parts, with Word's control characters, and the paragraphs of the body with their automatic numbers
 * (undefined where these could not be read).
 * @throws If the file is damaged or encrypted.
 * @example
 * const { parts } = await readDoc(bytes); // ['关于换届的通知\n…', …]
 */
export function readDoc(bytes: Uint8Array, limitMs = LIMIT_MS): Promise<DocContent> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./doc-worker.ts', import.meta.url), {
      workerData: new Uint8Array(bytes),
      execArgv: [],
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: LIMIT_MB },
    });
    const timer = setTimeout(() => {
      reject(new Error(`the reader took more than ${limitMs} ms`));
      void worker.terminate();
    }, limitMs);
    worker.once('message', (content: DocContent) => {
      resolve(content);
      void worker.terminate();
    });
    worker.once('error', reject);
    worker.once('exit', (code) => {
      clearTimeout(timer);
      // After a message or an error this changes nothing; without one the thread was cut short.
      reject(new Error(`the reader ended with code ${code}`));
    });
  });
}
