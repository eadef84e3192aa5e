import { parentPort, workerData } from 'node:worker_threads';
import WordExtractor from 'word-extractor';

// Runs beside the command: see readDoc for the reason.
const bytes: unknown = workerData;
if (!(bytes instanceof Uint8Array)) throw new TypeError('doc-worker expects the bytes of a file');
const document = await new WordExtractor().extract(Buffer.from(bytes));
const options = { filterUnicode: false };
parentPort?.postMessage([
  document.getBody(options),
  document.getTextboxes({ ...options, includeHeadersAndFooters: false }),
  document.getFootnotes(options),
  document.getEndnotes(options),
]);
